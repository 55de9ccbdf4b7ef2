"""The one way our vocabulary files are written: sorted, one concept a block, one value a line.

``python -m ontology.turtle_style`` rewrites every file that is written otherwise.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from ontology import rdf
from ontology.terms import PREFIXES, RDF, ROOT, SKOS, SM
from ontology.vocabulary import SHIPPED

__all__ = ["format_file", "format_rows"]

_ORDER = (
    RDF("type"), SKOS("inScheme"), SKOS("topConceptOf"), SKOS("prefLabel"), SKOS("altLabel"),
    SKOS("hiddenLabel"), SKOS("definition"), SKOS("broader"), SKOS("related"), SM("lookAlike"),
    SM("minAge"), SM("maxAge"), SM("answeredBy"), SKOS("exactMatch"), SKOS("closeMatch"),
    SKOS("member"), SM("situation"), SM("servicePhrase"),
)  # fmt: skip
_LOCAL = re.compile(r"[A-Za-z][\w-]*\Z")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def format_file(path: Path) -> str:
    """The text that the file should have."""
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    return format_rows(rdf.read(path), head)


def format_rows(rows: Iterable[tuple[str, str, rdf.Term]], head: Iterable[str] = ()) -> str:
    """Turtle for (subject, predicate, object) rows; ``head`` are comment lines to put first."""
    blocks: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    prefixes: set[str] = set()
    for subject, predicate, term in rows:
        blocks[subject][predicate].append(_term(term, prefixes))
    body = [_block(subject, blocks[subject], prefixes) for subject in sorted(blocks)]
    known = {**PREFIXES, **{name: f"{ROOT}{name}/" for name in prefixes - PREFIXES.keys()}}
    lines = [f"@prefix {name}: <{known[name]}> ." for name in sorted(prefixes)]
    return "\n".join([*head, *lines, "", "\n\n".join(body), ""])


def _block(subject: str, values: dict[str, list[str]], prefixes: set[str]) -> str:
    parts = []
    for predicate in sorted(values, key=lambda p: (_rank(p), p)):
        name = "a" if predicate == RDF("type") else _iri(predicate, prefixes)
        # Texts keep the order in which they were written: the first labels are the commonest.
        found = list(dict.fromkeys(values[predicate]))
        parts.append(f"    {name} " + " ,\n        ".join(found))
    return f"{_iri(subject, prefixes)}\n" + " ;\n".join(parts) + " ."


def _rank(predicate: str) -> int:
    return _ORDER.index(predicate) if predicate in _ORDER else len(_ORDER)


def _term(term: rdf.Term, prefixes: set[str]) -> str:
    if isinstance(term, rdf.Iri):
        return _iri(term.value, prefixes)
    if term.datatype.value.endswith("#integer"):
        return str(term.value)
    quoted = f'"{term.value.translate(_ESCAPES)}"'
    return f"{quoted}@{term.language}" if term.language else quoted


def _iri(iri: str, prefixes: set[str]) -> str:
    for name, prefix in PREFIXES.items():
        if iri.startswith(prefix) and _LOCAL.match(iri[len(prefix) :]):
            prefixes.add(name)
            return f"{name}:{iri[len(prefix) :]}"
    scheme, _, slug = iri.removeprefix(ROOT).partition("/")
    if iri.startswith(ROOT) and _LOCAL.match(scheme) and _LOCAL.match(slug):
        prefixes.add(scheme)
        return f"{scheme}:{slug}"
    return f"<{iri}>"


def _main() -> None:
    for path in sorted(SHIPPED.rglob("*.ttl")):
        wanted = format_file(path)
        if wanted != path.read_text("utf-8"):
            path.write_text(wanted, "utf-8")
            sys.stderr.write(f"rewrote {path.name}\n")


if __name__ == "__main__":
    _main()

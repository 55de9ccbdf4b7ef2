"""Checks the vocabulary files: missing labels, clashes, cycles, dangling links, style.

``python -m ontology.lint`` prints each finding with file and concept and exits 1 when there is any.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ontology.text import fold
from ontology.turtle_style import format_file
from ontology.vocabulary import SHIPPED, Concept, Vocabulary

__all__ = ["findings", "style_findings"]

_FULL_NEED_LABELS = 3
"""Labels that a need has in every language at the least: how people say it differs too much for
one."""


def findings(vocabulary: Vocabulary) -> list[str]:
    """What is wrong, one sentence each, sorted."""
    checks = [_dangling, _cycles, _labels, _clashes]
    return sorted(text for check in checks for text in check(vocabulary))


def style_findings() -> list[str]:
    """Shipped files that are not written in our style."""
    return [
        f"{path.name}: not in the one style; run `python -m ontology.turtle_style`"
        for path in sorted(SHIPPED.rglob("*.ttl"))
        if format_file(path) != path.read_text("utf-8")
    ]


def _dangling(vocabulary: Vocabulary) -> Iterator[str]:
    for concept in vocabulary.concepts():
        links = (*concept.broader, *concept.related, *concept.lookalikes, *concept.answered_by)
        for iri in links:
            if vocabulary.by_iri(iri) is None:
                yield f"{concept.iri}: points to {iri}, which does not exist"


def _cycles(vocabulary: Vocabulary) -> Iterator[str]:
    for concept in vocabulary.concepts():
        if concept.iri in vocabulary.ancestors(concept.iri):
            yield f"{concept.iri}: is its own ancestor"


def _labels(vocabulary: Vocabulary) -> Iterator[str]:
    for language in vocabulary.languages:
        for concept in vocabulary.concepts():
            labels = vocabulary.labels(concept.iri, language)
            if not labels.pref:
                yield f"{language}: {concept.iri} has no preferred label"
            elif _is_need(concept) and len(labels.all) < _FULL_NEED_LABELS:
                yield f"{language}: {concept.iri} has only {len(labels.all)} labels"


def _clashes(vocabulary: Vocabulary) -> Iterator[str]:
    """One preferred label for two concepts of a scheme in one language."""
    for language in vocabulary.languages:
        owners: dict[tuple[str, str], list[str]] = defaultdict(list)
        for concept in vocabulary.concepts():
            pref = vocabulary.labels(concept.iri, language).pref
            if pref:
                owners[concept.scheme, fold(pref)].append(concept.iri)
        for (_, label), iris in owners.items():
            if len(iris) > 1:
                yield f"{language}: {label!r} is the preferred label of {' and '.join(iris)}"


def _is_need(concept: Concept) -> bool:
    return concept.scheme == "need" and bool(concept.broader)


def _main(lines: Iterable[str]) -> int:
    found = list(lines)
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(_main([*findings(Vocabulary.load()), *style_findings()]))

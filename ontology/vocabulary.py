"""The SKOS vocabulary: concepts with labels, situations and service phrases in every language.

``vocabulary/*.ttl`` hold the schemes (structure and English definition),
``vocabulary/languages/*.ttl`` what is said in one language each. A language's file is read when it
is first asked for, so that a need in Danish does not pay for thirty other languages.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ontology import rdf
from ontology.label_index import LabelIndex, LabelMatch
from ontology.terms import SKOS, SM, scheme_of, slug_of
from ontology.text import fold

__all__ = ["Collection", "Concept", "ConceptText", "Labels", "Vocabulary"]

SHIPPED = Path(__file__).with_name("vocabulary")

_FALLBACK = "en"
"""The language every label exists in."""

_Rows = list[rdf.Row]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of one scheme. Ages are the years it typically concerns, both ends included."""

    iri: str
    scheme: str
    slug: str
    definition: str = ""
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    """Concepts that the same words suggest and that must be kept apart."""
    answered_by: tuple[str, ...] = ()
    """Partner types that usually answer the need."""
    min_age: int | None = None
    max_age: int | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """A named choice of concepts (``skos:Collection``) with the source that names them."""

    iri: str
    slug: str
    label: str
    members: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """How one language calls a concept; hidden labels are colloquial and never shown."""

    pref: str = ""
    alt: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every label, the preferred one first."""
        return tuple(label for label in (self.pref, *self.alt, *self.hidden) if label)


@dataclass(frozen=True, slots=True)
class ConceptText:
    """A native text of a concept; ``kind`` is "label", "situation" or "service"."""

    iri: str
    language: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Language:
    labels: Mapping[str, Labels]
    by_folded: Mapping[str, tuple[str, ...]]


class Vocabulary:
    """Read-only access to the concepts and to what each language calls them."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self._folder = folder
        self._languages: dict[str, _Language] = {}
        self._indexes: dict[str, LabelIndex] = {}

    @classmethod
    def load(cls) -> Vocabulary:
        """The shipped vocabulary."""
        return cls()

    @cached_property
    def digest(self) -> str:
        """Names this state of all files; changes with every edit."""
        sha = hashlib.sha256()
        for path in sorted(self._folder.rglob("*.ttl")):
            sha.update(path.name.encode())
            sha.update(path.read_bytes())
        return sha.hexdigest()[:12]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Languages that have a file, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("languages/*.ttl")))

    def concepts(self, scheme: str = "") -> tuple[Concept, ...]:
        """All concepts in the order of their IRIs, or those of one scheme such as "need"."""
        return tuple(c for c in self._concepts.values() if scheme in ("", c.scheme))

    def by_iri(self, iri: str) -> Concept | None:
        """The concept, if it is one of ours."""
        return self._concepts.get(iri)

    def narrower(self, iri: str) -> tuple[str, ...]:
        """IRIs directly below."""
        return self._narrower.get(iri, ())

    def ancestors(self, iri: str) -> tuple[str, ...]:
        """IRIs above, nearest first."""
        found: list[str] = []
        queue = [iri]
        while queue:
            concept = self._concepts.get(queue.pop(0))
            for broader in concept.broader if concept else ():
                if broader not in found:
                    found.append(broader)
                    queue.append(broader)
        return tuple(found)

    def collection(self, slug: str) -> Collection:
        """A collection by its slug; ``KeyError`` when there is none."""
        return self._collections[slug]

    def labels(self, iri: str, language: str) -> Labels:
        """What ``language`` calls the concept; empty when it has no word for it."""
        return self._language(language).labels.get(iri, Labels())

    def label(self, iri: str, languages: Sequence[str] = ()) -> str:
        """Preferred label in the first of ``languages`` that has one, else in English."""
        for language in (*languages, _FALLBACK):
            if pref := self.labels(iri, language).pref:
                return pref
        return slug_of(iri).replace("-", " ")

    def by_label(self, text: str, language: str, scheme: str = "") -> list[str]:
        """IRIs that ``language`` calls ``text``, letter case and diacritics aside."""
        found = self._language(language).by_folded.get(fold(text.strip()), ())
        return [iri for iri in found if scheme in ("", scheme_of(iri))]

    def find_labels(self, text: str, language: str, scheme: str = "") -> list[LabelMatch]:
        """Labels that occur in running text, the longest at each place, left to right."""
        if language not in self._indexes:
            labels = self._language(language).labels.items()
            rows = [(iri, label) for iri, found in labels for label in found.all]
            self._indexes[language] = LabelIndex.build(rows, language)
        return self._indexes[language].find(text, scheme)

    def texts(self, language: str) -> Iterator[ConceptText]:
        """Labels, situations and service phrases of the need concepts in one language.

        Read from the file each time: only learning asks for them, and they would fill memory.
        """
        for iri, rows in _by_subject(self._path(language)).items():
            if scheme_of(iri) == "need":
                yield from _texts(iri, language, _labels(rows), rows)

    def _path(self, language: str) -> Path:
        return self._folder / "languages" / f"{language}.ttl"

    def _language(self, language: str) -> _Language:
        if language not in self._languages:
            if language not in self.languages:
                return _Language({}, {})
            self._languages[language] = _read_language(self._path(language))
        return self._languages[language]

    @cached_property
    def _concepts(self) -> dict[str, Concept]:
        return {
            iri: _concept(iri, rows)
            for iri, rows in sorted(self._scheme_rows.items())
            if scheme_of(iri) not in ("", "collection")
        }

    @cached_property
    def _collections(self) -> dict[str, Collection]:
        return {
            slug_of(iri): _collection(iri, rows)
            for iri, rows in self._scheme_rows.items()
            if scheme_of(iri) == "collection"
        }

    @cached_property
    def _scheme_rows(self) -> dict[str, _Rows]:
        rows: dict[str, _Rows] = {}
        for path in sorted(self._folder.glob("*.ttl")):
            rows |= _by_subject(path)
        return rows

    @cached_property
    def _narrower(self) -> dict[str, tuple[str, ...]]:
        below: dict[str, list[str]] = defaultdict(list)
        for concept in self._concepts.values():
            for broader in concept.broader:
                below[broader].append(concept.iri)
        return {iri: tuple(found) for iri, found in below.items()}


def _by_subject(path: Path) -> dict[str, _Rows]:
    """Rows of a file by their subject; none where there is no file."""
    rows: dict[str, _Rows] = defaultdict(list)
    for subject, predicate, term in rdf.read(path) if path.exists() else ():
        rows[subject].append((predicate, term))
    return rows


def _concept(iri: str, rows: _Rows) -> Concept:
    ages = [rdf.literals(rows, SM(name)) for name in ("minAge", "maxAge")]
    return Concept(
        iri=iri,
        scheme=scheme_of(iri),
        slug=slug_of(iri),
        definition=" ".join(rdf.literals(rows, SKOS("definition"))),
        broader=rdf.iri_objects(rows, SKOS("broader")),
        related=rdf.iri_objects(rows, SKOS("related")),
        lookalikes=rdf.iri_objects(rows, SM("lookAlike")),
        answered_by=rdf.iri_objects(rows, SM("answeredBy")),
        min_age=int(ages[0][0]) if ages[0] else None,
        max_age=int(ages[1][0]) if ages[1] else None,
    )


def _collection(iri: str, rows: _Rows) -> Collection:
    return Collection(
        iri=iri,
        slug=slug_of(iri),
        label=" ".join(rdf.literals(rows, SKOS("prefLabel"))),
        members=rdf.iri_objects(rows, SKOS("member")),
        source=" ".join(rdf.literals(rows, SKOS("definition"))),
    )


def _read_language(path: Path) -> _Language:
    labels = {iri: _labels(rows) for iri, rows in _by_subject(path).items()}
    by_folded: dict[str, list[str]] = defaultdict(list)
    for iri, found in labels.items():
        for folded in dict.fromkeys(fold(label) for label in found.all):
            by_folded[folded].append(iri)
    return _Language(labels, {folded: tuple(iris) for folded, iris in by_folded.items()})


def _labels(rows: _Rows) -> Labels:
    return Labels(
        pref=next(iter(rdf.literals(rows, SKOS("prefLabel"))), ""),
        alt=tuple(rdf.literals(rows, SKOS("altLabel"))),
        hidden=tuple(rdf.literals(rows, SKOS("hiddenLabel"))),
    )


def _texts(iri: str, language: str, labels: Labels, rows: _Rows) -> Iterator[ConceptText]:
    kinds = (
        ("label", labels.all),
        ("situation", rdf.literals(rows, SM("situation"))),
        ("service", rdf.literals(rows, SM("servicePhrase"))),
    )
    for kind, values in kinds:
        for value in values:
            yield ConceptText(iri, language, kind, value)

"""How one field of a record stands in RDF, in both directions.

RDF keeps no order, records do: several values come back in the order of their spelling, and where
that is not the record's order one statement (``sm:order "names 1 0"``) says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from graph import statement as say
from graph.model import Text
from graph.rows import Rows, Value
from ontology.terms import RDF, SM

__all__ = [
    "ORDER",
    "Field",
    "Iri",
    "Iris",
    "Lines",
    "Number",
    "String",
    "Strings",
    "Texts",
    "in_order",
    "write_order",
]

ORDER = SM("order")
_TYPE = RDF("type")
Lines = list[str]
T = TypeVar("T")
N = TypeVar("N", int, float)


class Field(Protocol[T]):
    """A field: what it is called in the record, where it stands, how it is written and read."""

    @property
    def attribute(self) -> str:
        """The name of the field in the record."""

    @property
    def predicates(self) -> tuple[str, ...]:
        """Predicates that reading looks at."""

    def write(self, subject: str, value: T, out: Lines) -> None:
        """Append the statements that say ``value`` of ``subject``."""

    def read(self, rows: Rows, subject: str) -> T:
        """What ``rows`` say of ``subject``."""


def write_order(subject: str, attribute: str, values: Sequence[Any], out: Lines) -> None:
    """Say in which order the values came, if it is not that of ``sorted(set(values))``."""
    if len(values) > 1 and (kept := sorted(set(values))) != list(values):
        positions = " ".join(str(kept.index(value)) for value in values)
        out.append(say.statement(subject, ORDER, say.literal(f"{attribute} {positions}")))


def in_order(rows: Rows, subject: str, attribute: str, values: Iterable[T]) -> tuple[T, ...]:
    """The values in the order that they came in."""
    kept: list[Any] = sorted(set(values))
    for order in rows.values(subject, ORDER):
        name, *positions = order.value.split(" ")
        if name == attribute and all(int(p) < len(kept) for p in positions):
            return tuple(kept[int(p)] for p in positions)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class String:
    """A plain string, "" when not said; ``spell`` makes the literal."""

    attribute: str
    predicate: str
    spell: Callable[[str], str] = say.literal

    @property
    def predicates(self) -> tuple[str, ...]:
        """The one predicate."""
        return (self.predicate,)

    def write(self, subject: str, value: str, out: Lines) -> None:
        """One literal, or nothing."""
        if value:
            out.append(say.statement(subject, self.predicate, self.spell(value)))

    def read(self, rows: Rows, subject: str) -> str:
        """The literal's text."""
        return rows.value(subject, self.predicate)


@dataclass(frozen=True, slots=True)
class Number(Generic[N]):
    """A number or ``None``."""

    attribute: str
    predicate: str
    spell: Callable[[N], str]
    parse: Callable[[str], N]

    @property
    def predicates(self) -> tuple[str, ...]:
        """The one predicate."""
        return (self.predicate,)

    def write(self, subject: str, value: N | None, out: Lines) -> None:
        """One literal, or nothing."""
        if value is not None:
            out.append(say.statement(subject, self.predicate, self.spell(value)))

    def read(self, rows: Rows, subject: str) -> N | None:
        """The number."""
        found = rows.value(subject, self.predicate)
        return self.parse(found) if found else None


@dataclass(frozen=True, slots=True)
class Iri:
    """The IRI of something else, "" when not said; ``also`` are predicates that say the same."""

    attribute: str
    predicate: str
    also: tuple[str, ...] = ()

    @property
    def predicates(self) -> tuple[str, ...]:
        """The one that is read."""
        return (self.predicate,)

    def write(self, subject: str, value: str, out: Lines) -> None:
        """One statement a predicate, or nothing."""
        if value:
            out += [say.link(subject, p, value) for p in (self.predicate, *self.also)]

    def read(self, rows: Rows, subject: str) -> str:
        """The IRI."""
        return rows.value(subject, self.predicate)


@dataclass(frozen=True, slots=True)
class Iris:
    """IRIs of several other things; ``to_iri`` and ``from_iri`` turn names into IRIs and back."""

    attribute: str
    predicate: str
    to_iri: Callable[[str], str] = str
    from_iri: Callable[[str], str] = str
    kind: str = ""
    """Class of each of them, where the map says what they are called."""
    label: str = ""
    """Predicate under which each of them carries its name."""

    @property
    def predicates(self) -> tuple[str, ...]:
        """The one that is read."""
        return (self.predicate,)

    def write(self, subject: str, value: tuple[str, ...], out: Lines) -> None:
        """One statement a value."""
        for item in dict.fromkeys(value):
            iri = self.to_iri(item)
            out.append(say.link(subject, self.predicate, iri))
            if self.label:
                out.append(say.statement(iri, self.label, say.literal(item)))
                out.append(say.link(iri, _TYPE, self.kind))
        write_order(subject, self.attribute, value, out)

    def read(self, rows: Rows, subject: str) -> tuple[str, ...]:
        """The IRIs, or the names that they stand for."""
        found = [self.from_iri(item.value) for item in rows.values(subject, self.predicate)]
        return in_order(rows, subject, self.attribute, found) if found else ()


@dataclass(frozen=True, slots=True)
class Strings:
    """Several plain strings."""

    attribute: str
    predicate: str

    @property
    def predicates(self) -> tuple[str, ...]:
        """The one predicate."""
        return (self.predicate,)

    def write(self, subject: str, value: tuple[str, ...], out: Lines) -> None:
        """One literal a value."""
        for item in dict.fromkeys(value):
            out.append(say.statement(subject, self.predicate, say.literal(item)))
        write_order(subject, self.attribute, value, out)

    def read(self, rows: Rows, subject: str) -> tuple[str, ...]:
        """The strings."""
        found = [item.value for item in rows.values(subject, self.predicate)]
        return in_order(rows, subject, self.attribute, found) if found else ()


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts in their languages; a language's second and further ones may stand under ``others``."""

    attribute: str
    predicate: str
    others: str = ""

    @property
    def predicates(self) -> tuple[str, ...]:
        """The predicate, and the one for further texts."""
        return (self.predicate, self.others) if self.others else (self.predicate,)

    def write(self, subject: str, value: tuple[Text, ...], out: Lines) -> None:
        """One literal a text."""
        named: set[str] = set()
        keys = []
        for item in value:
            tag = say.language_tag(item.language)
            is_other = bool(self.others) and tag in named
            named.add(tag)
            key = (is_other, item.value, tag)
            if key not in keys:
                predicate = self.others if is_other else self.predicate
                out.append(say.statement(subject, predicate, say.text(item)))
            keys.append(key)
        write_order(subject, self.attribute, keys, out)

    def read(self, rows: Rows, subject: str) -> tuple[Text, ...]:
        """The texts."""
        found = [_key(item, False) for item in rows.values(subject, self.predicate)]
        if self.others:
            found += [_key(item, True) for item in rows.values(subject, self.others)]
        if not found:
            return ()
        keys = in_order(rows, subject, self.attribute, found)
        return tuple(Text(value, language) for _, value, language in keys)


def _key(item: Value, is_other: bool) -> tuple[bool, str, str]:
    return is_other, item.value, getattr(item, "language", None) or ""

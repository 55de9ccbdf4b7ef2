"""What one source says, column by column: for each predicate the objects of each subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

__all__ = ["Column", "Rows", "Value", "put"]


class Value(Protocol):
    """An IRI or a literal."""

    @property
    def value(self) -> str:
        """The IRI, or the text of the literal."""


Column = dict[str, "Value | list[Value]"]
"""Objects by subject; a list only where there are several, which spares hundreds of thousands."""

_NOBODY: Column = {}


def put(column: Column, subject: str, value: Value) -> None:
    """Add an object."""
    known = column.setdefault(subject, value)
    if known is not value:
        if isinstance(known, list):
            known.append(value)
        else:
            column[subject] = [known, value]


class Rows:
    """Columns of one source. A predicate that is not there says nothing of anybody."""

    __slots__ = ("_columns",)

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self._columns = columns

    @classmethod
    def of(cls, triples: Iterable[tuple[str, str, Value]]) -> Rows:
        """Rows of (subject, predicate, object) triples."""
        columns: dict[str, Column] = defaultdict(dict)
        for subject, predicate, value in triples:
            put(columns[predicate], subject, value)
        return cls(columns)

    def values(self, subject: str, predicate: str) -> Sequence[Value]:
        """What ``subject`` has under ``predicate``."""
        found = self._columns.get(predicate, _NOBODY).get(subject)
        if found is None:
            return ()
        return found if isinstance(found, list) else (found,)

    def value(self, subject: str, predicate: str) -> str:
        """The least of these, as a string; empty when there is none."""
        found = self._columns.get(predicate, _NOBODY).get(subject)
        if found is None:
            return ""
        return min(item.value for item in found) if isinstance(found, list) else found.value

    def subjects(self, predicate: str, value: str) -> Iterator[str]:
        """Who has ``value`` under ``predicate``."""
        for subject, found in self._columns.get(predicate, _NOBODY).items():
            items = found if isinstance(found, list) else (found,)
            if any(item.value == value for item in items):
                yield subject

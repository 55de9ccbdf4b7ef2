"""Columns of the services, for constraints and topics: numpy arrays derived from the graph.

A constraint is judged for all services at once: 1 the service says that it fits, 0 it says nothing,
-1 it contradicts.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ontology.errors import HomeDamagedError
from ontology.text import fold
from search.record import Record

__all__ = ["CATEGORIES", "CONTRADICTS", "FITS", "SILENT", "Facets", "Judgement"]

FITS, SILENT, CONTRADICTS = 1, 0, -1

CATEGORIES = ("area", "spoken", "cost", "stage", "type", "topic")
"""Columns in which a service may hold several values."""

_NO_AGE = -1

Judgement = NDArray[np.int8]
"""One of 1, 0, -1 for each row number."""


@dataclass(slots=True)
class _Column:
    """Pairs of (row, value) with a weight; ``names`` gives the values their numbers."""

    names: dict[str, int] = field(default_factory=dict)
    rows: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    values: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    weights: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))

    def add(self, pairs: Sequence[tuple[int, str, float]]) -> None:
        numbers = [self.names.setdefault(name, len(self.names)) for _, name, _ in pairs]
        self.rows = np.append(self.rows, np.array([row for row, _, _ in pairs], np.int32))
        self.values = np.append(self.values, np.array(numbers, np.int32))
        weights = np.array([weight for _, _, weight in pairs], np.float32)
        self.weights = np.append(self.weights, weights)

    def present(self) -> tuple[str, ...]:
        held = set(self.values.tolist())
        return tuple(name for name, number in self.names.items() if number in held)

    def remove(self, rows: Sequence[int]) -> None:
        keep = ~np.isin(self.rows, rows)
        self.rows, self.values = self.rows[keep], self.values[keep]
        self.weights = self.weights[keep]


class Facets:
    """Ages and categories of the services by row number; rows are never used twice."""

    def __init__(self) -> None:
        self.alive: NDArray[np.bool_] = np.zeros(0, np.bool_)
        self._ages: NDArray[np.int16] = np.zeros((0, 2), np.int16)
        self._columns: dict[str, _Column] = {name: _Column() for name in CATEGORIES}
        self._present: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self.alive)

    def add(self, records: Sequence[Record]) -> range:
        """Append records; gives their row numbers."""
        first = len(self)
        ages = [_ages(record) for record in records]
        self.alive = np.append(self.alive, np.ones(len(records), np.bool_))
        self._ages = np.vstack([self._ages, np.array(ages, np.int16).reshape(-1, 2)])
        for name, column in self._columns.items():
            column.add(
                [
                    (first + at, value, weight)
                    for at, record in enumerate(records)
                    for value, weight in _values(record, name)
                ]
            )
        self._note_present()
        return range(first, len(self))

    def remove(self, rows: Sequence[int]) -> None:
        """Forget rows."""
        self.alive[list(rows)] = False
        for column in self._columns.values():
            column.remove(rows)
        self._note_present()

    def _note_present(self) -> None:
        """Keep the names whole in one step: searches read them while services come and go."""
        self._present = {name: column.present() for name, column in self._columns.items()}

    def names(self, category: str) -> tuple[str, ...]:
        """Values that occur in a category, in order of first appearance."""
        return self._present.get(category, ())

    def age(self, low: int, high: int) -> Judgement:
        """Services for somebody of ``low`` to ``high`` years; overlap is enough."""
        least, most = self._ages[:, 0], self._ages[:, 1]
        silent = (least == _NO_AGE) & (most == _NO_AGE)
        fits = (least <= high) & ((most >= low) | (most == _NO_AGE))
        return np.where(silent, SILENT, np.where(fits, FITS, CONTRADICTS)).astype(np.int8)

    def category(self, category: str, wanted: Collection[str]) -> Judgement:
        """Services that hold any of the ``wanted`` values; those without a value are silent."""
        column = self._columns[category]
        numbers = [column.names[name] for name in wanted if name in column.names]
        result = np.zeros(len(self), np.int8)
        result[column.rows] = CONTRADICTS
        result[column.rows[np.isin(column.values, numbers)]] = FITS
        return result

    def topic_scores(self, scores: Mapping[str, float]) -> NDArray[np.float32]:
        """For each service the best of its topics: certainty of the need times that of the link."""
        column = self._columns["topic"]
        of_value = np.zeros(len(column.names) + 1, np.float32)
        for name, score in scores.items():
            if name in column.names:
                of_value[column.names[name]] = score
        result = np.zeros(len(self), np.float32)
        np.maximum.at(result, column.rows, of_value[column.values] * column.weights)
        return result

    def save(self, path: Path) -> None:
        """Write to ``path`` (npz)."""
        arrays: dict[str, NDArray[np.generic]] = {"alive": self.alive, "ages": self._ages}
        for name, column in self._columns.items():
            arrays |= {
                f"{name}-names": _packed(column.names),
                f"{name}-rows": column.rows,
                f"{name}-values": column.values,
                f"{name}-weights": column.weights,
            }
        with path.open("wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]

    @classmethod
    def load(cls, path: Path) -> Facets:
        """What ``save`` wrote."""
        facets = cls()
        try:
            with np.load(path) as data:
                facets.alive, facets._ages = data["alive"], data["ages"]
                for name in CATEGORIES:
                    facets._columns[name] = _Column(
                        {value: at for at, value in enumerate(_unpacked(data[f"{name}-names"]))},
                        data[f"{name}-rows"],
                        data[f"{name}-values"],
                        data[f"{name}-weights"],
                    )
        except (OSError, KeyError, ValueError) as error:
            raise HomeDamagedError(
                "the columns of the index cannot be read",
                place=str(path),
                way_out="Run `socialmap reindex`; nothing is lost.",
            ) from error
        facets._note_present()
        return facets


def _packed(names: Iterable[str]) -> NDArray[np.uint8]:
    """Names as JSON bytes: numpy's own strings lose what ends in a null character."""
    return np.frombuffer(json.dumps(list(names)).encode(), np.uint8)


def _unpacked(data: NDArray[np.uint8]) -> list[str]:
    names: list[str] = json.loads(data.tobytes())
    return names


def _ages(record: Record) -> tuple[int, int]:
    if record.min_age is None and record.max_age is None:
        return (_NO_AGE, _NO_AGE)
    return (record.min_age or 0, _NO_AGE if record.max_age is None else record.max_age)


def _values(record: Record, category: str) -> Iterable[tuple[str, float]]:
    if category == "topic":
        return record.topics
    if category == "area":
        return [(fold(area), 1.0) for area in record.areas]
    held: dict[str, tuple[str, ...]] = {
        "spoken": record.spoken,
        "cost": record.costs,
        "stage": record.stages,
        "type": record.types,
    }
    return [(value, 1.0) for value in held[category]]

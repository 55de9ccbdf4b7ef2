"""How good the answers are: nDCG@10, recall@5 and MRR over judged needs, by language.

nDCG by Järvelin and Kekäläinen (2002) with gain 2^grade - 1 and discount log2(rank + 1).
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontology.errors import InputError
from search.model import Options, Result

__all__ = ["Figures", "Judged", "evaluate", "read_judged"]

_DEPTH = 10
_RECALL_DEPTH = 5
_RELEVANT = 2
"""Grade from which a service counts as an answer for recall and MRR (of 0 to 3)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A need with the grades (0 to 3) of the services that answer it, by service id."""

    qid: str
    language: str
    text: str
    relevant: Mapping[str, float]
    options: Options


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over needs; all between 0 and 1."""

    needs: int
    ndcg: float
    recall: float
    mrr: float

    def to_json(self) -> dict[str, float]:
        """Figures under their usual names."""
        return {
            "needs": self.needs,
            "ndcg@10": round(self.ndcg, 4),
            "recall@5": round(self.recall, 4),
            "mrr": round(self.mrr, 4),
        }


def read_judged(path: Path) -> list[Judged]:
    """Judged needs of a JSON lines file in the contract's form; ``InputError`` names the line."""
    if not path.is_file():
        raise InputError("no such file", place=str(path), way_out="Check the path.")
    lines = enumerate(path.read_text("utf-8-sig").splitlines(), 1)
    return [_judged(line, f"{path}:{number}") for number, line in lines if line.strip()]


def evaluate(
    judged: Iterable[Judged], search: Callable[[str, Options], Result]
) -> dict[str, Figures]:
    """Figures by language, and over all under "all"."""
    rows: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for need in judged:
        found = [hit.id for hit in search(need.text, need.options).hits]
        row = _figures(found, need.relevant)
        rows[need.language].append(row)
        rows["all"].append(row)
    return {language: _mean(rows[language]) for language in sorted(rows)}


def _judged(line: str, place: str) -> Judged:
    try:
        row: dict[str, Any] = json.loads(line)
        given = {
            key: value
            for key, value in (row.get("constraints") or {}).items()
            if value not in (None, "")
        }
        return Judged(
            str(row["qid"]),
            str(row.get("lang", "")),
            str(row["text"]),
            {str(key): float(grade) for key, grade in row["relevant"].items()},
            Options(limit=_DEPTH, **given),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"not a judged need ({error!r})",
            place=place,
            way_out='Each line is {"qid", "lang", "text", "relevant": {id: grade}, "constraints"}.',
        ) from None


def _figures(found: Sequence[str], relevant: Mapping[str, float]) -> tuple[float, float, float]:
    return _ndcg(found, relevant), _recall(found, relevant), _rr(found, relevant)


def _ndcg(found: Sequence[str], relevant: Mapping[str, float]) -> float:
    gains = [relevant.get(identifier, 0.0) for identifier in found[:_DEPTH]]
    ideal = sorted(relevant.values(), reverse=True)[:_DEPTH]
    best = _dcg(ideal)
    return _dcg(gains) / best if best else 0.0


def _dcg(grades: Sequence[float]) -> float:
    ranked = enumerate(grades, 1)
    return math.fsum((2.0**grade - 1.0) / math.log2(rank + 1) for rank, grade in ranked)


def _recall(found: Sequence[str], relevant: Mapping[str, float]) -> float:
    wanted = {key for key, grade in relevant.items() if grade >= _RELEVANT}
    return len(wanted & set(found[:_RECALL_DEPTH])) / len(wanted) if wanted else 0.0


def _rr(found: Sequence[str], relevant: Mapping[str, float]) -> float:
    ranks = (r for r, key in enumerate(found, 1) if relevant.get(key, 0.0) >= _RELEVANT)
    return 1.0 / next(ranks, math.inf)


def _mean(rows: Sequence[tuple[float, float, float]]) -> Figures:
    sums = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    return Figures(len(rows), *sums)

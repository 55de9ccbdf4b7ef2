"""The domain texts: what people say and providers write about each need concept."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from zlib import crc32

from search.training.corpora import normalise

__all__ = ["DomainSplit", "DomainText", "Kind", "by_concept", "read_domain_texts", "split"]

HELD_OUT_SHARE = 5  # one in five is kept back for choosing hyperparameters


class Kind(StrEnum):
    """Who speaks: a person with a need, a provider, the vocabulary, or a general corpus."""

    SITUATION = "situation"
    SERVICE = "service"
    LABEL = "label"
    MINED = "mined"


@dataclass(frozen=True, slots=True)
class DomainText:
    """One text of one concept in one language."""

    concept: str
    language: str
    kind: Kind
    text: str
    lookalikes: tuple[str, ...] = ()
    """Slugs of the concepts most easily taken for this one."""


@dataclass(frozen=True, slots=True)
class DomainSplit:
    """Domain texts to train on, and two development parts that training never sees."""

    train: tuple[DomainText, ...]
    held_out_texts: tuple[DomainText, ...]
    """One in five texts of each concept that is trained on."""
    held_out_concepts: tuple[DomainText, ...]
    """All texts of one in five concepts."""


def read_domain_texts(path: Path, *, banned: frozenset[str] = frozenset()) -> list[DomainText]:
    """Read a JSON-lines file of domain texts, without those whose normalised text is banned.

    :raises ValueError: a line is not a domain text; the message names file and line.
    """
    texts: list[DomainText] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                texts.append(_domain_text(json.loads(line)))
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}:{number} is no domain text ({error!r})") from error
    return [item for item in texts if normalise(item.text) not in banned] if banned else texts


def _domain_text(row: Mapping[str, object]) -> DomainText:
    lookalikes = row.get("lookalikes") or []
    if not isinstance(lookalikes, list):
        raise TypeError(f"lookalikes must be a list, not {lookalikes!r}")
    return DomainText(
        concept=str(row["concept"]),
        language=str(row["language"]),
        kind=Kind(str(row["kind"])),
        text=str(row["text"]),
        lookalikes=tuple(map(str, lookalikes)),
    )


def split(texts: Iterable[DomainText]) -> DomainSplit:
    """Hold out one in five concepts, and one in five texts of every other concept.

    The choice hangs on a checksum of the names and texts, so it stays when texts are added.
    """
    train, by_text, by_concept = [], [], []
    for item in texts:
        if _is_held_out(f"concept {item.concept}"):
            by_concept.append(item)
        elif item.kind is not Kind.LABEL and _is_held_out(item.text):
            by_text.append(item)
        else:
            train.append(item)
    return DomainSplit(tuple(train), tuple(by_text), tuple(by_concept))


def _is_held_out(key: str) -> bool:
    return crc32(key.encode()) % HELD_OUT_SHARE == 0


def by_concept(texts: Iterable[DomainText]) -> dict[str, list[int]]:
    """Group the positions of texts by their concept."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for position, item in enumerate(texts):
        groups[item.concept].append(position)
    return dict(groups)

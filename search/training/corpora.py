"""Read aligned corpora for training: gzip TSV rows of ``language, text, language, text``."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "CORPUS_WEIGHTS",
    "ENGLISH",
    "Pair",
    "evaluation_texts",
    "normalise",
    "pair_weights",
    "read_corpus",
    "read_pairs",
]

# A row is drawn in proportion to these. Sentences teach context and stand nearest to what a
# coordinator types; product codes, emoji names and program help are plentiful but far away.
CORPUS_WEIGHTS: Mapping[str, float] = {
    "flores": 4.0,
    "ntrex": 4.0,
    "opusmt_tatoeba": 1.5,
    "tatoeba_anki": 1.0,
    "omw": 1.0,
    "omw_gloss": 1.0,
    "lemma_gloss": 1.0,
    "yso": 1.0,
    "eurovoc": 1.0,
    "docs": 0.7,
    "cldr": 0.3,
    "eforms": 0.4,
}
DEFAULT_CORPUS_WEIGHT = 1.0  # a corpus nobody has judged yet counts like the dictionaries
BALANCE_EXPONENT = 0.4  # a language of n rows is drawn like n ** 0.4: 1.0 is raw, 0.0 is equal
MAX_CHARACTERS = 600  # longer rows are whole paragraphs, seldom aligned word by word
ENGLISH = "en"
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that mean the same, and the corpus that says so."""

    corpus: str
    left_language: str
    left: str
    right_language: str
    right: str

    @property
    def scarce_from(self) -> tuple[str, ...]:
        """The languages that may be scarce: English never is."""
        return tuple(x for x in (self.left_language, self.right_language) if x != ENGLISH)


def normalise(text: str) -> str:
    """Reduce a text to its lower-case letters and digits, so that equal wording compares equal."""
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def evaluation_texts(folder: Path) -> frozenset[str]:
    """Collect every text of the evaluation folder, normalised; training never sees them.

    Files that end in ``.json`` or ``.jsonl`` give all their string values, others their lines.
    """
    texts: set[str] = set()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        texts.update(normalise(text) for text in _file_texts(path))
    texts.discard("")
    return frozenset(texts)


def _file_texts(path: Path) -> Iterator[str]:
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        yield from _strings(json.loads(content))
    elif path.suffix == ".jsonl":
        for line in content.splitlines():
            yield from _strings(json.loads(line))
    else:
        yield from content.splitlines()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def read_corpus(path: Path) -> Iterator[Pair]:
    """Yield the pairs of one corpus file; rows that are not four fields are passed over."""
    corpus = path.name.split(".")[0]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 4:
                yield Pair(corpus, fields[0], fields[1].strip(), fields[2], fields[3].strip())


def read_pairs(folder: Path, *, banned: frozenset[str] = frozenset()) -> Iterator[Pair]:
    """Yield all usable pairs of a folder of corpora, each wording once, none of ``banned``.

    :raises FileNotFoundError: the folder holds no ``*.tsv.gz``.
    """
    paths = sorted(folder.glob("*.tsv.gz"))
    if not paths:
        raise FileNotFoundError(f"No corpora (*.tsv.gz) in {folder}")
    seen: set[int] = set()
    for path in paths:
        for pair in read_corpus(path):
            if _is_usable(pair, banned) and _is_new(pair, seen):
                yield pair


def _is_usable(pair: Pair, banned: frozenset[str]) -> bool:
    if max(len(pair.left), len(pair.right)) > MAX_CHARACTERS:
        return False
    left, right = normalise(pair.left), normalise(pair.right)
    return bool(left and right) and left not in banned and right not in banned


def _is_new(pair: Pair, seen: set[int]) -> bool:
    # Hashes instead of texts: three million pairs would otherwise cost a gigabyte.
    key = hash((pair.left_language, pair.left, pair.right_language, pair.right))
    if key in seen:
        return False
    seen.add(key)
    return True


def pair_weights(pairs: Iterable[Pair]) -> NDArray[np.float64]:
    """Weigh each pair for drawing, so that low-resource languages are not drowned.

    A pair counts for its scarcest language: ``size ** (BALANCE_EXPONENT - 1)``, times the weight
    of its corpus. The result has one row per pair and sums to 1.
    """
    pairs = list(pairs)
    sizes: dict[str, float] = {}
    for pair in pairs:
        for language in pair.scarce_from:
            weight = CORPUS_WEIGHTS.get(pair.corpus, DEFAULT_CORPUS_WEIGHT)
            sizes[language] = sizes.get(language, 0.0) + weight
    most = max(sizes.values(), default=1.0)
    weights = np.array([_pair_weight(pair, sizes, most) for pair in pairs], dtype=np.float64)
    total = weights.sum()
    return weights / total if total else weights


def _pair_weight(pair: Pair, sizes: Mapping[str, float], most: float) -> float:
    size = min((sizes[language] for language in pair.scarce_from), default=most)
    balance: float = size ** (BALANCE_EXPONENT - 1.0)
    return balance * CORPUS_WEIGHTS.get(pair.corpus, DEFAULT_CORPUS_WEIGHT)

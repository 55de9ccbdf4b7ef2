"""One text analyser for indexing and asking: tokens, folding, lemmas, sentences."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ontology.lemma import lemma

__all__ = ["ANALYZER", "Token", "fold", "lemmas", "sentences", "tokens", "words"]

ANALYZER = "lemma-fold-1"
"""Name of the analysis; an index built by another one has to be rebuilt. Raise it with every
change."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”»)]*\s+(?=[\"'“„«(]*[^\W\d_a-zà-ÿ])|\n+")

_LETTERS = str.maketrans(
    dict(zip("øđðłħı’ʼ", "oddlhi''", strict=True)) | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not decompose, as people write them without the right keyboard."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands (character offsets)."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without diacritics: ``"Skolevægring" → "skolevaegring"``."""
    return _fold(text) if len(text) > 40 else _fold_word(text)


def tokens(text: str) -> list[Token]:
    """Words and numbers of a text, in order."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """The texts of the tokens, which costs half of finding where they stand."""
    return _TOKEN.findall(text)


def lemmas(text: str, language: str) -> list[str]:
    """Folded lemma of every token."""
    return [fold(lemma(word.lower(), language)) for word in words(text)]


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, stripped, none empty."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]


def _fold(text: str) -> str:
    lower = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lower)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


_fold_word = lru_cache(100_000)(_fold)

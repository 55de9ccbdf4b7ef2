"""The words of a text as every reading of a need sees them: folded, with the breaks between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ontology.text import fold

__all__ = ["CLAUSE", "SENTENCE", "Words"]

CLAUSE, SENTENCE = 1, 2
"""Strength of a break before a word: a comma, or the end of a sentence or line."""

_WORD = re.compile(
    r"\d+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670]|['’ʼ](?=[\u0400-\u04ff]))*"
)
"""A run of digits or of letters: ``14-årig``, ``14årig`` and ``14 årig`` are the same two words. An
apostrophe parts words except in Cyrillic, where it is a letter."""

_COUNTED = ("klass", "jahr", "schul")
"""German nouns that follow an ordinal with a capital of their own."""

_SENTENCE_END = re.compile(r"[!?;\n\r•؟।]|\.(?=\W)|\.$")
_CLAUSE_END = re.compile(r"[,:()،\[\]/]|[-–—](?=\s)|\.")


@dataclass(frozen=True)
class Words:
    """The words of ``text``; word ``i`` stands at ``starts[i]`` to ``ends[i]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of a text."""
        spans = [match.span() for match in _WORD.finditer(text)]
        return cls(text, tuple(start for start, _ in spans), tuple(end for _, end in spans))

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """The words as written."""
        return tuple(self.text[s:e] for s, e in zip(self.starts, self.ends, strict=True))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words in lower case without diacritics."""
        return tuple(fold(word) for word in self.typed)

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """What stands before each word: 0, ``CLAUSE`` or ``SENTENCE`` (as before the first)."""
        return tuple(self._breaks())

    def between(self, at: int) -> str:
        """The characters between word ``at - 1`` and word ``at``; empty outside the text."""
        if 0 < at < len(self):
            return self.text[self.ends[at - 1] : self.starts[at]]
        return ""

    def after(self, at: int) -> str:
        """The first character other than blanks after word ``at``; empty at the end."""
        return self.text[self.ends[at] : self.ends[at] + 3].lstrip()[:1]

    def before(self, at: int) -> str:
        """The last character other than blanks before word ``at``; empty at the beginning."""
        return self.text[max(0, self.starts[at] - 3) : self.starts[at]].rstrip()[-1:]

    def _breaks(self) -> Iterator[int]:
        for at in range(len(self)):
            gap = self.between(at)
            if at == 0:
                yield SENTENCE
            elif gap in (" ", "-", "'", "’", ""):
                yield 0
            elif self._ends_sentence(gap, at):
                yield SENTENCE
            else:
                yield CLAUSE if _CLAUSE_END.search(gap) else 0

    def _ends_sentence(self, gap: str, at: int) -> bool:
        """A full stop after a number makes an ordinal (``7. Klasse``) unless a capital follows."""
        if gap.startswith(".") and "\n" not in gap and self.typed[at - 1].isdecimal():
            return self.typed[at][0].isupper() and not self.folded[at].startswith(_COUNTED)
        return bool(_SENTENCE_END.search(gap))

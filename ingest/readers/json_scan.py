"""Walks a JSON text record by record, so that a large directory never lies in memory twice."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from ontology.errors import InputError

__all__ = ["Scanner"]

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")


class Scanner:
    """A position in a JSON text; every fault names line and column of ``name``."""

    def __init__(self, text: str, name: str, way_out: str) -> None:
        self._text = text
        self._name = name
        self._way_out = way_out
        self._at = 0

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def value(self) -> Any:
        """The value that begins here."""
        self.peek()
        try:
            found, self._at = _DECODER.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            self._at = error.pos
            raise self.error(error.msg) from error
        except RecursionError as error:
            raise self.error("nested too deeply") from error
        return found

    def elements(self) -> Iterator[Any]:
        """The elements of the array that begins here, one by one."""
        yield from self._parts("[", "]", self.value)

    def members(self) -> Iterator[str]:
        """The keys of the object that begins here; the caller reads the value after each."""
        yield from self._parts("{", "}", self._key)

    def skip(self, character: str) -> bool:
        """Step over the character if it comes next."""
        if self.peek() != character:
            return False
        self._at += 1
        return True

    def error(self, what: str) -> InputError:
        """An error at this position."""
        line = self._text.count("\n", 0, self._at) + 1
        column = self._at - self._text.rfind("\n", 0, self._at)
        place = f"{self._name}, line {line}, column {column}"
        return InputError(f"no valid JSON: {what}", place=place, way_out=self._way_out)

    def _key(self) -> str:
        if self.peek() != '"':
            raise self.error("a key in quotation marks should stand here")
        key: str = self.value()
        if not self.skip(":"):
            raise self.error("a colon should stand here")
        return key

    def _parts(self, first: str, last: str, read: Callable[[], Any]) -> Iterator[Any]:
        if not self.skip(first):
            raise self.error(f"{first} should stand here")
        while not self.skip(last):
            if not self.peek():
                raise self.error(f"cut off before the closing {last}")
            yield read()
            if not self.skip(",") and self.peek() != last:
                raise self.error(f"cut off before {last}, or a comma is missing")

"""From bytes to text, whatever the encoding; never a guess that would garble the text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from charset_normalizer import from_bytes

from ingest.readers.source import Source

__all__ = ["decode"]

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2", "iso8859_15",
    "iso8859_7", "cp852", "cp850", "mac_roman", "mac_latin2",
]  # fmt: skip
"""What European offices have saved lists in."""

_ALPHABETS = (
    "æøåé", "åäöé", "čšž", "čćšžđ", "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíóöőúüű", "ąćęłńóśźż",
    "éëïóöüèáê", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ăâîșțşţ", "àèéìíîòóùú", "áéíñóúü",
    "áâãàçéêíóôõú", "ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž", "ċġħżàèìòù", "áéíóú", "áðéíóúýþæö",
    "çğıöşüâî", "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґ", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ",
)  # fmt: skip
"""Letters beyond ASCII of each language that office files have been written in."""

_MARKS = "\u00a0–—„“”‘’«»•…€°§´·"
_FITTING = 0.9
"""Some words are foreign: nearly all letters must fit, not all."""

_SAMPLE = 400_000
"""Bytes the guess looks at; more only costs time."""

_MULTIBYTE = re.compile(r"[^\x00-\x7f\ufffd]")
_SAVE_AS = "Save it as UTF-8 text"


def decode(source: Source) -> str:
    """The text with line feeds only, in composed characters."""
    return unicodedata.normalize("NFC", _text(source)).replace("\r\n", "\n").replace("\r", "\n")


def _text(source: Source) -> str:
    for mark, encoding in _BOMS:
        if source.data.startswith(mark):
            return _strict(source, encoding)
    if (at := source.data.find(b"\x00")) >= 0:
        line = source.data.count(b"\n", 0, at) + 1
        what = f"byte {at + 1} is null: this is no plain text"
        raise source.error(what, at=f"line {line}", way_out=_SAVE_AS)
    try:
        return source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(source.data):
            line = source.data.count(b"\n", 0, error.start) + 1
            what = f"byte {error.start + 1} is no valid UTF-8"
            raise source.error(what, at=f"line {line}", way_out=_SAVE_AS) from error
    return _guessed(source)


def _strict(source: Source, encoding: str) -> str:
    try:
        return source.data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"byte {error.start + 1} is no valid {encoding.upper()}"
        raise source.error(what, way_out=_SAVE_AS) from error


def _is_broken_utf8(data: bytes) -> bool:
    """Most of its letters beyond ASCII are good UTF-8: a damaged file, not another encoding."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    good, bad = len(_MULTIBYTE.findall(text)), text.count("\ufffd")
    return good > bad


def _guessed(source: Source) -> str:
    sample = source.data[:_SAMPLE]
    ranked = sorted(_CODE_PAGES, key=lambda page: -_fit(sample, page))
    if _fit(sample, ranked[0]) >= _FITTING:
        encoding = ranked[0]
    else:
        best = from_bytes(sample, cp_isolation=_CODE_PAGES).best()
        encoding = best.encoding if best else ""
    if not encoding:
        raise source.error("the letters are in no encoding we know", way_out=_SAVE_AS)
    try:
        return source.data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"byte {error.start + 1} does not fit the encoding {encoding}"
        raise source.error(what, way_out=_SAVE_AS) from error


def _fit(data: bytes, encoding: str) -> float:
    """Share of the letters beyond ASCII that one language's alphabet has."""
    try:
        text = data.decode(encoding).lower()
    except UnicodeDecodeError:
        return 0.0
    counts = Counter(c for c in text if c > "\x7f" and c not in _MARKS)
    most = max(sum(counts[letter] for letter in letters) for letters in _ALPHABETS)
    return most / max(1, counts.total())

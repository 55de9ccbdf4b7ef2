"""Plain text and Markdown."""

from __future__ import annotations

import re

from ingest.model import Reading
from ingest.readers.decode import decode
from ingest.readers.layout import blocks_of, lines_of
from ingest.readers.source import Source

__all__ = ["read_markdown", "read_text"]

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_UNDERLINED = re.compile(
    r"^(?P<text>[^\n|#>\-*\s][^\n|]*)\n(?P<line>=+|-{3,})[ \t]*$", re.MULTILINE
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_text(source: Source) -> Reading:
    """Plain text; what is written like Markdown in it is understood too."""
    return _reading(source, decode(source), "text/plain")


def read_markdown(source: Source) -> Reading:
    """Markdown: front matter becomes pairs, underlined lines become headings."""
    text = decode(source)
    text = _FRONT_MATTER.sub(lambda m: m[1] + "\n\n", text, count=1)
    text = _COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    text = _UNDERLINED.sub(_heading, text)
    return _reading(source, text, "text/markdown")


def _heading(match: re.Match[str]) -> str:
    marks = "#" if match["line"].startswith("=") else "##"
    return f"{marks} {match['text']}\n"


def _reading(source: Source, text: str, media_type: str) -> Reading:
    blocks = blocks_of(lines_of(text))
    title = next((block.text for block in blocks if block.kind == "heading"), "")
    if not title and blocks:
        title = blocks[0].text
    return Reading(source.path, media_type, source.digest, blocks, title[:300])

"""HTML pages: what is said on them, without navigation, banners, share buttons and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import html

from ingest.model import Block, Reading
from ingest.readers.decode import decode
from ingest.readers.source import Source

__all__ = ["read_html"]

_SKIP = {
    "script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "button",
    "iframe", "select", "dialog", "head", "object",
}  # fmt: skip
_ROLES = {
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu",
}  # fmt: skip
_FURNITURE = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|consent|footer|sidebar|share|"
    r"sharing|social-(?:media|links|share)|advert\w*|ads?|banner|promo|related|comments?|popup|modal|"
    r"newsletter|pagination|skip-?link|toolbar)(?:$|[-_\s])",
    re.IGNORECASE,
)
_BLOCKS = {
    "p", "div", "section", "article", "main", "blockquote", "figcaption", "pre", "address", "body",
    "details",
}  # fmt: skip
_HEADING = re.compile(r"^h[1-6]$")
_ENCODING = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MAX_DEPTH = 200
"""Deeper nesting is no page that a person wrote."""


def read_html(source: Source) -> Reading:
    """Headings, paragraphs, items, definition pairs and table rows of the page's own text."""
    text = _DECLARATION.sub("", _decoded(source))
    parser = html.HTMLParser(recover=True, no_network=True, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(text or "<html/>", parser=parser)
    body = root.find("body")
    top = _main(body if body is not None else root)
    blocks = tuple(_numbered(_walk(top, 0)))
    if not blocks:
        what = "the page holds no text of its own"
        raise source.error(what, way_out="Save the page as it shows in the browser")
    title = next((b.text for b in blocks if b.kind == "heading"), "") or _title(root)
    language = str(root.get("lang") or "").split("-")[0].lower()
    return Reading(source.path, "text/html", source.digest, blocks, title, language)


def _decoded(source: Source) -> str:
    declared = _ENCODING.search(source.data[:4096])
    if declared:
        try:
            return source.data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(source)


def _title(root: html.HtmlElement) -> str:
    return " ".join((root.findtext(".//title") or "").split())


def _main(body: html.HtmlElement) -> html.HtmlElement:
    """The ``main`` element when it holds most of what the page says."""
    found = body.xpath(".//main | .//*[@role='main']")
    return found[0] if len(found) == 1 and len(_text(found[0])) > 200 else body


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    for at, block in enumerate(blocks, 1):
        yield replace(block, place=f"block {at}")


def _walk(element: html.HtmlElement, depth: int) -> Iterator[Block]:
    """Blocks below an element; text between its block children becomes paragraphs."""
    run = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or _is_furniture(child):
            run.append(child.tail or "")
            continue
        if _is_inline(child) or depth > _MAX_DEPTH:
            run += ["\n" if child.tag == "br" else _text(child), child.tail or ""]
            continue
        yield from _paragraphs(run)
        yield from _element(child, depth)
        run = [child.tail or ""]
    yield from _paragraphs(run)


def _is_inline(child: html.HtmlElement) -> bool:
    known = child.tag in _BLOCKS or child.tag in ("ul", "ol", "table", "dl", "header", "center")
    return not known and not _HEADING.match(child.tag) and child.find(".//p") is None


def _is_furniture(element: html.HtmlElement) -> bool:
    if element.tag in _SKIP or element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_FURNITURE.search(names)) and element.tag not in ("body", "main", "article")


def _paragraphs(run: list[str]) -> Iterator[Block]:
    for line in "".join(run).split("\n\n" if "\n\n" in "".join(run) else "\0"):
        if text := " ".join(line.split()):
            yield Block("paragraph", text, "")


def _element(child: html.HtmlElement, depth: int) -> Iterator[Block]:
    tag = child.tag
    if _HEADING.match(tag):
        if text := _text(child):
            yield Block("heading", text, "", level=int(tag[1]))
    elif tag in ("ul", "ol"):
        yield from _items(child, depth, ordered=tag == "ol")
    elif tag == "table":
        yield from _rows(child)
    elif tag == "dl":
        yield from _pairs(child)
    else:
        yield from _walk(child, depth + 1)


def _items(element: html.HtmlElement, depth: int, *, ordered: bool) -> Iterator[Block]:
    for number, item in enumerate((c for c in element if c.tag == "li"), 1):
        if _is_furniture(item):
            continue
        nested = [c for c in item if c.tag in ("ul", "ol")]
        for part in nested:
            item.remove(part)
        if text := _text(item):
            yield Block("item", text, "", level=1, marker=str(number) if ordered else "")
        for part in nested if depth < _MAX_DEPTH else ():
            for block in _items(part, depth + 1, ordered=part.tag == "ol"):
                yield Block("item", block.text, "", level=block.level + 1, marker=block.marker)


def _rows(table: html.HtmlElement) -> Iterator[Block]:
    for row in table.iter("tr"):
        cells = tuple(_text(cell, breaks=True) for cell in row if cell.tag in ("td", "th"))
        if any(cells):
            yield Block("row", " | ".join(filter(None, cells)), "", cells=cells)


def _pairs(element: html.HtmlElement) -> Iterator[Block]:
    key = ""
    for child in element.iter("dt", "dd"):
        text = _text(child)
        if child.tag == "dt":
            key = text
        elif key and text:
            yield Block("pair", f"{key}: {text}", "", cells=(key, text))


def _text(element: html.HtmlElement, *, breaks: bool = False) -> str:
    """All text below an element; ``breaks`` keeps line breaks and paragraphs as lines."""
    if not breaks:
        return " ".join("".join(_pieces(element)).split())
    for line_break in element.iter("br", "p", "li", "div"):
        line_break.tail = "\n" + (line_break.tail or "")
    lines = "".join(element.itertext()).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    """Text in document order, scripts left out, a space where a line or block ends."""
    yield element.text or ""
    for child in element.iterdescendants():
        ends = child.tag in _SKIP or not isinstance(child.tag, str)
        if not ends:
            yield " " if child.tag in ("br", "p", "li", "div", "td") else ""
            yield child.text or ""
        yield child.tail or ""

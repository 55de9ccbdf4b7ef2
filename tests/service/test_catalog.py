"""Every text of the pages exists in every language."""

from __future__ import annotations

import re
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from service.web.build import compile_catalogs
from service.web.catalog import LANGUAGES, LOCALE, load

WEB = LOCALE.parent
KEYWORDS = {**DEFAULT_KEYWORDS, "_n": (1, 2)}
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {
    "templates/**.html": {
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "newstyle_gettext": "true",
    }
}


def texts() -> list[str | tuple[str, ...]]:
    """What the pages say, as gettext knows it."""
    found = extract_from_dir(WEB, METHODS, OPTIONS, KEYWORDS)
    return sorted({text for _, _, text, *_ in found if text}, key=str)


def catalog(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)s", text))


def forms(value: Any) -> list[str]:
    """A text alone, or its singular and plurals."""
    return list(value) if isinstance(value, list | tuple) else [value or ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    known = catalog(language)
    found = {text: known.get(text[0] if isinstance(text, tuple) else text) for text in texts()}
    assert found
    missing = [text for text, message in found.items() if not translated(message, known)]
    assert not missing


def translated(message: Message | None, known: Catalog) -> bool:
    if message is None or message.fuzzy:
        return False
    wanted = known.num_plurals if isinstance(message.id, tuple) else 1
    return len(forms(message.string)) == wanted and all(forms(message.string))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_translated_that_no_page_says(language: str) -> None:
    said = {text[0] if isinstance(text, tuple) else text for text in texts()}
    ids = (m.id[0] if isinstance(m.id, tuple) else m.id for m in catalog(language) if m.id)
    assert [id_ for id_ in ids if id_ not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language: str) -> None:
    for message in catalog(language):
        wanted = placeholders(forms(message.id)[-1])
        if message.id:
            assert all(placeholders(s) == wanted for s in forms(message.string)), message.id


def test_a_catalog_is_the_same_compiled_or_not() -> None:
    compile_catalogs()
    compiled = load("sl").ngettext("%(num)s service", "%(num)s services", 2)
    (LOCALE / "sl" / "LC_MESSAGES" / "messages.mo").unlink()
    assert load("sl").ngettext("%(num)s service", "%(num)s services", 2) == compiled
    compile_catalogs()

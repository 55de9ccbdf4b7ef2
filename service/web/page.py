"""Renders templates in the visitor's language."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ontology.vocabulary import Vocabulary
from service.web import address, catalog
from service.web.areas import AreaNames
from service.web.directory import Directory
from service.web.words import Words

__all__ = ["STATIC", "Page", "PageHere", "Templates", "page_of"]

_HERE = Path(__file__).parent
STATIC = _HERE / "static"
_COOKIE = "language"
_YEAR_SECONDS = 365 * 24 * 3600


class Templates:
    """The templates, once for each language."""

    def __init__(self, vocabulary: Vocabulary, areas: AreaNames) -> None:
        self._assets = _digests(STATIC)
        self._words = {
            code: Words(vocabulary, areas, code, catalog.load(code)) for code in catalog.LANGUAGES
        }
        self._environments = {code: self._environment(words) for code, words in self._words.items()}

    def words(self, language: str) -> Words:
        """What things are called in one language."""
        return self._words[language]

    def render(self, language: str, template: str, values: dict[str, Any]) -> str:
        """The filled template."""
        return self._environments[language].get_template(template).render(values)

    def _environment(self, words: Words) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        gettext: Any = environment  # the extension adds the method, which no stub knows
        gettext.install_gettext_translations(words.translations, newstyle=True)
        environment.filters |= address.FILTERS
        environment.globals |= {
            "asset": lambda name: f"/static/{name}?v={self._assets.get(name, '')}",
            "built": lambda name: f"build/{name}" in self._assets,
            "language": words.code,
            "languages": catalog.LANGUAGES,
            "words": words,
        }
        return environment


@dataclass(frozen=True, slots=True)
class Page:
    """One request for a page: its language, and how to answer it."""

    request: Request
    templates: Templates
    directory: Directory
    language: str

    @property
    def words(self) -> Words:
        """What things are called in the page's language."""
        return self.templates.words(self.language)

    @property
    def is_partial(self) -> bool:
        """Whether a script asks for a part of the page."""
        return "hx-request" in self.request.headers

    def render(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """The page; what answers a question is never stored by browser or proxy."""
        values.setdefault("current", "")
        response = HTMLResponse(self.templates.render(self.language, template, values), status)
        private = self.request.method != "GET" or self.is_partial
        response.headers["Cache-Control"] = "no-store" if private else "private, no-cache"
        response.headers["Content-Language"] = self.language
        response.headers["Vary"] = "Accept-Language, Cookie, HX-Request"
        if self.request.query_params.get("lang") == self.language:
            response.set_cookie(
                _COOKIE, self.language, max_age=_YEAR_SECONDS, httponly=True, samesite="lax"
            )
        return response


def page_of(request: Request) -> Page:
    """The page that a request asks for, in the visitor's language."""
    language = catalog.choose(
        request.query_params.get("lang", ""),
        request.cookies.get(_COOKIE, ""),
        request.headers.get("accept-language", ""),
    )
    templates: Templates = request.app.state.templates
    return Page(request, templates, request.app.state.directory, language)


PageHere = Annotated[Page, Depends(page_of)]
"""Annotation of an endpoint's parameter that wants the page."""


def _digests(folder: Path) -> dict[str, str]:
    """A short digest of each static file, so that a browser may keep it until it changes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:10]
        for path in folder.rglob("*")
        if path.is_file()
    }

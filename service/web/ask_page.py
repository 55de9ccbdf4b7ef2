"""The page *Ask*. The need comes by POST and is answered at once: no address ever holds it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from ontology.errors import UsageError
from search.model import Options, Result
from service.api.context import Context, Here
from service.choices import check_options
from service.web import choice
from service.web.chips import Chip, chips
from service.web.choice import Choice
from service.web.page import Page, PageHere
from service.web.words import Words

__all__ = ["Ask", "AskForm", "answer", "fingerprint", "question", "router"]

router = APIRouter(include_in_schema=False)

_FIRST, _MORE = 10, 20
"""Hits shown at first, and how many more each time."""

_MOST = 200
_LONGEST = 10_000


class AskForm(BaseModel):
    """The fields of the form, as they were sent."""

    text: str = ""
    age: str = ""
    area: str = ""
    spoken: str = ""
    cost: str = ""
    stage: str = ""
    type: str = ""
    about: str = ""
    """Fingerprint of the text that ``without`` was chosen for."""
    toggle: str = ""
    limit: int = _FIRST
    without: list[str] = []

    def options(self, language: str) -> Options:
        """What the asker states; what was switched off for another text counts no more."""
        age = self.age.strip()
        if age and not (age.isdigit() and int(age) <= 120):
            raise UsageError(f"age {age!r} is not a number of years", way_out="Give 0 to 120.")
        off = set(self.without) if self.about == fingerprint(self.text) else set()
        return Options(
            limit=min(max(self.limit, 1), _MOST),
            age=int(age) if age else None,
            area=self.area,
            spoken=self.spoken,
            cost=self.cost,
            stage=self.stage,
            type=self.type,
            language=language,
            without=frozenset(off ^ ({self.toggle} - {""})),
        )


@dataclass(frozen=True, slots=True)
class Ask:
    """What the templates of the page show."""

    services: int
    areas: list[Choice]
    spoken: list[Choice]
    costs: list[Choice]
    stages: list[Choice]
    types: list[Choice]
    text: str = ""
    chosen: Options = Options()
    result: Result | None = None
    chips: tuple[Chip, ...] = ()
    language_name: str = ""
    about: str = ""

    @property
    def off(self) -> list[str]:
        """What is switched off."""
        return sorted(self.chosen.without)

    @property
    def narrowed(self) -> bool:
        """Whether an option is set, so that the options are shown open."""
        kept = {"limit", "language", "without"}
        return any(
            getattr(self.chosen, f.name) != f.default for f in fields(Options) if f.name not in kept
        )

    @property
    def more(self) -> int:
        """How many hits the next step shows; 0 when all are there."""
        shown = len(self.result.hits) if self.result else 0
        return self.chosen.limit + _MORE if shown == self.chosen.limit < _MOST else 0


@router.get("/", response_class=HTMLResponse)
def question(page: PageHere, here: Here) -> HTMLResponse:
    """The empty form."""
    return page.render("ask.html", current="ask", ask=_offered(here, page.words))


@router.post("/", response_class=HTMLResponse)
def answer(page: PageHere, here: Here, form: Annotated[AskForm, Form()]) -> HTMLResponse:
    """The form with its answer, or the answer alone for a script."""
    text = form.text[:_LONGEST]
    options = form.options(page.language)
    check_options(options, here.workspace.vocabulary)
    result = here.workspace.search(text, options)
    here.metrics.count("socialmap_needs_total", language=result.need.language)
    ask = replace(
        _offered(here, page.words),
        text=text,
        chosen=options,
        result=result,
        chips=chips(result.need, options, page.words),
        language_name=page.words.language(result.need.language),
        about=fingerprint(form.text),
    )
    return _shown(page, ask)


def _shown(page: Page, ask: Ask) -> HTMLResponse:
    template = "answer.html" if page.is_partial else "ask.html"
    return page.render(template, current="ask", ask=ask)


def _offered(here: Context, words: Words) -> Ask:
    facets, vocabulary = here.workspace.index.facets, here.workspace.vocabulary
    return Ask(
        services=int(facets.alive.sum()),
        areas=choice.areas(facets.names("area"), words),
        spoken=choice.spoken(facets.names("spoken"), words),
        costs=choice.concepts((c.iri for c in vocabulary.concepts("cost")), words),
        stages=choice.concepts((c.iri for c in vocabulary.concepts("stage")), words),
        types=choice.concepts(facets.names("type"), words),
    )


def fingerprint(text: str) -> str:
    """A short digest of a text, by which it is known again without being kept."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]

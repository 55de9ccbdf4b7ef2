"""``POST /api/v1/search``: one need. It comes in the body, so that no address or log holds it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from search.model import Options
from service.api.context import Here
from service.choices import check_options

__all__ = ["NeedIn", "router", "search"]

router = APIRouter(prefix="/api/v1", tags=["search"])

LONGEST_NEED = 10_000
"""Characters of a need; more is a case file, which does not belong here."""


class NeedIn(BaseModel):
    """A need in somebody's own words, with what the asker states beside it."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=LONGEST_NEED, description="The need.")]
    limit: Annotated[int, Field(ge=1, le=1000, description="Hits at most.")] = 10
    age: Annotated[int | None, Field(ge=0, le=120, description="Age in years.")] = None
    area: Annotated[str, Field(description="Name of an area known to the map.")] = ""
    spoken: Annotated[str, Field(description="Language spoken, BCP 47.")] = ""
    cost: Annotated[str, Field(description="free, paid or income-dependent.")] = ""
    stage: Annotated[str, Field(description="Stage of assistance.")] = ""
    type: Annotated[str, Field(description="Kind of partner.")] = ""
    language: Annotated[str, Field(description="Language of labels and reasons, BCP 47.")] = ""
    without: Annotated[
        list[str], Field(description='Readings to disregard: "topic:<iri>", "age", "area" …')
    ] = []

    def options(self) -> Options:
        """What is stated beside the text."""
        given = self.model_dump(exclude={"text", "without"})
        return Options(**given, without=frozenset(self.without))


@router.post("/search", summary="The services that fit a need, best first, with reasons")
def search(need: NeedIn, here: Here, response: Response) -> dict[str, Any]:
    """Answer one need; nothing of it is kept."""
    options = need.options()
    check_options(options, here.workspace.vocabulary)
    result = here.workspace.search(need.text, options)
    here.metrics.count("socialmap_needs_total", language=result.need.language)
    response.headers["Cache-Control"] = "no-store"
    return result.to_json()

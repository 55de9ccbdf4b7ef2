"""What an endpoint needs: the map, the running imports and the counters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from service.api.jobs import Jobs
from service.api.metrics import Metrics
from service.workspace import Workspace

__all__ = ["Context", "Here", "context_of"]


@dataclass(frozen=True, slots=True)
class Context:
    """The parts that endpoints share."""

    workspace: Workspace
    jobs: Jobs
    metrics: Metrics


def context_of(request: Request) -> Context:
    """The context of the application that a request came to."""
    context: Context = request.app.state.context
    return context


Here = Annotated[Context, Depends(context_of)]
"""Annotation of an endpoint's parameter that wants the context."""

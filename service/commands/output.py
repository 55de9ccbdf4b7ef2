"""What commands share: JSON on standard output, progress and messages on standard error."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from service.workspace import Step

__all__ = ["json_option", "print_json", "progress_bar", "tell"]


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """The ``--json`` flag that every reporting command has."""
    flag = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
    return flag(function)


def print_json(document: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def tell(message: str) -> None:
    """A message for people, on standard error."""
    click.echo(message, err=True)


@contextmanager
def progress_bar() -> Iterator[Step]:
    """A bar on standard error, only where somebody looks at it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks: dict[str, Any] = {}

        def step(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(what, total=total or None)
            progress.update(tasks[what], completed=done, total=total or None)

        yield step

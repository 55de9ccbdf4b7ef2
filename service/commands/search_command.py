"""``socialmap search``: one need, or a file of needs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from ontology.errors import InputError, SocialmapError, UsageError
from search.model import Hit, Options, Result
from service.choices import check_options
from service.commands.output import json_option, print_json, tell
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]

_OPTION_NAMES = frozenset(f.name for f in fields(Options)) - {"without"}


@click.command("search")
@click.argument("text", required=False)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, help="Hits at most.")
@click.option("--age", type=click.IntRange(0, 120), help="Age in years.")
@click.option("--area", default="", help="Name of an area known to the map.")
@click.option("--spoken", default="", help="Language spoken (code such as so or uk).")
@click.option("--cost", default="", help="free, paid or income-dependent.")
@click.option("--stage", default="", help="Stage of assistance, such as prevention.")
@click.option("--type", "type_", default="", help="Kind of partner, such as sports-club.")
@click.option("--language", default="", help="Language of labels and reasons (code).")
@click.option("--batch", type=click.Path(allow_dash=True), help="JSON lines of needs; - for stdin.")
@json_option
@click.pass_obj
def command(
    settings: Settings, /, text: str | None, batch: str | None, as_json: bool, **given: Any
) -> None:
    """Find who can help: type TEXT as you would say it to a colleague."""
    options = Options(**{key.rstrip("_"): value for key, value in given.items()})
    if (text is None) == (batch is None):
        raise UsageError(
            "one need is wanted", way_out="Give either TEXT or --batch FILE, see --help."
        )
    with Workspace(settings, read_only=True) as workspace:
        check_options(options, workspace.vocabulary)
        if batch is not None:
            sys.exit(_batch(workspace, batch))
        result = workspace.search(text or "", options)
        if as_json:
            print_json(result.to_json())
        else:
            _print(result)


def _batch(workspace: Workspace, source: str) -> int:
    """One result document a line; lines that cannot be answered are named, the rest goes on."""
    failed = 0
    for number, line in enumerate(_lines(source), 1):
        try:
            document = _answered(workspace, line, f"{source}:{number}")
        except SocialmapError as error:
            failed += 1
            error.place = error.place or f"{source}:{number}"
            tell(f"Error: {error}")
            continue
        click.echo(json.dumps(document, ensure_ascii=False))
    return 1 if failed else 0


def _lines(source: str) -> Iterator[str]:
    lines: Iterable[str]
    if source == "-":
        lines = sys.stdin
    elif Path(source).is_file():
        lines = Path(source).read_text("utf-8-sig").splitlines()
    else:
        raise InputError("no such file", place=source, way_out="Check the path.")
    return (line for line in lines if line.strip())


def _answered(workspace: Workspace, line: str, place: str) -> dict[str, Any]:
    try:
        need = json.loads(line)
        identifier, text = need["id"], need["text"]
        if not isinstance(text, str):
            raise TypeError("the text is no text")
        options = Options(**{k: v for k, v in need.items() if k in _OPTION_NAMES and v is not None})
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"not a need ({error})",
            place=place,
            way_out='Each line is {"id": …, "text": …} and options of the search command.',
        ) from None
    unknown = need.keys() - _OPTION_NAMES - {"id", "text"}
    if unknown:
        raise InputError(
            f"unknown option {', '.join(sorted(unknown))}",
            place=place,
            way_out=f"Options are {', '.join(sorted(_OPTION_NAMES))}.",
        )
    check_options(options, workspace.vocabulary)
    return {"id": identifier, **workspace.search(text, options).to_json()}


def _print(result: Result) -> None:
    for emergency in result.emergency:
        click.secho(f"{emergency.number}  {emergency.label}", fg="red", bold=True)
    topics = ", ".join(topic.label for topic in result.need.leading)
    tell(f"[{result.need.language}] {topics}")
    if not result.hits:
        click.echo("Nothing in the map answers this need.")
    for hit in result.hits:
        _print_hit(hit)
    for hit in result.near_misses:
        click.echo(f"\n  nearly: {hit.name} ({hit.organization.name}): {'; '.join(hit.misfits)}")


def _print_hit(hit: Hit) -> None:
    click.secho(f"\n{hit.rank}. {hit.name}", bold=True, nl=False)
    click.echo(f"  {hit.organization.name}  [{hit.language}]  {hit.score:.2f}")
    for reason in hit.reasons:
        click.echo(f"     {reason.kind}: {reason.text}")
    if hit.contact:
        click.echo(f"     {'  '.join(value for _, value in hit.contact)}")
    for way in hit.way_in:
        click.echo(f"     {way.organization} {way.relation}")

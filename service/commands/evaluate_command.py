"""``socialmap evaluate``: how good the answers of this map are on judged needs."""

from __future__ import annotations

from pathlib import Path

import click

from search.evaluate import evaluate, read_judged
from service.choices import check_options
from service.commands.output import json_option, print_json
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]


@click.command("evaluate")
@click.argument("queries", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def command(settings: Settings, queries: Path, as_json: bool) -> None:
    """Measure nDCG@10, recall@5 and MRR on QUERIES (JSON lines), by language."""
    judged = read_judged(queries)
    with Workspace(settings, read_only=True) as workspace:
        for need in judged:
            check_options(need.options, workspace.vocabulary)
        figures = evaluate(judged, workspace.search)
    if as_json:
        print_json({language: row.to_json() for language, row in figures.items()})
        return
    click.echo("language  needs  nDCG@10  recall@5    MRR")
    for language, row in figures.items():
        click.echo(
            f"{language:8}  {row.needs:5}  {row.ndcg:7.3f}  {row.recall:8.3f}  {row.mrr:5.3f}"
        )

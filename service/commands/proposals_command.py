"""``socialmap proposals``: look over what ingest found, accept or reject it."""

from __future__ import annotations

import click

from graph.model import Proposal, Status
from service.commands.output import json_option, print_json
from service.describe import entity_json, evidence_json, kind_of, title
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["accept", "command", "list_", "reject", "show"]


@click.group("proposals", invoke_without_command=True)
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Look over proposals: list (default), show, accept, reject."""
    if context.invoked_subcommand is None:
        context.invoke(list_, as_json=as_json)


@command.command("list")
@click.option(
    "--status",
    type=click.Choice([*(status.value for status in Status), "all"]),
    default=Status.PENDING.value,
    show_default=True,
    help="Which proposals.",
)
@json_option
@click.pass_obj
def list_(settings: Settings, status: str, as_json: bool) -> None:
    """List proposals."""
    with Workspace(settings, read_only=True) as workspace:
        found = workspace.proposals.list(None if status == "all" else Status(status))
        labels = workspace.labels()
    if as_json:
        print_json([_json(proposal) for proposal in found])
        return
    for proposal in found:
        name = title(proposal.entity, labels)
        click.echo(f"{proposal.id}  {proposal.confidence:.2f}  {kind_of(proposal.entity)}: {name}")
    if not found:
        click.echo("No proposals.")


@command.command("show")
@click.argument("id_", metavar="ID")
@json_option
@click.pass_obj
def show(settings: Settings, id_: str, as_json: bool) -> None:
    """Show one proposal with the passages that say so."""
    with Workspace(settings, read_only=True) as workspace:
        proposal = workspace.proposals.get(id_)
        labels = workspace.labels()
    if as_json:
        print_json(_json(proposal))
        return
    click.echo(f"{kind_of(proposal.entity)}: {title(proposal.entity, labels)}  [{proposal.status}]")
    for evidence in proposal.evidence:
        click.echo(f"  {evidence.place}: “{evidence.passage}”")


@command.command("accept")
@click.argument("ids", metavar="ID…", nargs=-1, required=True)
@click.option("--who", default="", help="Who accepts.")
@json_option
@click.pass_obj
def accept(settings: Settings, ids: tuple[str, ...], who: str, as_json: bool) -> None:
    """Accept proposals, and those they cannot stand without; all accepts every pending one."""
    with Workspace.open(settings) as workspace:
        count = workspace.accept(_chosen(workspace, ids), who)
    if as_json:
        print_json({"accepted": count})
    else:
        click.echo(f"{count} proposals accepted.")


@command.command("reject")
@click.argument("ids", metavar="ID…", nargs=-1, required=True)
@click.option("--who", default="", help="Who rejects.")
@click.option("--reason", default="", help="Why.")
@json_option
@click.pass_obj
def reject(settings: Settings, ids: tuple[str, ...], who: str, reason: str, as_json: bool) -> None:
    """Reject proposals; they are not proposed again."""
    with Workspace.open(settings) as workspace:
        count = workspace.reject(_chosen(workspace, ids), who, reason)
    if as_json:
        print_json({"rejected": count})
    else:
        click.echo(f"{count} proposals rejected.")


def _chosen(workspace: Workspace, ids: tuple[str, ...]) -> tuple[str, ...]:
    if ids != ("all",):
        return ids
    return tuple(proposal.id for proposal in workspace.proposals.list(Status.PENDING))


def _json(proposal: Proposal) -> dict[str, object]:
    return {
        "id": proposal.id,
        "status": str(proposal.status),
        "confidence": proposal.confidence,
        "needs": list(proposal.needs),
        "entity": entity_json(proposal.entity),
        "evidence": [evidence_json(evidence) for evidence in proposal.evidence],
    }

"""``socialmap show``: everything known of one entity, with sources."""

from __future__ import annotations

import click

from graph.model import Entity
from graph.profiles import Profile
from service.commands.output import json_option, print_json
from service.describe import Labels, entity_json, evidence_json, kind_of, profile_json, title
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]


@click.command("show")
@click.argument("id_or_iri")
@json_option
@click.pass_obj
def command(settings: Settings, id_or_iri: str, as_json: bool) -> None:
    """Show what the map knows of ID_OR_IRI, and who says so."""
    with Workspace(settings, read_only=True) as workspace:
        profile = workspace.view.profile(id_or_iri)
        labels = workspace.labels()
    if as_json:
        print_json(profile_json(profile))
    else:
        _print(profile, labels)


def _print(profile: Profile, labels: Labels) -> None:
    click.secho(title(profile.entity, labels), bold=True)
    for key, value in entity_json(profile.entity).items():
        click.echo(f"  {key}: {value}")
    related: tuple[Entity, ...] = (*profile.services, *profile.offers, *profile.hopes)
    related += (*profile.outgoing, *profile.incoming, *profile.pathways)
    for entity in related:
        click.echo(f"  {kind_of(entity)}: {title(entity, labels)}  ({entity.id})")
    sources = {document.iri: title(document, labels) for document in profile.sources}
    for evidence in profile.evidence:
        said = evidence_json(evidence)
        source = sources.get(evidence.document, evidence.document)
        click.echo(f"  {source}, {said['place']}: “{evidence.passage}”")

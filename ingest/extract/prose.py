"""Prose to partners, services, collaborations, pathways and statements, each with its passage."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Document, Organization, Service
from ingest.extract.activities import add_activities
from ingest.extract.cast import NETWORK, Cast, Mention
from ingest.extract.context import Collector, Context
from ingest.extract.features import add_events, add_features, updated
from ingest.extract.furniture import own_text, title_of
from ingest.extract.members import add_fields, add_map_columns, add_members
from ingest.extract.metadata import as_concepts, as_facts, key_values, statements
from ingest.extract.pathways import add_pathways
from ingest.extract.relations import add_relations
from ingest.extract.scene import Scene
from ingest.model import Block, Reading
from ingest.phrases import phrases_for
from ontology.terms import SM
from ontology.text import fold, sentences

__all__ = ["add_prose"]

_TITLE_CHARACTERS = 160


def add_prose(reading: Reading, context: Context, heap: Collector) -> None:
    """Everything that the text of a document says, put on the heap."""
    blocks = own_text(reading.blocks, context.language)
    if not blocks:
        return
    scene, pairs = _scene(reading, blocks, (context, heap))
    _open(scene, reading)
    add_members(scene)
    add_relations(scene)
    add_features(scene)
    add_activities(scene)
    add_events(scene)
    add_pathways(scene)
    add_map_columns(scene)
    add_fields(scene)
    _add_metadata(scene, pairs, blocks)


_Pairs = dict[int, tuple[str, str, int]]


def _scene(
    reading: Reading, blocks: list[Block], into: tuple[Context, Collector]
) -> tuple[Scene, _Pairs]:
    """The scene without its metadata, and the metadata."""
    context, heap = into
    pairs = key_values(blocks, context.language)
    used = {place for at, (_, _, value_at) in pairs.items() for place in (at, value_at)}
    running = tuple(block for at, block in enumerate(blocks) if at not in used)
    title = title_of(blocks, reading.title)[:_TITLE_CHARACTERS]
    cast = Cast(context, heap)
    cast.learn(s for block in running for s in sentences(block.text))
    phrases = phrases_for(context.language)
    return Scene(context, heap, cast, phrases, running, title), pairs


def _open(scene: Scene, reading: Reading) -> None:
    """The document itself with its title and date, and the partner it is about."""
    document = replace(
        scene.context.document,
        title=(scene.text(scene.title, scene.blocks[0]),),
        updated=updated(reading.blocks, scene),
    )
    first = next((b for b in scene.blocks if b.text.startswith(scene.title)), scene.blocks[0])
    scene.state(document, (scene.title, first), 1.0)
    if not _project(scene, first):
        scene.cast.find_main(scene.title, list(scene.blocks))


def _project(scene: Scene, first: Block) -> str:
    """A title that names the two who work together is the name of their cooperation."""
    match = scene.phrases.search("between", scene.title)
    named = [m for m in scene.cast.mentions(scene.title) if NETWORK not in m.types]
    partners = [m for m in named if match and m.start >= match.end() - 1]
    if not match or len(partners) < 2:
        return ""
    name, colon, _ = scene.title[: match.start()].partition(":")
    name = name.strip() if colon else scene.title[: partners[-1].end]
    mention = Mention(0, len(name), NETWORK, name, (NETWORK,), is_named=True)
    scene.cast.main = scene.cast.add(mention, first, scene.title)
    scene.cast.by_key[fold(name)] = scene.cast.main
    for partner in partners:
        iri = scene.place(partner, (scene.title, first))
        scene.relate((iri, scene.main), "member-of", (scene.title, first), 0.9)
    return scene.main


def _add_metadata(scene: Scene, pairs: _Pairs, blocks: list[Block]) -> None:
    """What the block of metadata says of the document, and of the services in it."""
    found = list(statements(pairs, blocks, scene.context))
    for item in found:
        document: Document = replace(
            scene.context.document,
            facts=as_facts([item], scene.language(item.block)),
            concepts=as_concepts([item]),
        )
        at = item.block.text
        key = next(
            b.text for p, (_, _, v) in pairs.items() if (b := blocks[p]) and blocks[v] is item.block
        )
        scene.state(document, (f"{key}: {at}" if key != at else at, item.block), 1.0)
    concepts = dict[str, list[str]]()
    for name, iri in as_concepts(found):
        concepts.setdefault(name, []).append(iri)
    for row in scene.heap.found():
        entity = row.entity
        if isinstance(entity, Service):
            scene.heap.replace(
                replace(
                    entity,
                    levels=entity.levels or tuple(concepts.get(SM("level"), ())),
                    intensities=entity.intensities or tuple(concepts.get(SM("intensity"), ())),
                )
            )
        elif isinstance(entity, Organization) and entity.iri == scene.main:
            groups = tuple(concepts.get(SM("targetGroup"), ()))
            audience = replace(entity.audience, groups=entity.audience.groups or groups)
            scene.heap.replace(replace(entity, audience=audience))

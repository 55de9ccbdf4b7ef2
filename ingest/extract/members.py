"""Who belongs to it: partners enumerated in a sentence or listed under a lead."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Document
from ingest.extract.cast import NETWORK
from ingest.extract.columns import sheets
from ingest.extract.labels import find, nearest
from ingest.extract.lists import Listing, enumerated, listings
from ingest.extract.scene import Scene
from ingest.model import Block
from ontology.terms import SM

__all__ = ["add_fields", "add_map_columns", "add_members"]

_KNOWN_SHARE = 0.5
"""An enumeration is one of partners when we know the kind of so many of its entries."""

_KNOWN_SHARE_ALONE = 0.7
"""The same in a text that is about no partner: there an example is easily taken for a list."""

_FEWEST_STAGES = 3


def add_members(scene: Scene) -> None:
    """Partners of each enumeration; members of the network when the sentence speaks of it."""
    for sentence, block in scene.sentences():
        if scene.phrases.search("staff", sentence):
            continue
        entries = enumerated(sentence, scene.phrases, "members", "partners", "examples")
        if entries:
            _add(scene, entries, (sentence, block))
    for listing in listings(scene.blocks):
        if listing.is_of_names and _speaks_of_partners(scene, listing):
            for item in listing.items:
                _add(scene, [item.text], (item.text, item), listed=True)


def _speaks_of_partners(scene: Scene, listing: Listing) -> bool:
    names = ("partners", "members")
    return any(scene.phrases.search(name, listing.lead.text) for name in names)


def _add(
    scene: Scene, entries: list[str], passage: tuple[str, Block], *, listed: bool = False
) -> None:
    members = [scene.cast.member(entry) for entry in entries]
    known = [member for member in members if member.types]
    needed = _KNOWN_SHARE if scene.main else _KNOWN_SHARE_ALONE
    if not listed and len(known) < needed * len(members):
        return
    if not scene.main:
        for member in members:
            kinds = tuple((SM("partnerKind"), iri) for iri in member.types)
            fact = (SM("partnerKind"), scene.text(member.name, passage[1]))
            document = scene.context.document
            scene.state(replace(document, facts=(fact,), concepts=kinds), passage)
        return
    belongs = listed or any(NETWORK in m.types for m in scene.cast.mentions(passage[0]))
    for member in members:
        iri = scene.place(member, passage)
        if belongs:
            scene.relate((iri, scene.main), "member-of", passage, 0.9)


def add_map_columns(scene: Scene) -> None:
    """The columns of a capacities map that the text shows without rows."""
    for sheet in sheets(scene.blocks):
        if sheet.rows:
            continue
        block = next(b for b in scene.blocks if b.place == sheet.header_place)
        facts = tuple(
            (SM("capacitiesMapColumn"), scene.text(heading, block))
            for heading in sheet.header
            if heading
        )
        scene.state(replace(scene.context.document, facts=facts), (block.text, block))


def add_fields(scene: Scene) -> None:
    """Fields of help and stages of assistance that the document enumerates."""
    for sentence, block in scene.sentences():
        passage = (sentence, block)
        if scene.phrases.search("fields", sentence):
            entries = enumerated(sentence, scene.phrases, "fields")
            for entry in entries:
                _add_field(scene, entry, passage)
        stages = _concepts(scene, sentence, "stage")
        if len(stages) >= _FEWEST_STAGES:
            concepts = tuple((SM("stage"), iri) for iri in stages)
            scene.state(replace(scene.context.document, concepts=concepts), passage)


def _add_field(scene: Scene, entry: str, passage: tuple[str, Block]) -> None:
    concepts = tuple((SM("fieldOfHelp"), iri) for iri in _concepts(scene, entry, "need"))
    facts = ((SM("fieldOfHelp"), scene.text(entry, passage[1])),)
    document: Document = scene.context.document
    scene.state(replace(document, facts=facts, concepts=concepts), passage)


def _concepts(scene: Scene, text: str, scheme: str) -> tuple[str, ...]:
    vocabulary, language = scene.context.vocabulary, scene.context.language
    if whole := vocabulary.by_label(text, language, scheme):
        return tuple(whole)
    found = tuple(dict.fromkeys(m.iri for m in find(vocabulary, text, language, scheme)))
    if not found and scheme == "need" and (near := nearest(vocabulary, text, language, scheme)):
        return (near,)
    return found

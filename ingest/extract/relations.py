"""Who refers to whom, who coordinates, who pays, who works with whom: sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.cast import NETWORK, Mention
from ingest.extract.labels import find
from ingest.extract.scene import Scene
from ingest.model import Block
from ontology.terms import concept_iri

__all__ = ["add_relations"]

_SCHOOL = concept_iri("partner-type", "school")
_PUPILS = ("pupils", "at-risk-pupils", "early-school-leavers", "children", "young-people")
_NEAR = 90
"""Characters within which a verb's partner stands."""

Passage = tuple[str, Block]


def add_relations(scene: Scene) -> None:
    """Collaborations that the sentences speak of."""
    for passage in scene.sentences():
        mentions = scene.cast.mentions(passage[0])
        _referrals(scene, passage, mentions)
        _coordination(scene, passage, mentions)
        _funding(scene, passage, mentions)
        _cooperation(scene, passage, mentions)


def _referrals(scene: Scene, passage: Passage, mentions: Sequence[Mention]) -> None:
    text = passage[0]
    for match in scene.phrases.finditer("referred", text):
        target = _after(mentions, match.start())
        if target is None:
            continue
        before = _before(mentions, match.start())
        subject = before if before and before.types != target.types else _school(scene, text)
        _relate(scene, "refers-to", (subject, target), passage)
    for match in scene.phrases.finditer("refers", text):
        subject, target = _before(mentions, match.start()), _after(mentions, match.start())
        if target is None and len(found := _all_before(mentions, match.start())) > 1:
            subject, target = found[-2:]
        if target and target.start - match.end() > _NEAR:
            continue
        _relate(scene, "refers-to", (subject, target), passage)
    for match in scene.phrases.finditer("through", text):
        subject, target = _before(mentions, match.start()), _after(mentions, match.end())
        if target and NETWORK in target.types and target.start - match.end() < _NEAR // 3:
            _relate(scene, "refers-to", (subject, target), passage)


def _school(scene: Scene, text: str) -> Mention | None:
    """Where nobody is named who sends a pupil on, it is the school."""
    found = find(scene.context.vocabulary, text, scene.context.language, "target-group")
    if not any(match.iri.rsplit("/", 1)[-1] in _PUPILS for match in found):
        return None
    label = scene.context.vocabulary.label(_SCHOOL, (scene.context.language,))
    return Mention(0, 0, _SCHOOL, label[:1].upper() + label[1:], (_SCHOOL,))


def _coordination(scene: Scene, passage: Passage, mentions: Sequence[Mention]) -> None:
    text = passage[0]
    network = next((m for m in mentions if NETWORK in m.types), None)
    if not network and not scene.main:
        return
    for match in scene.phrases.finditer("coordinated_by", text):
        if by := _other(_after_all(mentions, match.start()), NETWORK):
            _coordinate(scene, by, network, passage)
            return
    for match in scene.phrases.finditer("coordinates", text):
        near = [m for m in mentions if m.end <= match.start() + 1 and match.start() - m.end < _NEAR]
        if subject := _other(near, NETWORK):
            _coordinate(scene, subject, network, passage)
            return


def _coordinate(scene: Scene, subject: Mention, network: Mention | None, passage: Passage) -> None:
    whole = scene.place(network, passage) if network else scene.main
    scene.relate((scene.place(subject, passage), whole), "coordinates", passage)


def _funding(scene: Scene, passage: Passage, mentions: Sequence[Mention]) -> None:
    text = passage[0]
    for match in scene.phrases.finditer("funded_by", text):
        paid, payer = _before(mentions, match.start()), _after(mentions, match.end())
        if payer and not paid and scene.main:
            scene.relate((scene.place(payer, passage), scene.main), "funds", passage)
        _relate(scene, "funds", (payer, paid), passage)
    if scene.phrases.search("funded_by", text):
        return
    for match in scene.phrases.finditer("funds", text):
        payer, paid = _before(mentions, match.start()), _after(mentions, match.end())
        _relate(scene, "funds", (payer, paid), passage)


def _cooperation(scene: Scene, passage: Passage, mentions: Sequence[Mention]) -> None:
    text = passage[0]
    for match in scene.phrases.finditer("between", text):
        pair = [m for m in mentions if match.end() <= m.start + 1 <= match.end() + 2 * _NEAR][:2]
        if not pair:
            pair = [m for m in mentions if m.end <= match.start() + 1][-2:]
        if len(pair) == 2:
            _relate(scene, "delivers-with", (pair[0], pair[1]), passage)
    for match in scene.phrases.finditer("together", text):
        near = [m for m in mentions if match.end() <= m.start < match.end() + _NEAR]
        _relate(
            scene,
            "delivers-with",
            (_before(mentions, match.start()), near[0] if near else None),
            passage,
        )


def _relate(
    scene: Scene, relation: str, ends: tuple[Mention | None, Mention | None], passage: Passage
) -> None:
    subject, target = ends
    if subject and target and subject.key != target.key:
        pair = (scene.place(subject, passage), scene.place(target, passage))
        scene.relate(pair, relation, passage)


def _before(mentions: Sequence[Mention], at: int) -> Mention | None:
    return next((m for m in reversed(mentions) if m.end <= at + 1), None)


def _all_before(mentions: Sequence[Mention], at: int) -> list[Mention]:
    return [m for m in mentions if m.end <= at + 1]


def _after(mentions: Sequence[Mention], at: int) -> Mention | None:
    return next((m for m in mentions if m.start >= at), None)


def _after_all(mentions: Sequence[Mention], at: int) -> list[Mention]:
    return [m for m in mentions if m.start >= at]


def _other(mentions: Sequence[Mention], kind: str) -> Mention | None:
    """The nearest partner that is not of the kind."""
    return next((m for m in reversed(mentions) if kind not in m.types), None)

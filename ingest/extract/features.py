"""What a text says of the partner it is about: for whom, how often, on which law, since when."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import Audience, Organization
from ingest.extract.activities import add_service
from ingest.extract.ages import ages_in_text
from ingest.extract.durations import meetings_per_year
from ingest.extract.labels import find
from ingest.extract.metadata import date_in
from ingest.extract.scene import Scene
from ingest.extract.split import enumeration
from ingest.model import Block
from ontology.terms import SM

__all__ = ["add_events", "add_features", "updated"]

_SURE = 0.8
_LAW_WORDS = 9
_COUNTED = r"(\d{1,2}|\w+)\s+"

Passage = tuple[str, Block]


def updated(blocks: tuple[Block, ...], scene: Scene) -> str:
    """The date of the last change that the page itself gives."""
    for block in blocks:
        match = scene.phrases.search("updated", block.text)
        if match and (found := date_in(block.text[match.end() :][:40])):
            return found
    return ""


def add_features(scene: Scene) -> None:
    """Facts and audience of the partner that the document is about."""
    if not scene.main:
        return
    heading = ""
    for block in scene.blocks:
        if block.kind == "heading":
            heading = block.text
            continue
        for sentence in _sentences(block):
            passage = (sentence, block)
            _audience(scene, passage, heading)
            _frequency(scene, passage)
            _laws(scene, passage, heading)
            _funding(scene, passage)


def _sentences(block: Block) -> list[str]:
    return re.split(r"(?<=[^\d\W]{3}[.!?])\s+(?=[A-ZÀ-Ž„\"”“])", block.text)


def _tell(scene: Scene, passage: Passage, *facts: tuple[str, str]) -> None:
    """Add facts to the partner that the document is about."""
    main = scene.heap.entity(scene.main)
    if isinstance(main, Organization) and facts:
        texts = tuple((name, scene.text(value, passage[1])) for name, value in facts)
        more = replace(main, facts=texts)
        scene.heap.add(more, scene.evidence(*passage, _SURE))


def _audience(scene: Scene, passage: Passage, heading: str) -> None:
    text, block = passage
    said = any(
        scene.phrases.search("target", said) for said in (text, heading)
    ) or scene.phrases.search("referred", text)
    if not said:
        return
    low, high = ages_in_text(text, scene.language(block))
    vocabulary, language = scene.context.vocabulary, scene.context.language
    groups = tuple(dict.fromkeys(m.iri for m in find(vocabulary, text, language, "target-group")))
    main = scene.heap.entity(scene.main)
    if isinstance(main, Organization) and (groups or low is not None or high is not None):
        more = replace(main, audience=Audience(low, high, groups))
        scene.heap.add(more, scene.evidence(text, block, _SURE))


def _frequency(scene: Scene, passage: Passage) -> None:
    text = passage[0]
    if count := meetings_per_year(text, scene.phrases):
        _tell(scene, passage, (SM("meetingsPerYear"), str(count)))
    for match in scene.phrases.finditer("district", text):
        counted = re.search(rf"{_COUNTED}$", text[: match.start()])
        if counted and counted[1].isdigit():
            _tell(scene, passage, (SM("district"), f"{counted[1]} {match.group()}"))


def _laws(scene: Scene, passage: Passage, heading: str) -> None:
    text = passage[0]
    head = scene.phrases.search("legal", text)
    if not head and not scene.phrases.search("legal", heading):
        return
    rest = text[head.end() :] if head else text
    listed = re.split(r"\s[–—-]\s|:\s", rest, maxsplit=1)
    entries = enumeration(re.split(r"\sjfr\.?\s|[.;]\s", listed[-1])[0])
    laws = [e for e in entries if len(e.split()) <= _LAW_WORDS and e[:1].isupper()]
    if len(laws) < 2:
        laws = [match.group().strip() for match in scene.phrases.finditer("law", rest)]
    _tell(scene, passage, *((SM("legalBasis"), law) for law in dict.fromkeys(laws)))


def _funding(scene: Scene, passage: Passage) -> None:
    vocabulary, language = scene.context.vocabulary, scene.context.language
    found = find(vocabulary, passage[0], language, "funding")
    _tell(scene, passage, *((SM("funding"), match.text) for match in found))


def add_events(scene: Scene) -> None:
    """Days that come back every year are services of the partner that holds them."""
    if not scene.main:
        return
    for sentence, block in scene.sentences():
        once = scene.phrases.search("once", sentence)
        event = scene.phrases.search("event", sentence)
        if once and event:
            name = event.group().strip()
            add_service(scene, scene.main, (sentence, block), _SURE, name)
            _tell(scene, (sentence, block), (SM("yearlyEvent"), name))

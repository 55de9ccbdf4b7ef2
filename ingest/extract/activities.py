"""Services that prose speaks of: who gives which help, in the words of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.model import Audience, Organization, Service, TopicLink
from ingest.extract.ages import ages_in_text
from ingest.extract.cast import Mention
from ingest.extract.contact import contacts_in
from ingest.extract.kinds import NEEDS_OF_GROUP
from ingest.extract.labels import find
from ingest.extract.lists import listings
from ingest.extract.scene import Scene
from ingest.extract.split import name_and_rest
from ingest.model import Block
from ontology.terms import concept_iri, slug_of
from ontology.text import sentences
from ontology.vocabulary import Vocabulary

__all__ = ["add_activities", "add_service"]

_SHORTEST = 25
_LISTED, _SAID = 0.8, 0.7
_ABOUT_COOPERATION = frozenset({"network-coordination", "first-contact"})

_ASIDE = re.compile(
    r",\s*(?:who|which|that|funded|som|der|die|das|ki|dat|wat|qui|que|aki\w*|amely\w*|"
    r"finan[cs]\w+|gefinancierd|bekostad)\b[^,]{0,120},"
)
"""A clause set in: its partners do not do what the sentence says."""

_NAMING = ("partner-type", "role")
"""A need whose words name a partner or a role here is not spoken of."""

_NOT_TOPICS = ("district", "coordinates")
_OFTEN = 2
_CONTEXT = 3
_FOR_GROUP, _ABOUT = 0.6, 0.5
"""How certain a service is about what its document, or those it is for, are about."""

Passage = tuple[str, Block]


def add_activities(scene: Scene) -> None:
    """A service for each sentence of giving help, and for each item of a list of such."""
    if not scene.main:
        return
    done = _listed(scene)
    for passage in scene.sentences():
        text, block = passage
        if block.place in done or block.marker or len(text) < _SHORTEST:
            continue
        if any(contact.phone or contact.email for contact in contacts_in(text)):
            continue
        if provider := _provider(scene, passage):
            add_service(scene, provider, passage, _SAID)
    _aims(scene)


def _listed(scene: Scene) -> set[str]:
    """Items under a lead that names who helps; gives the places of what has been used."""
    done: set[str] = set()
    for listing in listings(scene.blocks):
        lead = sentences(listing.lead.text)[-1:] or [""]
        is_help = any(
            scene.phrases.search(name, lead[0]) for name in ("partners", "examples", "provides")
        )
        if listing.is_of_names or not is_help or not lead[0].rstrip().endswith((":", "–", "-")):
            continue
        givers = scene.cast.mentions(lead[0])
        default = scene.place(givers[0], (lead[0], listing.lead)) if givers else scene.main
        for item in listing.items:
            own = [m for m in scene.cast.mentions(item.text) if m.is_named]
            passage = (item.text, item)
            provider = scene.place(own[0], passage) if own else default
            add_service(scene, provider, passage, _LISTED)
            done.add(item.place)
    return done


def _provider(scene: Scene, passage: Passage) -> str:
    """Who gives the help that a sentence speaks of; empty when it speaks of none."""
    text = passage[0]
    verbs = [m for m in scene.phrases.finditer("provides", text) if m.group().strip()]
    if not verbs:
        return ""
    mentions = scene.cast.mentions(_ASIDE.sub(lambda m: "," + " " * (len(m[0]) - 1), text))
    subject = _subject(mentions, [verb.start() for verb in verbs])
    return scene.place(subject, passage) if subject else ""


def _subject(mentions: Sequence[Mention], verbs: Sequence[int]) -> Mention | None:
    """The partner before the first verb that has one before it."""
    for at in verbs:
        before = [mention for mention in mentions if mention.end <= at]
        if before:
            return before[-1]
    return None


def _aims(scene: Scene) -> None:
    """What a project wants to do: the sentences after "aims"."""
    for block in scene.blocks:
        match = scene.phrases.search("aims", block.text)
        rest = block.text[match.end() :] if match else ""
        if not match or not rest.lstrip().startswith(":"):
            continue
        for sentence in sentences(rest.lstrip(" :")):
            if len(sentence) >= _SHORTEST and scene.phrases.search("provides", sentence):
                add_service(scene, scene.main, (sentence, block), _SAID)


def add_service(scene: Scene, provider: str, passage: Passage, sure: float, name: str = "") -> str:
    """A service in the words of a passage; gives its IRI."""
    text, block = passage
    text = text.strip(" ,;")
    short = name or name_and_rest(text)[0]
    short = short[:1].upper() + short[1:]
    iri, own = scene.context.minter.by_name("service", short, f"{provider}\n{text}")
    owner = scene.heap.entity(provider)
    shared = owner.audience if isinstance(owner, Organization) else Audience()
    low, high = ages_in_text(text, scene.language(block))
    if low is None and high is None:
        low, high = shared.min_age, shared.max_age
    groups = [m.iri for m in find(*_where(scene, text), "target-group")]
    entity = Service(
        iri=iri,
        id=own,
        names=(scene.text(short, block),),
        provider=provider,
        descriptions=(scene.text(text, block),),
        topics=_topics(scene, groups or shared.groups),
        audience=Audience(low, high, tuple(dict.fromkeys(groups)) or shared.groups),
        areas=owner.areas if isinstance(owner, Organization) else (),
    )
    return scene.heap.add(entity, scene.evidence(text, block, sure), (provider,))


def _where(scene: Scene, text: str) -> tuple[Vocabulary, str, str]:
    return scene.context.vocabulary, text, scene.context.language


def _topics(scene: Scene, groups: Sequence[str]) -> tuple[TopicLink, ...]:
    """What the whole document is about: weaker than what the passage itself says."""
    main = scene.heap.entity(scene.main)
    served = main.audience.groups if isinstance(main, Organization) else ()
    needs = [
        need for group in (*groups, *served) for need in NEEDS_OF_GROUP.get(slug_of(group), ())
    ]
    about = [concept_iri("need", need) for need in dict.fromkeys(needs)]
    links = [TopicLink(iri, _FOR_GROUP, "context") for iri in about]
    links += [TopicLink(iri, _ABOUT, "context") for iri in _subjects(scene) if iri not in about]
    return tuple(links)


def _subjects(scene: Scene) -> list[str]:
    """Needs that the title or several passages name."""
    counts: Counter[str] = Counter()
    for text in (scene.title, *(block.text for block in scene.blocks)):
        found = find(*_where(scene, text), "need")
        taken = [(m.start, m.end) for kind in _NAMING for m in find(*_where(scene, text), kind)]
        for name in _NOT_TOPICS:
            taken += [match.span() for match in scene.phrases.finditer(name, text)]
        counts.update(m.iri for m in found if not _is_inside((m.start, m.end), taken))
        if text is scene.title:
            counts.update(dict.fromkeys(counts, _OFTEN))
    often = [
        iri for iri, count in counts.most_common() if count >= _OFTEN and _is_topic(scene, iri)
    ]
    return often[:_CONTEXT]


def _is_inside(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _is_topic(scene: Scene, iri: str) -> bool:
    concept = scene.context.vocabulary.by_iri(iri)
    return bool(concept and concept.answered_by) and slug_of(iri) not in _ABOUT_COOPERATION

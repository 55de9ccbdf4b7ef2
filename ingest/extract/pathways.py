"""How a case moves: meetings in their order, numbered steps, charts, chains of referral."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.model import Collaboration, Organization, Pathway, Step, Text
from ingest.extract.activities import add_service
from ingest.extract.scene import Scene
from ingest.extract.step_table import step_tables
from ingest.extract.steps import actors_in, describe, kinds_in, lasting, trigger_texts
from ingest.model import Block
from ontology.terms import concept_iri

__all__ = ["add_pathways"]

_FEWEST = 3
_FEWEST_LINKS = 2
_NAMED_STEPS = 4
_NAME_CHARACTERS = 120
_SURE, _CHAINED = 0.8, 0.6
_SEPARATOR = re.compile(r"^[\s/,–—:;.-]+")

Details = list[tuple[str, Block]]


def add_pathways(scene: Scene) -> list[Pathway]:
    """Every pathway that the document describes."""
    tables = [
        _put(scene, scene.title, steps, (passage, head))
        for steps, passage, head in step_tables(scene)
    ]
    found = [_meetings(scene), *tables, *_charts(scene), *_numbered(scene), _chain(scene)]
    return [pathway for pathway in found if pathway]


def _put(scene: Scene, name: str, steps: Sequence[Step], passage: tuple[str, Block]) -> Pathway:
    iri, own = scene.context.minter.by_name("pathway", name)
    ordered = tuple(replace(step, order=at) for at, step in enumerate(steps, 1))
    pathway = Pathway(iri, own, (scene.text(name, passage[1]),), ordered, scene.main)
    needs = (scene.main,) if scene.main else ()
    scene.heap.add(pathway, scene.evidence(*passage, _SURE), needs)
    return pathway


def _meetings(scene: Scene) -> Pathway | None:
    """Blocks that begin with a step's name and its participants, with what follows each."""
    heads = [at for at, block in enumerate(scene.blocks) if _is_head(scene, block)]
    if len(heads) < _FEWEST - 1:
        return None
    steps = [
        _step(scene, at, following)
        for at, following in zip(heads, [*heads[1:], len(scene.blocks)], strict=True)
    ]
    steps = _with_overview(scene, steps, heads[0])
    texts = [scene.blocks[at] for at in heads]
    passage = " … ".join(block.text for block in texts)
    if scene.main:
        name = ", ".join(dict.fromkeys(s.names[0].value for s in steps[:_NAMED_STEPS]))
        told = " ".join(t.value for step in steps for t in (*step.triggers, *step.tasks))
        add_service(scene, scene.main, (f"{name}. {told}", texts[0]), _SURE, name)
    return _put(scene, scene.title, steps, (passage, texts[0]))


def _is_head(scene: Scene, block: Block) -> bool:
    kinds = kinds_in(scene, block.text)
    if block.kind == "row" or not kinds or kinds[0][1] > 2:
        return False
    return bool(actors_in(scene, _after_name(scene, block.text)[1]))


def _after_name(scene: Scene, text: str) -> tuple[str, str]:
    """(name of the step, the rest): labels at the beginning, joined by slashes."""
    end = 0
    for _, start, stop in kinds_in(scene, text):
        if text[end:start].strip(" /") and end:
            break
        end = stop
    slash = re.match(r"\s*/\s*\w+", text[end:])
    end += slash.end() if slash else 0
    return text[:end].strip(), _SEPARATOR.sub("", text[end:])


def _step(scene: Scene, at: int, following: int) -> Step:
    block = scene.blocks[at]
    name, rest = _after_name(scene, block.text)
    kinds = [iri for iri, _, stop in kinds_in(scene, block.text) if stop <= len(name) + 1]
    kind = next((k for k in kinds if _is_evaluation(scene, k, name)), kinds[0])
    if "/" in name and len(kinds) == 1 and (inner := kinds_in(scene, name.split("/", 1)[1])):
        kind = inner[0][0]
    if _stage_in(scene, name):
        kind = concept_iri("step", "evaluation-meeting")
    details: Details = []
    first, _, more = rest.partition(". ")
    if more:
        details.append((more, block))
    for later in scene.blocks[at + 1 : following]:
        if len(kinds_in(scene, later.text)) * 3 <= len(later.text.split()):
            details.append((later.text, later))
    step = Step(0, (scene.text(name, block),), kind)
    actors = tuple(scene.text(actor, block) for actor in actors_in(scene, first))
    return describe(scene, replace(step, actors=actors), details)


def _is_evaluation(scene: Scene, kind: str, name: str) -> bool:
    return kind.endswith("/evaluation-meeting")


def _stage_in(scene: Scene, name: str) -> bool:
    """Whether a meeting's name says that it evaluates."""
    vocabulary, language = scene.context.vocabulary, scene.context.language
    found = vocabulary.find_labels(name, language, "stage")
    return any(match.iri.endswith("/evaluation") for match in found)


def _with_overview(scene: Scene, steps: list[Step], first: int) -> list[Step]:
    """Steps that an overview before the first head names besides; triggers and limits from it."""
    target = steps[0].kind
    for block in scene.blocks[:first]:
        starts = tuple(scene.text(t, block) for t in trigger_texts(scene, block.text))
        if starts and kinds_in(scene, block.text):
            steps = _complete(scene, steps, block)
            steps = [_with_triggers(s, starts) if s.kind == target else s for s in steps]
    return steps


def _with_triggers(step: Step, starts: tuple[Text, ...]) -> Step:
    return replace(step, triggers=tuple(dict.fromkeys((*step.triggers, *starts))))


def _complete(scene: Scene, steps: list[Step], block: Block) -> list[Step]:
    """Put the overview's other steps where they stand in it, and its time limits to their step."""
    kinds = kinds_in(scene, block.text)
    result = list(steps)
    for at, (kind, start, end) in enumerate(kinds):
        if any(step.kind == kind for step in result):
            continue
        name = _clause_around(block.text, start, end)
        step = Step(0, (scene.text(name, block),), kind)
        later = [k for k, _, _ in kinds[at + 1 :]]
        place = next((i for i, s in enumerate(result) if s.kind in later), len(result))
        result.insert(place, step)
    for at, (kind, _, end) in enumerate(kinds):
        upto = kinds[at + 1][2] if at + 1 < len(kinds) else end
        said = describe(scene, Step(0, ()), [(block.text[end:upto], block)])
        result = [_with_waiting(s, said) if s.kind == kind else s for s in result]
    return result


def _with_waiting(step: Step, said: Step) -> Step:
    if not said.waiting:
        return step
    return replace(step, waiting=tuple(dict.fromkeys((*step.waiting, *said.waiting))))


def _clause_around(text: str, start: int, end: int) -> str:
    """The label with the words before it in its clause."""
    before = re.split(r"[.,;:!?]\s", text[:start])[-1]
    name = " ".join(f"{before}{text[start:end]}".split()[-8:])
    return name[:1].upper() + name[1:]


def _charts(scene: Scene) -> list[Pathway]:
    """Charts within a block: "Step 1. … Step 2. …" and so on."""
    found: list[Pathway] = []
    for block in scene.blocks:
        marks = [
            m
            for m in scene.phrases.finditer("step_word", block.text)
            if re.match(r"\s*\d{1,2}\b", block.text[m.end() :])
        ]
        if len(marks) < _FEWEST:
            continue
        ends = [m.start() for m in marks[1:]] + [len(block.text)]
        pieces = [block.text[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)]
        pieces = [_SEPARATOR.sub("", re.sub(r"^\d{1,2}", "", piece)) for piece in pieces]
        if sum(len(piece) > 3 for piece in pieces) < _FEWEST:
            continue
        steps = [_chart_step(scene, piece, block) for piece in pieces]
        name = block.text[: marks[0].start()].strip(" .:–-") or scene.title
        found.append(_put(scene, name[:_NAME_CHARACTERS], steps, (block.text, block)))
    return found


def _chart_step(scene: Scene, text: str, block: Block) -> Step:
    waiting, days = lasting(scene, text)
    kinds = kinds_in(scene, text)
    return Step(
        0,
        (scene.text(text.strip()[:_NAME_CHARACTERS], block),),
        kinds[0][0] if kinds else "",
        actors=tuple(scene.text(actor, block) for actor in actors_in(scene, text)),
        waiting=tuple(scene.text(said, block) for said in waiting),
        waiting_days=days,
    )


def _numbered(scene: Scene) -> list[Pathway]:
    """Numbered items below a heading that speaks of steps."""
    found: list[Pathway] = []
    heading: Block | None = None
    runs: list[tuple[Block, list[tuple[Block, Details]]]] = []
    for block in scene.blocks:
        if block.kind == "heading" or (block.kind != "item" and block.text.endswith(":")):
            if scene.phrases.search("steps", block.text):
                heading = block
                runs.append((block, []))
            elif block.kind == "heading":
                heading = None
        elif heading and block.marker and block.kind == "item":
            runs[-1][1].append((block, []))
        elif heading and runs[-1][1]:
            runs[-1][1][-1][1].append((block.text, block))
    for head, rows in runs:
        if len(rows) >= _FEWEST:
            steps = [_numbered_step(scene, item, details) for item, details in rows]
            passage = "; ".join(item.text for item, _ in rows)
            name = head.text.strip(" :")
            found.append(_put(scene, name, steps, (f"{name}: {passage}", head)))
    return found


def _numbered_step(scene: Scene, item: Block, details: Details) -> Step:
    kinds = kinds_in(scene, item.text)
    kinds += [kind for text, _ in details for kind in kinds_in(scene, text)]
    name = re.split(r"(?<=\w{3})(?:[.!?](?:\s|$)|:\s)", item.text, maxsplit=1)[0].strip(" :.")
    step = Step(0, (scene.text(name[:_NAME_CHARACTERS], item),), kinds[0][0] if kinds else "")
    actors = actors_in(scene, item.text)
    step = replace(step, actors=tuple(scene.text(actor, item) for actor in actors))
    return describe(scene, step, [(item.text, item), *details])


def _chain(scene: Scene) -> Pathway | None:
    """The referrals of the document that lead from one partner to the next."""
    links: dict[str, str] = {}
    for found in scene.heap.found():
        entity = found.entity
        if isinstance(entity, Collaboration) and entity.relation.endswith("/refers-to"):
            links.setdefault(entity.subject, entity.object)
    starts = [iri for iri in links if iri not in links.values()] or list(links)[:1]
    for start in starts:
        chain = [start]
        while (after := links.get(chain[-1])) and after not in chain:
            chain.append(after)
        if len(chain) > _FEWEST_LINKS:
            return _put_chain(scene, chain)
    return None


def _put_chain(scene: Scene, chain: list[str]) -> Pathway:
    referral = concept_iri("step", "referral")
    steps: list[Step] = []
    for iri in chain:
        known = scene.heap.entity(iri)
        names = known.names if isinstance(known, Organization) else ()
        steps.append(Step(0, names, referral, actors=names))
    name = " → ".join(step.names[0].value for step in steps if step.names)
    sayings = [
        found.evidence[0]
        for found in scene.heap.found()
        if isinstance(found.entity, Collaboration)
        and (found.entity.subject, found.entity.object) in pairwise(chain)
    ]
    passage = " … ".join(dict.fromkeys(saying.passage for saying in sayings))
    block = next((b for b in scene.blocks if b.place == sayings[0].place), scene.blocks[0])
    return _put(scene, name, steps, (passage, block))

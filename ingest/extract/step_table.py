"""Pathways that stand as a table: one step a row, with trigger, actor, time limit and consent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from graph.model import Step, Text
from ingest.extract.durations import durations
from ingest.extract.header_words import STEP_WORDS
from ingest.extract.scene import Scene
from ingest.extract.split import parts
from ingest.extract.steps import kinds_in, span
from ingest.model import Block
from ontology.text import fold, tokens

__all__ = ["step_tables"]

_FEWEST_ROWS = 2
_FEWEST_FIELDS = 3


def step_tables(scene: Scene) -> list[tuple[list[Step], str, Block]]:
    """Steps, passage and header row of each table of steps."""
    found: list[tuple[list[Step], str, Block]] = []
    run: list[Block] = []
    for block in (*scene.blocks, Block("heading", "", "")):
        if block.kind == "row":
            run.append(block)
            continue
        columns = _columns(run[0].cells) if run else {}
        if len(columns) >= _FEWEST_FIELDS and "step" in columns.values():
            steps = [_step(scene, row, columns) for row in run[1:]]
            if len(steps) >= _FEWEST_ROWS:
                passage = "; ".join(row.text for row in run[1:])
                found.append((steps, passage, run[0]))
        run = []
    return found


def _step(scene: Scene, row: Block, columns: Mapping[int, str]) -> Step:
    said: dict[str, tuple[Text, ...]] = {}
    for at, name in columns.items():
        cell = row.cells[at] if at < len(row.cells) else ""
        said[name] = tuple(scene.text(part, row) for part in parts(cell))
    limit = " ".join(text.value for text in said.get("limit", ()))
    kinds = kinds_in(scene, " ".join(text.value for text in said["step"]))
    return Step(
        0,
        said["step"],
        kinds[0][0] if kinds else "",
        actors=said.get("actor", ()),
        triggers=said.get("trigger", ()),
        waiting=said.get("limit", ()),
        waiting_days=span([found.days for found in durations(limit, scene.phrases)]),
        consent=said.get("consent", ()),
        tasks=said.get("task", ()),
    )


def _columns(header: Sequence[str]) -> dict[int, str]:
    known = _known()
    found: dict[int, str] = {}
    for at, heading in enumerate(header):
        name = known.get(_folded(heading), "")
        if name and name not in found.values():
            found[at] = name
    return found


@cache
def _known() -> Mapping[str, str]:
    return {_folded(word): name for name, row in STEP_WORDS.items() for word in row.split("|")}


def _folded(heading: str) -> str:
    return " ".join(fold(token.text) for token in tokens(heading))

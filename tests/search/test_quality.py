"""Answers to judged needs do not get worse unnoticed (development data)."""

from __future__ import annotations

from pathlib import Path

from search.evaluate import evaluate, read_judged
from service.commands.demo_command import EXAMPLE
from service.settings import read_settings
from service.workspace import Workspace

NEEDS = Path(__file__).parent.parent / "evaluation" / "example_needs.jsonl"

LEAST_NDCG = 0.42
"""What the example map reached, less what an honest change of the vocabulary may move."""


def test_needs_in_22_languages_find_their_services(tmp_path: Path) -> None:
    settings, _ = read_settings({}, {"home": tmp_path})
    with Workspace.open(settings) as workspace:
        workspace.ingest([EXAMPLE / "partners.xlsx", EXAMPLE / "directory.hsds.json"])
        figures = evaluate(read_judged(NEEDS), workspace.search)
    assert figures["all"].needs == 200
    assert figures["all"].ndcg >= LEAST_NDCG

"""Needs as people say them, with what is to be read; ``held_out`` was read when all was built."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ontology.vocabulary import Vocabulary
from search.model import Need, Options
from search.need.understanding import Understander

_HERE = Path(__file__).parent


def _rows(folder: str) -> Iterator[Any]:
    for path in sorted((_HERE / folder).glob("*.toml")):
        for text, expected in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield pytest.param(path.stem, text, expected, id=f"{path.stem}-{text[:40]}")


def _read(need: Need) -> dict[str, object]:
    return {
        "language": need.language,
        "age": need.age,
        "spoken": set(need.spoken),
        "area": need.area,
        "cost": need.cost,
        "stage": need.stage,
        "danger": need.danger,
        "masked": need.masked > 0,
    }


def _wanted(language: str, expected: dict[str, Any]) -> dict[str, object]:
    return {
        "language": language,
        "age": tuple(expected["age"]) if "age" in expected else None,
        "spoken": set(expected.get("spoken", ())),
        "area": expected.get("area", ""),
        "cost": expected.get("cost", ""),
        "stage": expected.get("stage", ""),
        "danger": expected.get("danger", False),
        "masked": bool(expected.get("hides")),
    }


def _refused(need: Need) -> set[str]:
    return {r.value for r in need.readings if r.negated and r.kind == "type"}


@pytest.mark.parametrize(("language", "text", "expected"), [*_rows("tables"), *_rows("held_out")])
def test_a_need_is_read_in_the_eight_languages(
    language: str,
    text: str,
    expected: dict[str, Any],
    understander: Understander,
    areas: tuple[str, ...],
) -> None:
    need = understander.read(text, Options(), areas)
    assert _read(need) == _wanted(language, expected)
    assert _refused(need) == set(expected.get("not", ()))
    assert not [hidden for hidden in expected.get("hides", ()) if hidden in need.text]


@pytest.mark.parametrize(("language", "text", "expected"), [*_rows("tables_more")])
def test_a_need_is_read_in_the_other_languages(
    language: str, text: str, expected: dict[str, Any], vocabulary: Vocabulary
) -> None:
    need = Understander(vocabulary).read(text, Options(), ())
    assert _read(need) == _wanted(language, expected)

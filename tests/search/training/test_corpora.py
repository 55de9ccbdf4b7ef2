"""Reading corpora: what is left out, and how languages are balanced."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from search.training.corpora import (
    Pair,
    evaluation_texts,
    normalise,
    pair_weights,
    read_pairs,
)


def write_corpus(folder: Path, name: str, rows: list[tuple[str, ...]]) -> None:
    with gzip.open(folder / f"{name}.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  The  School! ", "the school"),
        ("ＦＵＬＬ width", "full width"),
        ("Straße", "strasse"),
        ("…", ""),
        ("snake_case", "snake case"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_evaluation_texts_come_from_every_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"needs": {"en": ["Who helps?"]}}))
    (tmp_path / "b.jsonl").write_text(json.dumps({"name": {"de": "Hilfe!"}}) + "\n")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "tatoeba.dan-eng.dan").write_text("Hej.\n\nFarvel.\n")
    assert evaluation_texts(tmp_path) == {"who helps", "hilfe", "hej", "farvel"}


def test_banned_repeated_and_broken_rows_are_left_out(tmp_path: Path) -> None:
    rows = [
        ("en", "Good day", "da", "God dag"),
        ("en", "Good day", "da", "God dag"),
        ("en", "Hello!", "da", "Hej"),
        ("en", "three fields", "da"),
        ("en", "…", "da", "…"),
        ("en", "long", "da", "lang " * 200),
    ]
    write_corpus(tmp_path, "small", rows)
    pairs = list(read_pairs(tmp_path, banned=frozenset({"hello"})))
    assert pairs == [Pair("small", "en", "Good day", "da", "God dag")]


def test_a_folder_without_corpora_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        list(read_pairs(tmp_path))


def test_scarce_languages_are_drawn_more_often_than_they_occur() -> None:
    pairs = [Pair("x", "en", f"a{i}", "de", f"b{i}") for i in range(900)]
    pairs += [Pair("x", "en", f"a{i}", "mt", f"c{i}") for i in range(100)]
    weights = pair_weights(pairs)
    assert weights.sum() == pytest.approx(1.0)
    maltese = weights[900:].sum()
    assert 0.2 < maltese < 0.5


def test_no_pairs_have_no_weights() -> None:
    assert len(pair_weights([])) == 0

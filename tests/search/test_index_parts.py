from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from ontology.errors import HomeDamagedError
from search.facets import CONTRADICTS, FITS, SILENT, Facets
from search.record import Record
from search.shelf import Shelf
from search.vectors import VectorIndex
from search.words import WordIndex

RECORD = Record(iri="urn:x:1", id="1", name="Name", text="Name\nText", language="en")


def record(number: int, **fields: object) -> Record:
    return replace(RECORD, iri=f"urn:x:{number}", id=str(number), **fields)  # type: ignore[arg-type]


def unit(count: int, dimensions: int = 64) -> NDArray[np.float32]:
    rows = np.random.default_rng(7).normal(size=(count, dimensions)).astype(np.float32)
    result: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return result


@pytest.mark.parametrize(
    ("low", "high", "age", "judged"),
    [
        (10, 17, 14, FITS),
        (10, 17, 10, FITS),
        (10, 17, 17, FITS),
        (10, 17, 9, CONTRADICTS),
        (10, 17, 18, CONTRADICTS),
        (16, None, 14, CONTRADICTS),
        (16, None, 90, FITS),
        (None, 6, 7, CONTRADICTS),
        (0, 3, 0, FITS),
        (None, None, 14, SILENT),
    ],
)
def test_ages(low: int | None, high: int | None, age: int, judged: int) -> None:
    facets = Facets()
    facets.add([record(1, min_age=low, max_age=high)])
    assert facets.age(age, age).tolist() == [judged]


def test_categories_fit_contradict_or_say_nothing() -> None:
    facets = Facets()
    facets.add([record(1, areas=("Old Town",)), record(2, areas=("Eastwood", "Millbrook")), RECORD])
    assert facets.category("area", ["eastwood"]).tolist() == [CONTRADICTS, FITS, SILENT]
    assert facets.category("area", ["nowhere"]).tolist() == [CONTRADICTS, CONTRADICTS, SILENT]
    assert facets.names("area") == ("old town", "eastwood", "millbrook")


def test_topics_score_the_best_link() -> None:
    facets = Facets()
    both = (("a", 0.5), ("b", 1.0))
    facets.add([record(1, topics=both), record(2, topics=(("a", 1.0),)), RECORD])
    scores = facets.topic_scores({"a": 0.8, "b": 0.3, "unknown": 1.0})
    assert scores.tolist() == pytest.approx([0.4, 0.8, 0.0])


def test_removed_rows_are_gone_from_every_column() -> None:
    facets = Facets()
    facets.add([record(1, spoken=("so",), topics=(("a", 1.0),)), record(2, spoken=("uk",))])
    facets.remove([0])
    assert facets.alive.tolist() == [False, True]
    assert facets.names("spoken") == ("uk",)
    assert facets.topic_scores({"a": 1.0}).tolist() == [0.0, 0.0]


ages = st.none() | st.integers(0, 99)
words = st.lists(st.text(min_size=1, max_size=8), max_size=3).map(tuple)


@given(st.lists(st.tuples(ages, ages, words, words), max_size=5))
def test_columns_survive_saving(
    rows: list[tuple[int | None, int | None, tuple[str, ...], tuple[str, ...]]],
) -> None:
    facets = Facets()
    facets.add(
        [
            record(at, min_age=low, max_age=high, areas=areas, spoken=spoken)
            for at, (low, high, areas, spoken) in enumerate(rows)
        ]
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "facets"
        facets.save(path)
        again = Facets.load(path)
    assert again.age(5, 9).tolist() == facets.age(5, 9).tolist()
    for name in facets.names("area"):
        assert again.category("area", [name]).tolist() == facets.category("area", [name]).tolist()


def test_damaged_columns_say_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "facets"
    path.write_bytes(b"not an archive")
    with pytest.raises(HomeDamagedError, match="reindex"):
        Facets.load(path)


def test_the_nearest_vector_is_the_vector_itself(tmp_path: Path) -> None:
    vectors = unit(500)
    index = VectorIndex.empty(64)
    index.add(range(500), vectors)
    index.save(tmp_path / "vectors")
    again = VectorIndex.load(tmp_path / "vectors")
    everything = np.ones(500, np.bool_)
    hits = [int(again.nearest(vectors[at], 1, everything)[0][0]) for at in range(500)]
    assert hits == list(range(500))


def test_a_filtered_scan_finds_what_an_exact_one_finds() -> None:
    vectors = unit(2_000)
    index = VectorIndex.empty(64)
    index.add(range(2_000), vectors)
    allowed = np.zeros(2_000, np.bool_)
    allowed[::20] = True
    overlap = 0
    for query in unit(50):
        exact = np.flatnonzero(allowed)[np.argsort(-(vectors[allowed] @ query))[:10]]
        found, _ = index.nearest(query, 10, allowed)
        assert allowed[found].all()
        overlap += len(set(exact.tolist()) & set(found.tolist()))
    assert overlap / 500 > 0.95


def test_removed_vectors_are_not_found() -> None:
    vectors = unit(10)
    index = VectorIndex.empty(64)
    index.add(range(10), vectors)
    index.remove([3, 99])
    found, _ = index.nearest(vectors[3], 10, np.ones(10, np.bool_))
    assert len(index) == 9
    assert 3 not in found


def test_words_find_by_lemma_and_forget(tmp_path: Path) -> None:
    words = WordIndex.open(tmp_path / "words")
    words.update([], [(0, ["school", "absence"]), (1, ["school", "meal"])])
    assert [row for row, _ in words.find(["absence", "school"], 5)] == [0, 1]
    words.update([0], [(2, ["absence"])])
    assert [row for row, _ in WordIndex.open(tmp_path / "words").find(["absence"], 5)] == [2]


@pytest.mark.parametrize("query", [[], [""], ["*"], ['"'], ["AND"], ["a:b"], ["x" * 70_000]])
def test_odd_words_find_nothing(tmp_path: Path, query: list[str]) -> None:
    words = WordIndex.open(tmp_path / "words")
    words.update([], [(0, ["school"])])
    assert words.find(query, 5) == []


def test_the_shelf_keeps_records_by_row_and_iri(tmp_path: Path) -> None:
    shelf = Shelf.open(tmp_path / "records")
    fields = {"topics": (("a", 0.5),), "evidence": (("s", "p"),), "contact": (("url", "u"),)}
    full = record(2, min_age=3, **fields)
    shelf.update([], [(0, RECORD), (5, full)])
    assert shelf.records([5, 7]) == {5: full}
    assert shelf.rows(["urn:x:2", "urn:x:9"]) == [5]
    shelf.update([5], [])
    assert shelf.rows(["urn:x:2"]) == []
    shelf.close()


def test_a_damaged_shelf_says_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "records"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(HomeDamagedError, match="reindex"):
        Shelf.open(path)

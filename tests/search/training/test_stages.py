"""The whole training in small: a few hundred invented rows, in seconds, on a real tokenizer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer

pytest.importorskip("torch", reason="training needs torch: pip install 'socialmap[training]'")

import torch

from search.encoder import StaticEncoder
from search.training.checkpoint import load_arrays
from search.training.corpora import Pair
from search.training.domain import DomainOptions, Lessons, Student, train_domain
from search.training.domain_batches import ConceptSampler
from search.training.domain_texts import DomainText, Kind
from search.training.export import blend, content_digest, export, quantise
from search.training.pairs import PairStore, Texts
from search.training.probe import concept_recall
from search.training.static import StaticOptions, initial_vectors, train
from search.training.table import Goals, Table, main_axes, sif_weights
from search.training.teacher import TeacherVectors, english_texts, teach
from search.training.tokenizer import balanced_texts, train_tokenizer

torch.set_num_threads(1)  # threads that fight over a busy machine make these tests ten times slower

PEOPLE = {"the boy": "ba so", "the girl": "ga so", "my mother": "ma mo", "a teacher": "te ro"}
ACTS = {"sees": "vi", "hears": "au", "likes": "lo", "carries": "po", "loses": "pe", "finds": "tu"}
THINGS = {"a book": "bu ke", "the house": "ho se", "a ball": "bo le", "the money": "mu ni"}


def invented_pairs() -> list[Pair]:
    """Build sentences in English and in a language that puts the thing first."""
    pairs = []
    for person, act, thing in product(PEOPLE, ACTS, THINGS):
        english, other = f"{person} {act} {thing}", f"{THINGS[thing]} {PEOPLE[person]} {ACTS[act]}"
        pairs.append(Pair("invented", "en", english, "xx", other))
    return pairs


class LetterTeacher:
    """A teacher whose vector counts the letters of a text: deterministic, and similar to itself."""

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), 300), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % 300] += 1.0
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: NDArray[np.float32] = rows / np.maximum(lengths, 1e-9)
        return unit


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    rows = [(p.left_language, p.left) for p in invented_pairs()]
    rows += [(p.right_language, p.right) for p in invented_pairs()]
    return train_tokenizer(balanced_texts(rows, characters=5_000), vocabulary_size=200)


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> TeacherVectors:
    path = tmp_path_factory.mktemp("teacher") / "teacher.npz"
    return teach(LetterTeacher(), english_texts(invented_pairs()), path, seconds=60)


@pytest.fixture(scope="module")
def store(tokenizer: Tokenizer, teacher: TeacherVectors) -> PairStore:
    store = PairStore.from_pairs(tokenizer, invented_pairs())
    store.ask(teacher)
    return store


def goals_of(teacher: TeacherVectors) -> Goals:
    return Goals.from_teacher(teacher.rows, main_axes(teacher.rows, 256))


def new_table(tokenizer: Tokenizer, teacher: TeacherVectors, store: PairStore) -> Table:
    shares = store.texts.frequencies(tokenizer.get_vocab_size())
    return Table.from_vectors(initial_vectors(tokenizer, teacher, goals_of(teacher), shares))


def encoder_of(vectors: NDArray[np.float32], tokenizer: Tokenizer, folder: Path) -> StaticEncoder:
    export(vectors, tokenizer, folder, languages=["en", "xx"])
    return StaticEncoder.load(folder)


def translation_accuracy(encoder: StaticEncoder) -> float:
    pairs = invented_pairs()
    left = encoder.encode_needs([p.left for p in pairs])
    right = encoder.encode_needs([p.right for p in pairs])
    return float(((left @ right.T).argmax(axis=1) == np.arange(len(pairs))).mean())


def test_the_static_stage_learns_to_translate(
    tokenizer: Tokenizer, teacher: TeacherVectors, store: PairStore, tmp_path: Path
) -> None:
    table = new_table(tokenizer, teacher, store)
    before = translation_accuracy(encoder_of(table.vectors.numpy(), tokenizer, tmp_path / "a"))
    options = StaticOptions(steps=150, batch_size=64)
    goals = goals_of(teacher)
    table = train(store, table, goals, options, tmp_path / "static.npz")
    after = translation_accuracy(encoder_of(table.vectors.numpy(), tokenizer, tmp_path / "a"))
    assert before < 0.3
    assert after > 0.9


def test_a_stopped_run_goes_on_where_it_was(
    tokenizer: Tokenizer, teacher: TeacherVectors, store: PairStore, tmp_path: Path
) -> None:
    goals = goals_of(teacher)
    path = tmp_path / "static.npz"
    first = train(
        store, new_table(tokenizer, teacher, store), goals, StaticOptions(5, 32), path
    ).vectors.clone()
    again = train(store, new_table(tokenizer, teacher, store), goals, StaticOptions(5, 32), path)
    assert np.array_equal(first.numpy(), again.vectors.numpy())
    assert int(load_arrays(path)["step"]) == 5


def test_the_domain_stage_joins_what_means_the_same(
    tokenizer: Tokenizer, teacher: TeacherVectors, store: PairStore, tmp_path: Path
) -> None:
    items = [
        DomainText(f"{act}", language, Kind.SITUATION, text, ("sees",))
        for pair, (person, act, thing) in zip(
            invented_pairs(), product(PEOPLE, ACTS, THINGS), strict=True
        )
        for language, text in (("en", pair.left), ("xx", pair.right))
    ]
    texts = Texts.from_strings(tokenizer, [item.text for item in items])
    goals = goals_of(teacher)
    start = new_table(tokenizer, teacher, store)
    encoder = encoder_of(start.vectors.numpy(), tokenizer, tmp_path / "model")
    before = concept_recall(encoder, items, items)

    lessons = Lessons(
        ConceptSampler(items, texts), teacher.positions(t.text for t in items), store, goals
    )
    options = DomainOptions(steps=40, pairs=32, mined=0, rate=0.05, drop=0.1)
    student = train_domain(
        Student.from_arrays(start.arrays), lessons, options, tmp_path / "domain.npz"
    )
    encoder = encoder_of(student.table.vectors.numpy(), tokenizer, tmp_path / "model")
    after = concept_recall(encoder, items, items)
    assert after.at_1 > max(0.8, before.at_1)
    assert after.count == len(items)


def test_the_teacher_is_asked_once_for_a_text(tmp_path: Path) -> None:
    class Counting(LetterTeacher):
        asked = 0

        def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
            self.asked += len(texts)
            return super().encode(texts)

    teacher, path = Counting(), tmp_path / "teacher.npz"
    teach(teacher, ["one", "two"], path, seconds=60)
    vectors = teach(teacher, ["two", "three"], path, seconds=60)
    assert teacher.asked == 3
    assert vectors.positions(["three", "one", "never"]).tolist() == [2, 0, -1]


def test_the_same_texts_give_the_same_tokenizer() -> None:
    texts = [p.right for p in invented_pairs()]
    one, other = (train_tokenizer(texts, vocabulary_size=120) for _ in range(2))
    assert one.to_str() == other.to_str()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("", []), ("\u200b", []), ("12", ["▁", "1", "2"])],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    tokenizer = train_tokenizer(["1 2 3 4 12 34"] * 9, vocabulary_size=50)
    assert tokenizer.encode(text).tokens == pieces


def test_quantising_keeps_directions() -> None:
    vectors = np.random.default_rng(1).normal(size=(50, 256)).astype(np.float32)
    vectors[3] = 0.0
    small = quantise(vectors)
    restored = small.vectors * small.scales[:, None]
    np.testing.assert_allclose(restored, vectors, atol=float(np.abs(vectors).max()) / 254 + 1e-6)
    assert not restored[3].any()


def test_blending_lies_between() -> None:
    learned, before = np.ones((3, 2), np.float32), np.zeros((3, 2), np.float32)
    np.testing.assert_allclose(blend(learned, before, 0.8), 0.8)


def test_export_replaces_a_folder_whole(tokenizer: Tokenizer, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    size = tokenizer.get_vocab_size()
    for seed in (1, 2):
        vectors = np.random.default_rng(seed).normal(size=(size, 8)).astype(np.float32)
        digest = export(vectors, tokenizer, folder, languages=["xx", "en"])
        assert StaticEncoder.load(folder).name == f"static-{digest}"
        assert content_digest(folder) == digest
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_rare_pieces_weigh_more() -> None:
    weights = sif_weights(np.array([0.0, 0.001, 0.1]))
    assert weights.tolist() == pytest.approx([1.0, 0.5, 1 / 101])

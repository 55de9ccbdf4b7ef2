"""Drawing domain texts: every concept comes, voices mix, look-alikes meet."""

from __future__ import annotations

import numpy as np

from search.training.domain_batches import ConceptSampler, Mixture
from search.training.domain_texts import DomainText, Kind
from search.training.pairs import Texts

ITEMS = [
    DomainText(concept, language, kind, f"{concept} {language} {kind} {n}", alike)
    for concept, alike in (("bullying", ("class-climate",)), ("class-climate", ()), ("debt", ()))
    for language in ("da", "sl")
    for kind in (Kind.SITUATION, Kind.SERVICE, Kind.LABEL)
    for n in range(4)
]
MINED = [DomainText("debt", "mt", Kind.MINED, f"dejn {n}") for n in range(9)]


def sampler(items: list[DomainText]) -> ConceptSampler:
    pieces = np.arange(len(items), dtype=np.int32)  # one piece a text, so a piece names its text
    return ConceptSampler(items, Texts(pieces, np.arange(len(items) + 1)))


def test_every_concept_comes_in_several_voices() -> None:
    batch = sampler(ITEMS).draw(np.random.default_rng(1), Mixture(native=10, drop=0.0))
    assert set(batch.concepts) == {0, 1, 2}
    for concept in range(3):
        assert len(set(batch.languages[batch.concepts == concept])) == 2
    assert batch.texts.ids.tolist() == batch.places.tolist()


def test_no_text_comes_twice() -> None:
    batch = sampler(ITEMS).draw(np.random.default_rng(2), Mixture(native=60))
    assert len(set(batch.places)) == len(batch.places)


def test_mined_texts_come_only_when_asked_for() -> None:
    both = sampler(ITEMS + MINED)
    without = both.draw(np.random.default_rng(3), Mixture(mined=0))
    assert (without.places < len(ITEMS)).all()
    with_them = both.draw(np.random.default_rng(3), Mixture(mined=3))
    assert (with_them.places >= len(ITEMS)).any()


def test_a_concept_that_only_was_mined_is_drawn_too() -> None:
    batch = sampler(MINED).draw(np.random.default_rng(4), Mixture(native=4, mined=4))
    assert len(batch.places) > 0


def test_lookalikes_are_marked_both_ways() -> None:
    drawn = sampler(ITEMS)
    assert drawn.concepts == ["bullying", "class-climate", "debt"]
    assert drawn.lookalike.tolist() == [[False, True, False], [True, False, False], [False] * 3]


def test_some_concepts_bring_their_lookalikes() -> None:
    drawn = sampler(ITEMS)
    for seed in range(20):
        chosen = set(drawn.some(np.random.default_rng(seed), 1))
        assert chosen in ({0, 1}, {2})


def test_the_same_seed_draws_the_same() -> None:
    one, other = (sampler(ITEMS).draw(np.random.default_rng(5), Mixture()) for _ in range(2))
    assert np.array_equal(one.places, other.places)

"""Any record of the model, for tests by property."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graph import model

letters = st.characters(codec="utf-8")
words = st.text(letters, min_size=1, max_size=12)
maybe = st.one_of(st.just(""), words)
tags = st.sampled_from(("", "da", "en", "uk", "zh-hant", "pt-br", "sr-latn"))
iris = st.integers(0, 9).map(lambda n: f"https://example.org/x/{n}")
refs = st.one_of(st.just(""), iris)
texts = st.builds(model.Text, st.text(letters), tags)
degrees = st.one_of(st.none(), st.floats(-180, 180))
ages = st.one_of(st.none(), st.integers(0, 120))
moments = st.one_of(
    maybe,
    st.sampled_from(
        ("2019", "0000", "2019-05-01", "2019-02-30", "2026-11-22T09:00:00Z", "2024-13")
    ),
)
scores = st.floats(0, 1)


def several(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=4).map(tuple)


contacts = st.builds(model.Contact, maybe, maybe, maybe, maybe)
addresses = st.builds(model.Address, maybe, maybe, maybe, maybe, degrees, degrees)
audiences = st.builds(model.Audience, ages, ages, several(iris))
topics = st.builds(
    model.TopicLink, iris, scores, st.sampled_from(("stated", "label", "meaning", ""))
)
facts = several(st.tuples(iris, texts))
steps = st.builds(
    model.Step, st.integers(1, 30), several(texts), refs, several(texts), several(texts),
    several(texts), st.tuples(ages, ages), several(texts), several(texts),
)  # fmt: skip
entities = st.one_of(
    st.builds(
        model.Organization, iris, maybe, several(texts), several(iris), several(texts), refs,
        several(contacts), several(addresses), several(words), audiences, maybe, facts,
    ),
    st.builds(
        model.Service, iris, maybe, several(texts), refs, several(texts), several(topics),
        audiences, several(words), several(words), several(iris), several(iris), several(iris),
        several(iris), several(contacts), several(addresses), several(texts), maybe, several(words),
    ),
    st.builds(model.Offer, iris, maybe, refs, several(texts), several(topics)),
    st.builds(model.Hope, iris, maybe, refs, several(texts), several(topics)),
    st.builds(
        model.Collaboration, iris, maybe, refs, refs, refs, several(texts), moments, moments,
        several(texts),
    ),
    st.builds(model.Pathway, iris, maybe, several(texts), several(steps), refs),
    st.builds(
        model.Document, iris, maybe, maybe, several(texts), maybe, maybe, maybe, moments, moments,
        facts, several(st.tuples(iris, iris)),
    ),
)  # fmt: skip
passages = several(st.builds(model.Evidence, iris, words, tags, maybe, maybe, scores))

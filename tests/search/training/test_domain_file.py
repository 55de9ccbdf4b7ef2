"""The domain file comes from the shipped vocabulary."""

from __future__ import annotations

from ontology.vocabulary import Vocabulary
from search.training.domain_file import domain_texts
from search.training.domain_texts import Kind


def test_every_need_below_a_field_has_texts_and_known_lookalikes() -> None:
    vocabulary = Vocabulary.load()
    texts = list(domain_texts(vocabulary))
    slugs = {c.slug for c in vocabulary.concepts("need") if c.broader}
    assert {t.concept for t in texts} == slugs
    assert {slug for t in texts for slug in t.lookalikes} <= slugs
    assert {t.kind for t in texts} == {Kind.LABEL, Kind.SITUATION, Kind.SERVICE}
    assert len({(t.concept, t.language, t.text, t.kind) for t in texts}) == len(texts)

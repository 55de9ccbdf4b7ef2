from __future__ import annotations

import pytest

from ontology.text import fold
from ontology.vocabulary import Vocabulary
from search.need.understanding import Understander

_AREAS = (
    "Northfield|Nordby|Vejle|Aarhus|Leeds|Malmö|Uppsala|Celje|Maribor|Ljubljana|Szeged|Debrecen|Gent|"
    "Utrecht|Antwerpen|Hamburg|München|Lyon|Saint-Denis"
)


@pytest.fixture(scope="session")
def areas() -> tuple[str, ...]:
    return tuple(fold(name) for name in _AREAS.split("|"))


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.fixture(scope="session")
def understander(vocabulary: Vocabulary) -> Understander:
    return Understander(vocabulary, ("da", "en", "sv", "sl", "hu", "nl", "de", "fr"))

"""Makes any number of HSDS services from the vocabulary's phrases, for measuring only."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ontology.vocabulary import Vocabulary

__all__ = ["made_services", "write_feed"]

_AREAS = ("Northfield", "Harbour Quarter", "Millbrook", "Old Town", "Eastwood")
_SPOKEN = ("en", "da", "sv", "sl", "hu", "nl", "de", "fr", "so", "ar", "uk", "tr")
_SERVICES_A_PARTNER = 5


def made_services(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """``count`` HSDS services in all languages of the vocabulary, the same for the same seed."""
    chance = random.Random(seed)
    vocabulary = Vocabulary.load()
    phrases = [
        [text.text for text in vocabulary.texts(language) if text.kind == "service"]
        for language in vocabulary.languages
    ]
    for number in range(count):
        yield _service(number, chance, chance.sample(chance.choice(phrases), 2))


def write_feed(path: Path, count: int) -> None:
    """Write ``count`` services as one HSDS document."""
    services = list(made_services(count))
    path.write_text(json.dumps({"services": services}, ensure_ascii=False), "utf-8")


def _service(number: int, chance: random.Random, texts: list[str]) -> dict[str, Any]:
    partner = number // _SERVICES_A_PARTNER
    least = chance.choice([None, 0, 3, 6, 10, 13, 16])
    return {
        "id": f"svc-{number}",
        "name": f"{texts[0][:60]} {number}",
        "description": " ".join(texts),
        "status": "active",
        "minimum_age": least,
        "maximum_age": None if least is None else least + chance.choice([3, 6, 12]),
        "email": f"service{number}@example.org",
        "organization": {
            "id": f"org-{partner}",
            "name": f"Partner {partner}",
            "description": "An invented partner.",
        },
        "languages": [{"id": f"l{number}-{c}", "code": c} for c in chance.sample(_SPOKEN, 2)],
        "service_areas": [{"id": f"a{number}", "name": chance.choice(_AREAS)}],
        "phones": [{"id": f"p{number}", "number": f"+45 00 00 {number % 10_000:04}"}],
    }

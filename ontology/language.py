"""Which language a text is written in: py3langid over our languages, with the reader's languages as prior."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from ontology.text import tokens

__all__ = ["LANGUAGES", "OFFICIAL_EU", "UNKNOWN", "detect"]

OFFICIAL_EU: tuple[str, ...] = tuple(
    [
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fi",
        "fr",
        "ga",
        "hr",
        "hu",
        "it",
        "lt",
        "lv",
        "mt",
        "nl",
        "pl",
        "pt",
        "ro",
        "sk",
        "sl",
        "sv",
    ]
)
LANGUAGES: tuple[str, ...] = (*OFFICIAL_EU, "ar", "is", "nb", "nn", "ru", "tr", "uk")
UNKNOWN = "und"
"""BCP 47 for a text whose language cannot be told."""

_PRIOR_NATS = 1.5
"""What a language expected by the reader or the map gains, in nats: decides look-alikes such as nb and
da in a short text, and never outweighs three words that only one language has."""

_CERTAIN_CHARACTERS = 20_000
"""More than this tells nothing new and only costs time."""


def detect(text: str, prior: Sequence[str] = ()) -> list[tuple[str, float]]:
    """Languages of ``text``, best first, with probabilities; ``[("und", 1.0)]`` without any letter."""
    text = text[:_CERTAIN_CHARACTERS]
    if not any(c.isalpha() for c in text):
        return [(UNKNOWN, 1.0)]
    ranked = dict(_identifier().rank(text))
    temperature = math.sqrt(len(text.encode()))
    scores = {
        code: ranked[_LANGID.get(code, code)] / temperature
        + (_PRIOR_NATS / max(1.0, len(tokens(text)) / 4) if code in prior else 0.0)
        for code in LANGUAGES
    }
    top = max(scores.values())
    weights = {code: math.exp(score - top) for code, score in scores.items()}
    total = sum(weights.values())
    return sorted(((code, w / total) for code, w in weights.items()), key=lambda item: -item[1])


_LANGID = {"nb": "no"}
"""Where the identifier's code differs from ours."""


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([_LANGID.get(code, code) for code in LANGUAGES])
    return identifier

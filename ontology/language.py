"""Which language a text is written in: py3langid over our languages, with a prior."""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from platformdirs import user_cache_path
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
"""What a language expected by the reader or the map gains, in nats: decides look-alikes such as nb
and da in a short text, and never outweighs three words that only one language has."""

_CERTAIN_CHARACTERS = 20_000
"""More than this tells nothing new and only costs time."""


def detect(text: str, prior: Sequence[str] = ()) -> list[tuple[str, float]]:
    """Languages of ``text`` with probabilities, best first; "und" without any letter."""
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
    """The identifier for our languages, unpacked: the shipped one takes half a second to open."""
    place = user_cache_path("socialmap") / f"languages-1-{version('py3langid')}-{len(LANGUAGES)}"
    if not place.exists():
        _unpack(place)
    return LanguageIdentifier(
        np.load(place / "ptc.npy"),
        np.load(place / "pc.npy"),
        json.loads((place / "classes.json").read_text()),
        _numbers(place / "nextmove.bin", "I"),
        _numbers(place / "output.bin", "i").tolist(),
        tk_row=_numbers(place / "row.bin", "H"),
    )


def _numbers(path: Path, kind: str) -> array[int]:
    """Numbers straight from the file: a detour by numpy holds forty megabytes twice."""
    numbers = array(kind)
    with path.open("rb") as file:
        numbers.fromfile(file, path.stat().st_size // numbers.itemsize)
    return numbers


def _unpack(place: Path) -> None:
    """Keep the shipped model, restricted to our languages, where it opens quickly."""
    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages([_LANGID.get(code, code) for code in LANGUAGES])
    place.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=place.parent) as folder:
        scratch = Path(folder) / "languages"
        scratch.mkdir()
        np.save(scratch / "ptc.npy", whole.nb_ptc)
        np.save(scratch / "pc.npy", whole.nb_pc)
        (scratch / "nextmove.bin").write_bytes(whole.tk_nextmove.tobytes())
        (scratch / "output.bin").write_bytes(array("i", whole.tk_output).tobytes())
        (scratch / "row.bin").write_bytes(whole.tk_row.tobytes())
        (scratch / "classes.json").write_text(json.dumps(whole.nb_classes))
        # Two processes may unpack at once; either result is whole, and the same.
        with suppress(OSError):
            scratch.rename(place)

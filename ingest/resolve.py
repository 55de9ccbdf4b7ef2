"""The same partner in the map and in a file: scored, with the reason in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.model import Organization
from ontology.text import fold, tokens
from ontology.vocabulary import Vocabulary

__all__ = ["Resemblance", "Resolver", "normal_name"]

SAME = 0.9
"""From this score on two partners are one."""

_LEGAL_FORMS = frozenset(
    fold(form)
    for form in [
        "e V",
        "eV",
        "gGmbH",
        "GmbH",
        "gUG",
        "UG",
        "AG",
        "Ltd",
        "Limited",
        "LLC",
        "Inc",
        "plc",
        "CIC",
        "CIO",
        "ApS",
        "A S",
        "AS",
        "AB",
        "HB",
        "KB",
        "Oy",
        "d o o",
        "zavod",
        "z s",
        "o z",
        "vzw",
        "asbl",
        "VZW",
        "bv",
        "B V",
        "nv",
        "N V",
        "stichting",
        "kft",
        "Kft",
        "nonprofit",
        "Nonprofit",
        "Zrt",
        "Bt",
        "s r l",
        "srl",
        "onlus",
        "SARL",
        "SA",
        "association loi 1901",
        "S I",
        "i S",
        "fmba",
        "forening",
    ]
    for form in form.split()
)
_ALIKE = 0.5
"""Share of words in common that a shared address or telephone number makes enough."""

_DIGITS = re.compile(r"\D")
_PUBLIC_HOSTS = frozenset({"facebook.com", "instagram.com", "google.com", "linkedin.com"})
_PHONE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Two partners that may be one, how sure, and why."""

    known: str
    new: str
    score: float
    reason: str


def normal_name(name: str) -> str:
    """The words of a name that tell it from others: folded, without legal form."""
    words = [fold(token.text) for token in tokens(name)]
    kept = [word for word in words if word not in _LEGAL_FORMS]
    return " ".join(kept or words)


class Resolver:
    """Compares new partners with those of the map."""

    def __init__(self, known: Iterable[Organization], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._by_name: dict[str, list[Organization]] = defaultdict(list)
        self._by_reach: dict[str, list[Organization]] = defaultdict(list)
        for partner in known:
            self.add(partner)

    def add(self, partner: Organization) -> None:
        """Know one more partner."""
        for name in _names(partner):
            self._by_name[" ".join(sorted(name.split()))].append(partner)
        for reach in _reaches(partner):
            self._by_reach[reach].append(partner)

    def find(self, new: Organization) -> Resemblance | None:
        """The known partner that the new one most resembles, if any does enough."""
        if self._is_generic(new):
            return None
        found = [match for match in self._candidates(new) if match.score >= SAME]
        return max(found, key=lambda match: match.score, default=None)

    def _candidates(self, new: Organization) -> Iterator[Resemblance]:
        for name in _names(new):
            for known in self._by_name.get(" ".join(sorted(name.split())), ()):
                if known.iri == new.iri or not _agree(known, new):
                    continue
                if name in _names(known):
                    yield Resemblance(known.iri, new.iri, 1.0, f"the same name: {name}")
                else:
                    yield Resemblance(known.iri, new.iri, 0.95, f"the same words: {name}")
        for reach in _reaches(new):
            for known in self._by_reach.get(reach, ()):
                if known.iri != new.iri and _overlap(known, new) >= _ALIKE:
                    yield Resemblance(known.iri, new.iri, SAME, f"similar name, and both {reach}")

    def _is_generic(self, partner: Organization) -> bool:
        """Whether it is only known by its kind: every town has a "Police"."""
        return any(
            self._vocabulary.by_label(text.value, text.language or "en", scheme)
            for text in partner.names
            for scheme in ("partner-type", "role")
        )


def _agree(known: Organization, new: Organization) -> bool:
    """Nothing speaks against it: neither the country nor two different cities."""
    places = [{fold(a.locality) for a in o.addresses if a.locality} for o in (known, new)]
    return not places[0] or not places[1] or bool(places[0] & places[1])


def _names(partner: Organization) -> list[str]:
    return list(dict.fromkeys(normal_name(text.value) for text in partner.names))


def _reaches(partner: Organization) -> set[str]:
    found: set[str] = set()
    for contact in partner.contacts:
        digits = _DIGITS.sub("", contact.phone)
        if len(digits) >= _PHONE_DIGITS:
            found.add(f"tel {digits[-9:]}")
        if contact.email:
            found.add(contact.email.lower())
    for url in (partner.url, *(contact.url for contact in partner.contacts)):
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        if host and host not in _PUBLIC_HOSTS:
            found.add(host)
    return found


def _overlap(first: Organization, second: Organization) -> float:
    ours = {word for name in _names(first) for word in name.split()}
    theirs = {word for name in _names(second) for word in name.split()}
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))

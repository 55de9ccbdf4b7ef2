"""What an entity is called in the map: stable IRIs from a source's own ids or from names."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import quote

from graph.model import Organization
from ontology.text import fold

__all__ = ["BASE_IRI", "Minter", "is_minted", "slug"]

BASE_IRI = "https://w3id.org/socialmap/id/"
"""Where entities live unless the operator names another place."""

_SLUG_CHARACTERS = 48
_DIGEST_DIGITS = 6
_NO_WORD = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; ``"x"`` when none is left."""
    words = _NO_WORD.sub("-", fold(text).encode("ascii", "ignore").decode()).strip("-")
    return words[:_SLUG_CHARACTERS].rstrip("-") or "x"


def is_minted(partner: Organization) -> bool:
    """Whether the id was made from a name here, because the source gave none."""
    head, _, digest = partner.id.rpartition("-")
    return len(digest) == _DIGEST_DIGITS and any(head == slug(n.value) for n in partner.names)


@dataclass(frozen=True, slots=True)
class Minter:
    """Gives IRIs to what one document (``key``) says."""

    key: str
    base: str = BASE_IRI

    def by_id(self, kind: str, own: str) -> tuple[str, str]:
        """(IRI, id) of something that the source itself has given an id."""
        return f"{self.base}{kind}/{quote(own.strip(), safe='')}", own.strip()

    def by_name(self, kind: str, name: str, position: str = "") -> tuple[str, str]:
        """(IRI, id) of something without an id: its name, and a digest of document and position."""
        local = fold(" ".join(name.split())) + "\n" + position
        sha = hashlib.sha256(f"{self.key}\n{kind}\n{local}".encode()).hexdigest()
        own = f"{slug(name)}-{sha[:_DIGEST_DIGITS]}"
        return f"{self.base}{kind}/{own}", own

"""The partners and ties that several pages list, read once for each revision of the map."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Collaboration, Organization
from graph.view import View

__all__ = ["Directory", "Listing"]


@dataclass(frozen=True, slots=True)
class Listing:
    """What the map lists at one revision."""

    revision: int
    partners: Mapping[str, Organization]
    """By IRI."""
    collaborations: tuple[Collaboration, ...]
    services: Mapping[str, int]
    """How many each partner has, by IRI."""


class Directory:
    """Gives the listing of the present revision."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._lock = threading.Lock()
        self._listing: Listing | None = None

    @property
    def now(self) -> Listing:
        """The listing as the map stands."""
        with self._lock:
            revision = self._view.revision
            if self._listing is None or self._listing.revision != revision:
                self._listing = Listing(
                    revision=revision,
                    partners={partner.iri: partner for partner in self._view.organizations()},
                    collaborations=self._view.collaborations(),
                    services=Counter(service.provider for service in self._view.services()),
                )
            return self._listing

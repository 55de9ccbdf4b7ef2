"""Names of the map's areas as people write them; the index knows them only folded."""

from __future__ import annotations

from graph.statement import area_name
from graph.store import Store
from ontology.terms import DCTERMS
from ontology.text import fold

__all__ = ["AreaNames"]

_QUERY = f"SELECT DISTINCT ?area WHERE {{ GRAPH ?g {{ ?s <{DCTERMS('spatial')}> ?area }} }}"


class AreaNames:
    """Reads the names once for each revision of the map."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revision = -1
        self._names: dict[str, str] = {}

    def written(self, folded: str) -> str:
        """An area's name as its sources write it."""
        if self._revision != self._store.revision:
            revision = self._store.revision
            names = sorted(area_name(iri) for (iri,) in self._store.select(_QUERY))
            self._names = {fold(name): name for name in names}
            self._revision = revision
        return self._names.get(folded, folded)

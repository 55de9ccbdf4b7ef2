"""One open map: joins store, ingest, index and search; every face calls this."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from graph.model import Organization, ServiceProfile, Status
from graph.proposals import Proposals
from graph.source import Sources
from graph.store import Store
from graph.view import View
from ontology.bridge import Bridge
from ontology.errors import HomeError, UsageError
from ontology.vocabulary import Vocabulary
from search.encoder import Encoder, load_encoder
from search.index import Index
from search.model import Options, Result
from search.need.understanding import Understander
from search.searcher import Searcher
from search.topics import TopicFinder
from service.concepts import NearestConcepts
from service.settings import Settings

if (
    TYPE_CHECKING
):  # what only some commands need is imported where it is used: a search starts at once
    from graph.network import Network
    from graph.validation import Finding, Validation
    from ingest.model import Report
    from ingest.pipeline import Accept, Pipeline, Progress

__all__ = ["Step", "Workspace"]

Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how much of it is done, out of how many (0 when
unknown)."""


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


class Workspace:
    """The map in one home. Its parts are opened when first used: a search never opens the store."""

    def __init__(self, settings: Settings, *, read_only: bool = False) -> None:
        self.settings = settings
        self._read_only = read_only
        self._writing = threading.RLock()

    @classmethod
    def open(cls, settings: Settings, *, read_only: bool = False) -> Workspace:
        """Open the map; for writing this takes the lock and brings the index up to date."""
        workspace = cls(settings, read_only=read_only)
        if not read_only:
            workspace.follow()
        return workspace

    def close(self) -> None:
        """Give lock and files back."""
        for part in ("index", "store"):
            if part in self.__dict__:
                self.__dict__.pop(part).close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The shipped vocabulary."""
        return Vocabulary.load()

    @cached_property
    def encoder(self) -> Encoder:
        """The embedding model of the settings."""
        return load_encoder(self.settings.model)

    @cached_property
    def store(self) -> Store:
        """The graph on disk."""
        return Store.open(self.settings.home, read_only=self._read_only)

    @cached_property
    def view(self) -> View:
        """What the graph says, merged entities as one."""
        return View(self.store)

    @cached_property
    def sources(self) -> Sources:
        """The documents that statements come from."""
        return Sources(self.store)

    @cached_property
    def proposals(self) -> Proposals:
        """What ingest found and nobody has decided about, or somebody has."""
        return Proposals(self.store)

    @cached_property
    def pipeline(self) -> Pipeline:
        """From files to proposals and facts."""
        from ingest.link import Linker
        from ingest.pipeline import Pipeline

        linker = Linker(self.vocabulary, NearestConcepts(self.bridge, self.encoder.encode_services))
        return Pipeline(
            self.store,
            self.vocabulary,
            linker,
            base_iri=self.settings.base_iri,
            max_bytes=self.settings.max_file_mb * 2**20,
        )

    @cached_property
    def bridge(self) -> Bridge:
        """Reads concepts from needs and services."""
        return Bridge(
            self.vocabulary,
            self.encoder.encode_services,
            self.encoder.name,
            user_cache_path("socialmap") / "learnt",
        )

    @cached_property
    def index(self) -> Index:
        """The derived index; may lie behind the graph until ``follow`` is called."""
        folder = self.settings.home / "index"
        if self._read_only and not Index.is_current(folder, self.encoder):
            self._build_index()
        return Index.open(folder, self.encoder, read_only=self._read_only)

    @cached_property
    def searcher(self) -> Searcher:
        """Answers needs."""
        return Searcher(
            self.index,
            self.vocabulary,
            Understander(self.vocabulary, self.settings.languages, self.settings.emergency),
            TopicFinder(self.vocabulary, self.bridge, self.encoder),
        )

    def search(self, text: str, options: Options) -> Result:
        """The services that fit a need."""
        return self.searcher.search(text, options)

    def ingest(
        self,
        paths: Sequence[Path],
        accept: Accept = "lists",
        progress: Callable[[Progress], None] | None = None,
    ) -> Report:
        """Read files into the map and let the index follow."""
        with self._writing:
            report = self.pipeline.ingest(paths, accept=accept, progress=progress)
            self.follow()
        return report

    def accept(self, ids: Sequence[str], who: str = "") -> int:
        """Accept proposals and those they need; gives how many that were."""
        with self._writing:
            before = self.proposals.counts()[Status.ACCEPTED]
            self.proposals.accept(ids, who)
            self.follow()
            return self.proposals.counts()[Status.ACCEPTED] - before

    def reject(self, ids: Sequence[str], who: str = "", reason: str = "") -> int:
        """Reject proposals, which are then not proposed again; gives how many were pending."""
        with self._writing:
            return self.proposals.reject(ids, who, reason)

    def network(self) -> Network:
        """Who works with whom."""
        from graph.network import Network

        return Network.of(self.view)

    def export(self, name: str) -> bytes:
        """The whole map in a format of ``graph.export.EXPORTS``."""
        from graph.export import EXPORTS

        if name not in EXPORTS:
            raise UsageError(
                f"there is no export {name!r}", way_out=f"One of {', '.join(sorted(EXPORTS))}."
            )
        return EXPORTS[name](self.view, self.vocabulary)

    def check(self, step: Step = _silent) -> Validation:
        """What is wrong in the map, in words; the index too."""
        from graph.consistency import consistency
        from graph.validation import validate

        found = validate(self.store, progress=lambda done, total: step("check", done, total))
        others = (*consistency(self.store), *self._index_findings())
        return replace(found, findings=(*found.findings, *others))

    def labels(self, language: str = "") -> dict[str, str]:
        """What partners, those only proposed too, and relations are called."""
        proposed = (p.entity for p in self.proposals.list())
        partners = [
            *(entity for entity in proposed if isinstance(entity, Organization)),
            *self.view.organizations(),
        ]
        relations = self.vocabulary.concepts("relation")
        return {
            **{partner.iri: partner.names[0].value for partner in partners if partner.names},
            **{r.iri: self.vocabulary.label(r.iri, [language]) for r in relations},
        }

    def follow(self, step: Step = _silent) -> int:
        """Bring the index to the graph's revision; gives the number of services taken in."""
        with self._writing:
            revision = self.store.revision
            folder = self.settings.home / "index"
            if self.index.manifest.revision == revision and Index.is_current(folder, self.encoder):
                return 0
            profiles, gone, total = self._changes()
            done = 0
            for done in self.index.update(profiles, gone, revision):
                step("index", done, total)
            return done

    def reindex(self, step: Step = _silent) -> int:
        """Build the index anew from the graph; gives the number of services."""
        with self._writing:
            _ = self.store  # takes the lock before anything is removed
            if old := self.__dict__.pop("index", None):
                old.close()
            self.__dict__["index"] = Index.rebuilt(self.settings.home / "index", self.encoder)
            self.__dict__.pop("searcher", None)
            return self.follow(step)

    def _changes(self) -> tuple[Iterator[ServiceProfile], Sequence[str], int]:
        """Profiles that the index has to take in, IRIs it has to forget, and how many there are."""
        since = self.index.manifest.revision
        if since == 0:
            return self.view.service_profiles(), (), 0
        changes = self.view.changed_since(since)
        return (self.view.service_profiles(changes.services), changes.gone, len(changes.services))

    def _index_findings(self) -> Iterator[Finding]:
        from graph.validation import Finding

        services = len(self.view.services())
        state = self.index.manifest
        if state.revision != self.store.revision or len(self.index) != services:
            yield Finding(
                "index",
                "",
                f"the index holds {len(self.index)} of {services} services, at revision"
                f" {state.revision} of {self.store.revision}",
                "Run `socialmap reindex`.",
            )

    def _build_index(self) -> None:
        """Build the index that a reader misses, which takes the lock for as long."""
        if not (self.settings.home / "map.json").exists():
            raise HomeError(
                "there is no map here yet",
                place=str(self.settings.home),
                way_out="Make one with `socialmap ingest FILE`, or try `socialmap demo`.",
            )
        Workspace.open(self.settings).close()

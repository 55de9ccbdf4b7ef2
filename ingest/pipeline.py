"""Files to facts and proposals: read, tell the language, extract, link, resolve, propose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.difference import entities_in
from graph.merges import Merges
from graph.model import Document, Entity, Organization, Status
from graph.proposals import Proposals
from graph.source import Sources
from graph.store import Store
from graph.view import View
from ingest.extraction import Extraction, extract, kind_of
from ingest.identity import BASE_IRI, Minter, is_minted
from ingest.link import Linker
from ingest.model import FileReport, Found, Report
from ingest.propose import proposals
from ingest.readers import MAX_BYTES, Source, load, read_source
from ingest.resolve import Resolver
from ontology.errors import InputError, NotFoundError
from ontology.vocabulary import Vocabulary

__all__ = ["Accept", "Pipeline", "Progress"]

Accept = Literal["lists", "all", "none"]
WHO = "ingest"
"""Who decides when a run is told to accept."""

_UPLOAD = re.compile(r"^upload-\w+$")
"""Folders of uploads have names by chance; a file uploaded again is a new version all the same."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The file that is being read, how many are done and how many there are."""

    path: str
    done: int
    total: int


class Pipeline:
    """Takes files into a map; what is wrong with one never stops the others."""

    def __init__(
        self,
        store: Store,
        vocabulary: Vocabulary,
        linker: Linker,
        *,
        base_iri: str = BASE_IRI,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._store = store
        self._vocabulary = vocabulary
        self._linker = linker
        self._base = base_iri
        self._max_bytes = max_bytes
        self._sources = Sources(store)
        self._proposals = Proposals(store)

    def ingest(
        self,
        paths: Sequence[Path],
        accept: Accept = "lists",
        progress: Callable[[Progress], None] | None = None,
    ) -> Report:
        """Read files, and all files of folders; a report for each."""
        files = list(_files(paths))
        reports: list[FileReport] = []
        for done, path in enumerate(files):
            if progress:
                progress(Progress(str(path), done, len(files)))
            reports.append(self._one(path, accept))
        if progress and files:
            progress(Progress(str(files[-1]), len(files), len(files)))
        return Report(tuple(reports))

    def _one(self, path: Path, accept: Accept) -> FileReport:
        try:
            return self._take(load(path, self._max_bytes), accept)
        except (InputError, NotFoundError) as error:
            return FileReport(str(path), errors=(str(error),))

    def _take(self, source: Source, accept: Accept) -> FileReport:
        key = _key(source.path)
        if known := self._known(source.digest):
            return self._again(source.path, known, accept)
        reading = read_source(source)
        extraction = extract(reading, Minter(key, self._base), self._vocabulary)
        linked = Extraction(
            extraction.document,
            tuple(self._linker.link_all(extraction.listed)),
            tuple(self._linker.link_all(extraction.said)),
        )
        accepted, proposed, unchanged = self._keep(linked, accept)
        return FileReport(
            str(source.path),
            kind_of(reading.media_type),
            extraction.document.language,
            _counts([*linked.listed, *linked.said]),
            proposed=proposed,
            accepted=accepted,
            unchanged=unchanged,
        )

    def _known(self, digest: str) -> Document | None:
        """The document with these very bytes, whatever it was called."""
        return next((d for d in self._sources.documents() if d.digest == digest), None)

    def _again(self, path: Path, known: Document, accept: Accept) -> FileReport:
        """The same file once more: nothing changes, unless more is accepted now."""
        waiting = self._proposals.list(Status.PENDING, document=known.iri)
        kind = kind_of(known.media_type)
        ids = [p.id for p in waiting if accept == "all" or (accept == "lists" and _is_list(kind))]
        accepted = 0
        if ids:
            self._proposals.accept(ids, WHO)
            self._merge([p.entity for p in waiting if p.id in ids])
            accepted = len(ids)
        stated = entities_in(self._store.lines(known.iri))
        proposed = {p.entity.iri for p in self._proposals.list(document=known.iri)}
        unchanged = len(stated | proposed) - accepted
        return FileReport(str(path), kind, known.language, accepted=accepted, unchanged=unchanged)

    def _keep(self, extraction: Extraction, accept: Accept) -> tuple[int, int, int]:
        """(accepted, proposed, unchanged) after what was found has been put into the map."""
        facts = extraction.listed if accept in ("lists", "all") else ()
        waiting = extraction.said if facts else (*extraction.listed, *extraction.said)
        document = extraction.document
        accepted, unchanged = self._state(document, facts, accept)
        put = self._proposals.put(document, proposals(document, waiting)) if waiting else None
        proposed = len(put.pending) if put else 0
        unchanged += len(put.unchanged) + len(put.remembered) if put else 0
        if put and accept == "all" and put.pending:
            self._proposals.accept(put.pending, WHO)
            accepted, proposed = accepted + len(put.pending), 0
        if accept != "none":
            self._merge(
                [item.entity for item in (facts if accept == "lists" else (*facts, *waiting))]
            )
        return accepted, proposed, unchanged

    def _state(self, document: Document, facts: Sequence[Found], accept: Accept) -> tuple[int, int]:
        """Let the document say the facts, and what people have accepted of it before."""
        is_new = self._sources.by_key(document.key) is None
        if accept == "none" or (is_new and not facts):
            return 0, 0
        before = self._proposals.list(Status.ACCEPTED, document=document.iri)
        stated = [(item.entity, item.evidence) for item in facts]
        said = {entity.iri for entity, _ in stated}
        stated += [(p.entity, p.evidence) for p in before if p.entity.iri not in said]
        change = self._sources.accept(document, stated, who=WHO)
        changed = len(change.added) + len(change.changed)
        return changed, max(0, len(facts) - changed)

    def _merge(self, entities: Sequence[Entity]) -> None:
        """Show partners that the map already knows as one with them."""
        partners = [entity for entity in entities if isinstance(entity, Organization)]
        if not partners:
            return
        new = {partner.iri for partner in partners}
        known = {o.iri: o for o in View(self._store).organizations() if o.iri not in new}
        resolver = Resolver(tuple(known.values()), self._vocabulary)
        merges = Merges(self._store)
        for partner in partners:
            if match := resolver.find(partner):
                keep, same = match.known, match.new
                # Others ask for a partner by the id that its source gave it.
                if is_minted(known[keep]) and not is_minted(partner):
                    keep, same = same, keep
                merges.merge(keep, same, reason=match.reason, who=WHO)


def _is_list(kind: str) -> bool:
    return kind in ("csv", "xlsx", "hsds")


def _key(path: Path) -> str:
    """What names the source: folder and file, so that a new version is known as one."""
    resolved = path.resolve()
    folder = "upload" if _UPLOAD.match(resolved.parent.name) else resolved.parent.name
    return f"{folder}/{resolved.name}"


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file())
            yield from (p for p in inside if not p.name.startswith((".", "~$")))
        else:
            yield path


def _counts(found: Sequence[Found]) -> dict[str, int]:
    """How many of each kind; statements are what a document says of itself."""
    counts: Counter[str] = Counter()
    for item in found:
        if isinstance(item.entity, Document):
            counts["statement"] += len(item.entity.facts) + len(item.entity.concepts)
        else:
            counts[type(item.entity).__name__.lower()] += 1
    return dict(counts)

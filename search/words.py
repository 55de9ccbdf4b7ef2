"""Words: BM25 over folded lemmas in tantivy, one field for all languages.

Lemmas come from our own analyser, so the index splits at spaces only. Words of the asker's language
meet services in that language; names, places and international words meet all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy

from ontology.errors import HomeDamagedError

__all__ = ["WordIndex"]

_WRITER_BYTES = 32_000_000
"""Memory of the writer; tantivy takes at least 15 MB a thread."""

_MOST_WORDS = 64
"""Distinct words of a need that are looked up; a long case history says its point early and
often."""


_TELLING_SHARE, _ALWAYS_TELLING = 0.04, 3
"""A word tells something when at most this share of the services, or so many, hold it. In a map of
many languages the commonest word of one of them stands in a tenth of the services at most."""


class WordIndex:
    """Lemmas of services by row number."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index

    @classmethod
    def open(cls, folder: Path) -> WordIndex:
        """Open the index in ``folder``, making an empty one where there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("row", stored=True, indexed=True, fast=True)
        schema.add_text_field("lemmas", tokenizer_name="whitespace", index_option="freq")
        try:
            return cls(tantivy.Index(schema.build(), path=str(folder)))
        except ValueError as error:
            raise HomeDamagedError(
                "the word index cannot be read",
                place=str(folder),
                way_out="Run `socialmap reindex`; nothing is lost.",
            ) from error

    def update(self, removed: Sequence[int], added: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Forget rows and add (row, lemmas), in one commit."""
        writer = self._index.writer(_WRITER_BYTES, 1)
        for row in removed:
            writer.delete_documents_by_term("row", row)
        for row, lemmas in added:
            writer.add_document(tantivy.Document(row=row, lemmas=" ".join(lemmas)))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def telling(self, lemmas: Sequence[str]) -> list[str]:
        """The distinct words that few services hold; what half of them say tells nothing apart."""
        words = list(dict.fromkeys(lemmas))[:_MOST_WORDS]
        searcher = self._index.searcher()
        most = max(_ALWAYS_TELLING, _TELLING_SHARE * searcher.num_docs)
        return [word for word in words if searcher.doc_freq("lemmas", word) <= most]

    def find(self, lemmas: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """(row, BM25 score) of the services that hold any of the words, best first."""
        words = list(dict.fromkeys(lemmas))[:_MOST_WORDS]
        if not words or limit < 1:
            return []
        schema = self._index.schema
        terms = [tantivy.Query.term_query(schema, "lemmas", word) for word in words]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        searcher = self._index.searcher()
        return [
            (int(searcher.doc(address)["row"][0]), float(score))
            for score, address in searcher.search(query, limit).hits
        ]

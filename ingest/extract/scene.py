"""A document in hand: its own blocks, its sentences, who acts in it, and where findings go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Collaboration, Document, Evidence, Text
from ingest.extract.cast import Cast, Mention
from ingest.extract.context import Collector, Context
from ingest.model import Block
from ingest.phrases import Phrases
from ontology.terms import concept_iri, slug_of
from ontology.text import sentences

__all__ = ["EXTRACTOR", "Scene"]

EXTRACTOR = "prose"


@dataclass(frozen=True, slots=True)
class Scene:
    """What every extractor of prose works on."""

    context: Context
    heap: Collector
    cast: Cast
    phrases: Phrases
    blocks: tuple[Block, ...]
    title: str

    @property
    def main(self) -> str:
        """IRI of the partner that the document is about; empty when it is about none."""
        return self.cast.main

    def sentences(self) -> Iterator[tuple[str, Block]]:
        """Every sentence of the running text and of the lists, with its block."""
        for block in self.blocks:
            if block.kind != "row":
                for sentence in sentences(block.text):
                    yield sentence, block

    def evidence(self, passage: str, block: Block, confidence: float) -> Evidence:
        """The passage that says something."""
        return self.context.evidence(
            passage, block.place, EXTRACTOR, confidence, self.language(block)
        )

    def language(self, block: Block) -> str:
        """The block's language, or the document's."""
        return block.language or self.context.language

    def text(self, value: str, block: Block) -> Text:
        """A text in the block's language."""
        return Text(value, self.language(block))

    def relate(
        self, ends: tuple[str, str], relation: str, passage: tuple[str, Block], sure: float = 0.8
    ) -> str:
        """A collaboration between two partners; gives its IRI, empty when they are one."""
        subject, target = ends
        if not subject or not target or subject == target:
            return ""
        name = f"{slug_of(subject)} {relation} {slug_of(target)}"
        iri, own = self.context.minter.by_name("collaboration", name)
        entity = Collaboration(iri, own, subject, concept_iri("relation", relation), target)
        return self.heap.add(entity, self.evidence(*passage, sure), ends)

    def state(self, document: Document, passage: tuple[str, Block], sure: float = 0.9) -> None:
        """More of what the document itself says."""
        self.heap.add(document, self.evidence(*passage, sure))

    def place(self, mention: Mention, passage: tuple[str, Block]) -> str:
        """The IRI of a partner mentioned, put on the heap if it was not there."""
        return self.cast.add(mention, passage[1], passage[0])

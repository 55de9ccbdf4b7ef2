"""How a passage that says so stands in RDF: an ``oa:TextQuoteSelector`` below the entity's IRI."""

from __future__ import annotations

from collections.abc import Sequence

from graph import statement as say
from graph.model import Evidence, Text
from graph.rows import Rows
from ontology.terms import OA, PROV, RDF, SM

__all__ = ["PREDICATES", "evidence_from", "write_evidence"]

_EVIDENCE = SM("evidence")
_EXACT, _SOURCE = OA("exact"), PROV("wasDerivedFrom")
_PLACE, _EXTRACTOR, _CONFIDENCE = SM("place"), SM("extractor"), SM("confidence")

PREDICATES = (_EVIDENCE, _EXACT, _SOURCE, _PLACE, _EXTRACTOR, _CONFIDENCE)


def write_evidence(iri: str, passages: Sequence[Evidence], out: list[str]) -> None:
    """Append the statements that ``passages`` say of the entity."""
    for position, item in enumerate(passages, 1):
        node = say.node_iri(iri, "evidence", position, item)
        out.append(say.link(iri, _EVIDENCE, node))
        out.append(say.link(node, RDF("type"), OA("TextQuoteSelector")))
        out.append(say.statement(node, _EXACT, say.text(Text(item.passage, item.language))))
        out.append(say.link(node, _SOURCE, item.document))
        if item.place:
            out.append(say.statement(node, _PLACE, say.literal(item.place)))
        if item.extractor:
            out.append(say.statement(node, _EXTRACTOR, say.literal(item.extractor)))
        if item.confidence != 1:
            out.append(say.statement(node, _CONFIDENCE, say.number(item.confidence)))


def evidence_from(rows: Rows, iri: str) -> tuple[Evidence, ...]:
    """The passages that say something of the entity, in their order."""
    nodes = [item.value for item in rows.values(iri, _EVIDENCE)]
    if len(nodes) > 1:
        nodes.sort(key=say.node_number)
    return tuple(_passage(rows, node) for node in nodes)


def _passage(rows: Rows, node: str) -> Evidence:
    exact = rows.values(node, _EXACT)
    return Evidence(
        document=rows.value(node, _SOURCE),
        passage=exact[0].value if exact else "",
        language=(getattr(exact[0], "language", "") or "") if exact else "",
        place=rows.value(node, _PLACE),
        extractor=rows.value(node, _EXTRACTOR),
        confidence=float(rows.value(node, _CONFIDENCE) or 1),
    )

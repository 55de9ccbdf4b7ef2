"""What something costs: free, paid or by income, told by the vocabulary's words and by amounts."""

from __future__ import annotations

import re

from ontology.terms import concept_iri
from ontology.vocabulary import Vocabulary

__all__ = ["costs_in"]

_AMOUNT = re.compile(
    r"(?:€|\$|£|\beur\b|\beuro\b|\bdkk\b|\bsek\b|\bkr\b\.?|\bft\b|\bhuf\b|\bchf\b)\s*([\d.,]+)|"
    r"([\d.,]+)\s*(?:€|£|\beur\b|\beuros?\b|\bdkk\b|\bsek\b|\bkr\b\.?|,-|\bft\b|\bforint\b|"
    r"\bchf\b)",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:free|no (?:cost|charge|fee)s?|gratis|uden betaling|kostnadsfri\w*|avgiftsfri\w*|"
    r"brezplač\w*|kostenlos\w*|"
    r"kostenfrei\w*|unentgeltlich|kosteloos|gratuite?s?(?:ment)?|ingyenes\w*|térítésmentes\w*)\b",
    re.IGNORECASE,
)
_BY_INCOME = re.compile(
    r"income|means[- ]test|sliding scale|indkomst|indtægt|inkomst|dohod|inkomen|einkommen|revenu|"
    r"quotient familial|"
    r"jövedelem",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(?:paid|fee|charge|price|betaling|koster|pris|avgift|kostar|plačljiv\w*|plačil\w*|"
    r"betaald|tegen betaling|betalend|"
    r"kostenpflichtig|gebühr\w*|payante?s?|tarif\w*|díj\w*|fizetős)\b",
    re.IGNORECASE,
)


def costs_in(text: str, language: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Concepts of the cost scheme that a cell or a fee description speaks of."""
    if not text.strip():
        return ()
    found: list[str] = []
    if _FREE.search(text):
        found.append("free")
    if _BY_INCOME.search(text):
        found.append("income-dependent")
    amounts = [float(_number(a or b)) for a, b in _AMOUNT.findall(text) if _number(a or b)]
    if any(amounts) or (not found and _PAID.search(text)):
        found.append("paid")
    elif amounts and "free" not in found:
        found.append("free")
    if found:
        return tuple(concept_iri("cost", slug) for slug in found)
    return tuple(dict.fromkeys(m.iri for m in vocabulary.find_labels(text, language, "cost")))


def _number(text: str) -> str:
    digits = text.strip(".,").replace(",", ".")
    whole, _, rest = digits.rpartition(".")
    plain = (
        f"{whole.replace('.', '')}.{rest}" if whole and len(rest) != 3 else digits.replace(".", "")
    )
    return plain if plain.replace(".", "").isdigit() else ""

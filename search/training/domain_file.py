"""Stage 0: write the domain texts of the shipped vocabulary as the other stages read them."""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from ontology.vocabulary import Vocabulary
from search.training.corpora import ENGLISH
from search.training.domain_texts import DomainText, Kind
from search.training.progress import start_logging

__all__ = ["domain_texts"]

NEEDS = "need"

log = logging.getLogger(__name__)


def domain_texts(vocabulary: Vocabulary) -> Iterator[DomainText]:
    """Yield all texts of the need concepts, each once; top fields are too wide to be learned."""
    needs = {c.iri: c for c in vocabulary.concepts(NEEDS) if c.broader}
    slugs = {
        iri: tuple(needs[other].slug for other in concept.lookalikes if other in needs)
        for iri, concept in needs.items()
    }
    seen: set[tuple[str, str, str]] = set()
    for iri, concept in needs.items():
        if concept.definition:
            yield DomainText(concept.slug, ENGLISH, Kind.LABEL, concept.definition, slugs[iri])
    for language in vocabulary.languages:
        for item in vocabulary.texts(language):
            key = (item.iri, language, item.text)
            if item.iri in needs and key not in seen:
                seen.add(key)
                slug = needs[item.iri].slug
                yield DomainText(slug, language, Kind(item.kind), item.text, slugs[item.iri])


def main() -> None:
    """Write the domain file from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True, help="JSON lines to write")
    options = parser.parse_args()
    start_logging()
    texts = list(domain_texts(Vocabulary.load()))
    with options.output.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(item), ensure_ascii=False) + "\n" for item in texts)
    log.info("%d domain texts in %s", len(texts), options.output)


if __name__ == "__main__":
    main()

"""Measure an encoder on outside references: need to description, and translation."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.encoder import Encoder, StaticEncoder, load_encoder
from search.training.domain_texts import DomainText, Kind, read_domain_texts, split

__all__ = [
    "Recall",
    "concept_recall",
    "measure_domain",
    "measure_probe",
    "measure_tatoeba",
    "recall_of_ranks",
]

EU_LANGUAGES = (
    *("bul", "ces", "dan", "deu", "ell", "est", "fin", "fra", "gle", "hrv", "hun", "ita"),
    *("lit", "lvs", "nld", "pol", "por", "ron", "slk", "slv", "spa", "swe"),
)
"""ISO 639-3, as the Tatoeba test names its files; Maltese has none there."""
TATOEBA_LIMIT = 1000  # sentences of a pair; more only take time


@dataclass(frozen=True, slots=True)
class Recall:
    """How well the right answer stands in a ranking; each figure from 0 to 1."""

    at_1: float
    at_5: float
    mrr: float
    count: int
    """Number of queries."""


def recall_of_ranks(ranks: NDArray[np.int64]) -> Recall:
    """Summarise ranks, which count from 0."""
    if not len(ranks):
        return Recall(0.0, 0.0, 0.0, 0)
    return Recall(
        float((ranks < 1).mean()),
        float((ranks < 5).mean()),
        float((1.0 / (ranks + 1)).mean()),
        len(ranks),
    )


def _ranks(scores: NDArray[np.float32], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """Count for each row the columns above the right one."""
    own = scores[np.arange(len(scores)), right]
    better: NDArray[np.int64] = (scores > own[:, None]).sum(axis=1)
    return better


def measure_probe(encoder: Encoder, path: Path) -> dict[str, Recall]:
    """Measure need → description of ``probe.json``, where row n of each list belongs together.

    The result has a figure for English alone and for all pairs of two different languages.
    """
    probe = json.loads(path.read_text(encoding="utf-8"))
    services = {k: encoder.encode_services(v) for k, v in probe["services"].items()}
    ranks: dict[str, list[NDArray[np.int64]]] = {"english": [], "across": []}
    for language, needs in probe["needs"].items():
        rows = encoder.encode_needs(needs)
        for other, described in services.items():
            found = _ranks(rows @ described.T, np.arange(len(rows)))
            if language != other:
                ranks["across"].append(found)
            elif language == "en":
                ranks["english"].append(found)
    return {name: recall_of_ranks(np.concatenate(found)) for name, found in ranks.items()}


def measure_tatoeba(encoder: Encoder, folder: Path) -> dict[str, float]:
    """Measure, for each language, how often a sentence finds its translation, both ways."""
    accuracies: dict[str, float] = {}
    for path in sorted(folder.glob("tatoeba.*-eng.*")):
        language = path.suffix[1:]
        if language == "eng":
            continue
        theirs, english = (
            encoder.encode_needs(p.read_text(encoding="utf-8").splitlines()[:TATOEBA_LIMIT])
            for p in (path, path.with_suffix(".eng"))
        )
        scores, right = theirs @ english.T, np.arange(len(theirs))
        hits = [(s.argmax(axis=1) == right).mean() for s in (scores, scores.T)]
        accuracies[language] = float(np.mean(hits))
    return accuracies


def concept_recall(
    encoder: Encoder,
    queries: Sequence[DomainText],
    library: Sequence[DomainText],
    *,
    across: bool = True,
) -> Recall:
    """Measure how well a query finds its concept among texts of other languages.

    A concept scores as its nearest text does. The query itself never counts, and queries whose
    concept has no other text there are passed over.

    :param across: false looks among texts of the query's own language instead.
    """
    concepts = {c: i for i, c in enumerate(sorted({t.concept for t in library}))}
    rows = encoder.encode_needs([q.text for q in queries])
    texts = encoder.encode_services([t.text for t in library])
    owner = np.array([concepts[t.concept] for t in library], dtype=np.int64)
    spoken = np.array([t.language for t in library])
    place = {t: i for i, t in enumerate(library)}
    ranks = []
    for query, row in zip(queries, rows, strict=True):
        best = np.full(len(concepts), -2.0, dtype=np.float32)  # below any cosine
        seen = (spoken != query.language) == across
        if query in place:
            seen[place[query]] = False
        np.maximum.at(best, owner[seen], texts[seen] @ row)
        own = best[concepts[query.concept]] if query.concept in concepts else -2.0
        if own > -2.0:
            ranks.append(int((best > own).sum()))
    return recall_of_ranks(np.array(ranks, dtype=np.int64))


def measure_domain(encoder: Encoder, texts: Sequence[DomainText]) -> dict[str, Recall]:
    """Measure the two development parts of the domain texts, against situations and services."""
    parts = split(texts)
    everything = [*parts.train, *parts.held_out_concepts]
    results: dict[str, Recall] = {}
    for part, held_out in (
        ("new texts", parts.held_out_texts),
        ("new concepts", parts.held_out_concepts),
    ):
        queries = [t for t in held_out if t.kind is Kind.SITUATION]
        for kind in (Kind.SITUATION, Kind.SERVICE):
            library = [t for t in everything if t.kind is kind]
            for across, where in ((True, "other language"), (False, "same language")):
                name = f"{part} → {kind.value}, {where}"
                results[name] = concept_recall(encoder, queries, library, across=across)
    return results


def _outside(encoder: Encoder, folder: Path) -> dict[str, object]:
    probe = measure_probe(encoder, folder / "probe.json")
    tatoeba = measure_tatoeba(encoder, folder / "tatoeba")
    return {
        "probe": {name: asdict(recall) for name, recall in probe.items()},
        "tatoeba": {"eu_mean": _mean(tatoeba, EU_LANGUAGES), **tatoeba},
    }


def _mean(values: Mapping[str, float], names: Sequence[str]) -> float:
    found = [values[name] for name in names if name in values]
    return float(np.mean(found)) if found else 0.0


def main() -> None:
    """Measure an encoder from the command line; one JSON document on standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", default="static", help="model folder, or name of a model")
    parser.add_argument("--evaluation", type=Path, help="outside references, never to tune on")
    parser.add_argument("--domain", type=Path, help="JSON lines of domain texts")
    options = parser.parse_args()
    folder = Path(options.encoder)
    is_folder = (folder / "model.json").is_file()
    encoder: Encoder = StaticEncoder.load(folder) if is_folder else load_encoder(options.encoder)
    report: dict[str, object] = {"encoder": encoder.name}
    if options.domain is not None:
        domain = measure_domain(encoder, read_domain_texts(options.domain))
        report["domain"] = {name: asdict(recall) for name, recall in domain.items()}
    if options.evaluation is not None:
        report |= _outside(encoder, options.evaluation)
    sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()

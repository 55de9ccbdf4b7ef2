"""Stage 1: train the BPE tokenizer on the same amount of text from every language."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from search.training.corpora import evaluation_texts, read_pairs
from search.training.domain_texts import read_domain_texts
from search.training.progress import start_logging

__all__ = ["TOKENIZER_FILE", "balanced_texts", "new_tokenizer", "train_tokenizer"]

VOCABULARY_SIZE = 64_000  # at 256 int8 dimensions the table is 16.4 MB, inside the 25 MB budget
CHARACTERS_PER_LANGUAGE = 2_600_000  # what the scarcest languages can just about give
DOMAIN_REPEATS = 3  # the words of our own field deserve whole pieces
MIN_FREQUENCY = 3  # rarer merges are typing errors
TOKENIZER_FILE = "tokenizer.json"

log = logging.getLogger(__name__)


def new_tokenizer() -> Tokenizer:
    """Build an untrained tokenizer: NFKC, lower case, digits split, words marked by metaspace.

    It has no unknown piece: characters that training never met are left out.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            # Soft hyphens and zero-width marks come along with copied text and mean nothing.
            normalizers.Replace(Regex("[\u00ad\u200b-\u200f\u2060\ufeff]"), ""),
            # Lowercasing the Turkish capital I leaves a combining dot that nobody types.
            normalizers.Replace("i\u0307", "i"),
            normalizers.Replace(Regex(r"[\s]+"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(prepend_scheme="always", split=True),
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.Punctuation(behavior="isolated"),
        ]
    )
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


def train_tokenizer(texts: Iterable[str], *, vocabulary_size: int = VOCABULARY_SIZE) -> Tokenizer:
    """Train a tokenizer on texts; the same texts give the same tokenizer."""
    tokenizer = new_tokenizer()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_size, min_frequency=MIN_FREQUENCY, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer=trainer)
    return tokenizer


def balanced_texts(
    rows: Iterable[tuple[str, str]], *, characters: int = CHARACTERS_PER_LANGUAGE
) -> Iterator[str]:
    """Yield texts of ``(language, text)`` rows, as many characters from each language.

    A language that has less is repeated until it has given its share.
    """
    by_language: dict[str, dict[str, None]] = {}  # a dictionary keeps order and drops repeats
    for language, text in rows:
        by_language.setdefault(language, {})[text] = None
    for language in sorted(by_language):
        yield from _share(list(by_language[language]), characters)


def _share(texts: list[str], characters: int) -> Iterator[str]:
    total = sum(map(len, texts))
    stride = max(1, total // characters)  # spread over all corpora, not only the first
    chosen = texts[::stride]
    repeats = max(1, round(characters / max(1, sum(map(len, chosen)))))
    for _ in range(min(repeats, 4)):  # more would only fix the wording of a small corpus
        yield from chosen


def main() -> None:
    """Train the tokenizer from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of *.tsv.gz")
    parser.add_argument("--evaluation", type=Path, required=True, help="texts never to train on")
    parser.add_argument("--domain", type=Path, help="JSON lines of domain texts")
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    options = parser.parse_args()
    start_logging()
    banned = evaluation_texts(options.evaluation)
    rows: list[tuple[str, str]] = []
    for pair in read_pairs(options.corpora, banned=banned):
        rows += [(pair.left_language, pair.left), (pair.right_language, pair.right)]
    texts = list(balanced_texts(rows))
    if options.domain is not None:
        texts += [t.text for t in read_domain_texts(options.domain, banned=banned)] * DOMAIN_REPEATS
    log.info("training on %d texts", len(texts))
    tokenizer = train_tokenizer(texts)
    options.work.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(options.work / TOKENIZER_FILE))
    log.info("%d pieces saved to %s", tokenizer.get_vocab_size(), options.work / TOKENIZER_FILE)


if __name__ == "__main__":
    main()

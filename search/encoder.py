"""Turn texts into vectors: with the shipped static model, or with any transformer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ontology.errors import MissingExtraError, SocialmapError

__all__ = [
    "STATIC_FOLDER",
    "STATIC_NAME",
    "Encoder",
    "Prefixes",
    "StaticEncoder",
    "TransformerEncoder",
    "choose_prefixes",
    "load_encoder",
]

STATIC_NAME = "static"
STATIC_FOLDER = Path(__file__).parent / "static"
VECTORS_FILE = "vectors.npy"
SCALES_FILE = "scales.npy"
TOKENIZER_FILE = "tokenizer.json"
MODEL_FILE = "model.json"
MODEL_FORMAT = 1  # raised when the files change their meaning

PIECES_AT_ONCE = 16_384  # 16 MB of floats: large enough for speed, small enough for any machine
TEXTS_AT_ONCE = 1_024
TEXTS_IN_TURN = 16  # a need and its clauses
DIGEST_LENGTH = 8  # hexadecimal digits of SHA-256 in a model's name
VALUES_HASHED = 256  # of each weight of a transformer: enough to tell two trainings apart
SMALLEST_LENGTH = 1e-12  # shorter sums are rounding errors, not directions

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """What makes a vector of a text; needs and services meet in one space."""

    @property
    def name(self) -> str:
        """Name and content digest: an index refuses vectors of another name."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of each vector."""
        ...

    def encode_needs(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask; one row of length 1 a text, zeros where nothing is said."""
        ...

    def encode_services(self, texts: Sequence[str]) -> Vectors:
        """Encode what providers offer; rows as of :meth:`encode_needs`."""
        ...


def load_encoder(name: str = STATIC_NAME) -> Encoder:
    """Load the shipped model (``static``) or a sentence-transformers model by name or path.

    :raises MissingExtraError: a transformer is asked for and the extra is not installed.
    :raises SocialmapError: the model's files are missing or do not fit together.
    """
    if name == STATIC_NAME:
        return StaticEncoder.load(STATIC_FOLDER)
    return TransformerEncoder.load(name)


@dataclass(frozen=True, slots=True)
class StaticEncoder:
    """A table of one vector per piece of word; a text is the direction of their mean."""

    name: str
    vectors: NDArray[np.int8]
    """Shape (pieces, dimensions); how telling a piece is stands in its length."""
    scales: Vectors
    """What one step of each row is worth; shape (pieces,)."""
    tokenizer: Tokenizer

    @classmethod
    def load(cls, folder: Path) -> StaticEncoder:
        """Load what ``search.training.export`` wrote; the table is memory-mapped.

        :raises SocialmapError: files are missing (all are named) or do not fit together.
        """
        files = (VECTORS_FILE, SCALES_FILE, TOKENIZER_FILE, MODEL_FILE)
        missing = [name for name in files if not (folder / name).is_file()]
        if missing:
            raise SocialmapError(
                f"the embedding model lacks {', '.join(missing)}",
                place=str(folder),
                way_out="Install socialmap again, or name another model",
            )
        model = json.loads((folder / MODEL_FILE).read_text(encoding="utf-8"))
        vectors = np.load(folder / VECTORS_FILE, mmap_mode="r")
        scales = np.load(folder / SCALES_FILE)
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        _check(folder, model, len(vectors), len(scales), tokenizer.get_vocab_size())
        return cls(f"{STATIC_NAME}-{model['digest']}", vectors, scales, tokenizer)

    @property
    def dimensions(self) -> int:
        """Length of each vector."""
        return int(self.vectors.shape[1])

    def encode_needs(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask; needs and services share one table."""
        return self._encode(texts)

    def encode_services(self, texts: Sequence[str]) -> Vectors:
        """Encode what providers offer; needs and services share one table."""
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(texts), TEXTS_AT_ONCE):
            part = rows[start : start + TEXTS_AT_ONCE]
            self._add_pieces(part, texts[start : start + TEXTS_AT_ONCE])
        return _normalised(rows)

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Piece numbers of each text; a few texts are not worth waking other threads for."""
        if len(texts) <= TEXTS_IN_TURN:
            return [self.tokenizer.encode(text).ids for text in texts]
        return [encoding.ids for encoding in self.tokenizer.encode_batch_fast(texts)]

    def _add_pieces(self, rows: Vectors, texts: Sequence[str]) -> None:
        """Add up the vectors of each text's pieces in its row."""
        clean = [_without_surrogates(text) for text in texts]
        pieces = self._pieces(clean)
        lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
        ids = np.fromiter(chain.from_iterable(pieces), dtype=np.int64, count=int(lengths.sum()))
        owners = np.repeat(np.arange(len(pieces)), lengths)
        for start in range(0, len(ids), PIECES_AT_ONCE):
            some, whose = (
                ids[start : start + PIECES_AT_ONCE],
                owners[start : start + PIECES_AT_ONCE],
            )
            weighted = self.vectors[some] * self.scales[some, None]
            firsts = np.flatnonzero(np.diff(whose, prepend=-1))
            rows[whose[firsts]] += np.add.reduceat(weighted, firsts, axis=0)


def _check(folder: Path, model: Mapping[str, Any], rows: int, scales: int, pieces: int) -> None:
    if model.get("format") != MODEL_FORMAT:
        raise SocialmapError(
            f"the model has format {model.get('format')!r}, this version reads {MODEL_FORMAT}",
            place=str(folder / MODEL_FILE),
            way_out="Export it again with python -m search.training.export",
        )
    if not rows == scales == pieces:
        raise SocialmapError(
            f"{rows} vectors, {scales} scales and {pieces} pieces do not fit together",
            place=str(folder),
            way_out="Export the model again with python -m search.training.export",
        )


def _without_surrogates(text: str) -> str:
    """Drop half characters, which JSON can smuggle in and the tokenizer refuses."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def _normalised(rows: Vectors) -> Vectors:
    """Bring rows to length 1; a row of (nearly) nothing becomes zeros."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = np.divide(
        rows, lengths, out=np.zeros_like(rows), where=lengths > SMALLEST_LENGTH
    )
    return unit


@dataclass(frozen=True, slots=True)
class Prefixes:
    """What a transformer wants to read before a text, so that it knows which side it is on."""

    need: str = ""
    service: str = ""


# Prompts under which sentence-transformers models publish their own prefixes, best first.
NEED_PROMPTS = ("query", "search_query", "question")
SERVICE_PROMPTS = ("passage", "document", "search_document")
FAMILY_PREFIXES: Mapping[str, Prefixes] = {
    # The model cards ask for these, and the older models do not carry them as prompts.
    "bge-m3": Prefixes(),
    "bge-": Prefixes(need="Represent this sentence for searching relevant passages: "),
    "e5-": Prefixes(need="query: ", service="passage: "),
}


def choose_prefixes(name: str, prompts: Mapping[str, str | None]) -> Prefixes:
    """Take a model's prefixes from its own prompts, else from its family's model card."""
    need = next(filter(None, map(prompts.get, NEED_PROMPTS)), "")
    service = next(filter(None, map(prompts.get, SERVICE_PROMPTS)), "")
    if need or service:
        return Prefixes(need, service)
    own_name = Path(name).name.lower()
    return next((p for family, p in FAMILY_PREFIXES.items() if family in own_name), Prefixes())


@dataclass(frozen=True, slots=True)
class TransformerEncoder:
    """Any sentence-transformers model; slower than the static one and usually better."""

    name: str
    dimensions: int
    prefixes: Prefixes
    model: Any
    """A ``sentence_transformers.SentenceTransformer``."""

    @classmethod
    def load(cls, name: str) -> TransformerEncoder:
        """Load a model by its name at Hugging Face or by its folder.

        :raises MissingExtraError: sentence-transformers is not installed.
        :raises SocialmapError: there is no such model, here or there.
        """
        try:
            from sentence_transformers import SentenceTransformer  # an extra, and slow to import
        except ImportError as error:
            raise MissingExtraError(
                f"the embedding model {name!r} needs sentence-transformers, not installed here",
                way_out="Type: pip install 'socialmap[transformers]'",
            ) from error
        try:
            model = SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as error:
            raise SocialmapError(
                f"the embedding model {name!r} cannot be loaded ({error})",
                way_out=f"Name a folder, a model at hand, or {STATIC_NAME!r}",
            ) from error
        prefixes = choose_prefixes(name, model.prompts)
        width = int(model.encode(["width"]).shape[1])
        digest = _weights_digest(model.state_dict(), prefixes)
        return cls(f"{Path(name).name}-{digest}", width, prefixes, model)

    def encode_needs(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask, after the model's prefix for queries."""
        return self._encode(self.prefixes.need, texts)

    def encode_services(self, texts: Sequence[str]) -> Vectors:
        """Encode what providers offer, after the model's prefix for passages."""
        return self._encode(self.prefixes.service, texts)

    def _encode(self, prefix: str, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        clean = [_without_surrogates(text).strip() for text in texts]
        said = [i for i, text in enumerate(clean) if text]
        if said:
            prefixed = [prefix + clean[i] for i in said]
            # The empty prompt keeps a default prompt of the model from coming on top of ours.
            rows[said] = self.model.encode(prefixed, prompt="", show_progress_bar=False)
        return _normalised(rows)


def _weights_digest(weights: Mapping[str, Any], prefixes: Prefixes) -> str:
    """Name a transformer by the beginning of each of its weights and by its prefixes."""
    digest = sha256(f"{prefixes.need}\0{prefixes.service}".encode())
    for key in sorted(weights):
        start = weights[key].flatten()[:VALUES_HASHED].float().cpu().numpy()
        digest.update(key.encode() + np.ascontiguousarray(start).tobytes())
    return digest.hexdigest()[:DIGEST_LENGTH]

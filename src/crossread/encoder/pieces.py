"""Words as the encoder reads them: word strings in; word-piece ids, letter-shape ids and each word's first piece out.

Training and run time share this module, so that the network sees the same input in both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from tokenizers import Tokenizer

from crossread.errors import CrossreadError

VOCABULARY = Path(str(files("crossread.encoder"))) / "tokenizer.json"
"""The word-piece vocabulary of all-MiniLM-L6-v2 (Apache-2.0), shared by all networks."""

# The shapes of words' letters: the encoder's vocabulary knows no capitals, names do.
SHAPES = ("none", "lower", "title", "upper", "initial", "mixed", "digits", "other")

# A word longer than this is read by its first pieces only: web addresses and runs of letters.
LONGEST_WORD = 12

# Words whose pieces and shapes are kept: some hundred reports have so many, and they weigh a few megabytes.
KNOWN_WORDS = 1 << 15

_SAME_TO_THE_PARSER = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "``": '"', "''": '"',
    "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'",
    "–": "-", "‑": "-", "‐": "-", "−": "-", "--": "—", "…": "...",
}  # fmt: skip
# The vocabulary has no capitals: to it these acronyms are function words. Among words in small letters they are read as
# a name that it knows. A longer list ("AM", "OR", "ON") costs more in shouted words than it gains (0.6 LAS there).
_NAMES_LIKE_WORDS = frozenset({"IS", "IT", "US", "WHO"})
_SOME_NAME = "NATO"
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "‑": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Pieces:
    """One sentence as the encoder reads it: ids per piece, and the place of each word's first piece (0: the root)."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    starts: tuple[int, ...]


@lru_cache(KNOWN_WORDS)
def spelled(word: str) -> str:
    """The word with typographic quotation marks, apostrophes and dashes as the treebanks have them."""
    return _SAME_TO_THE_PARSER.get(word) or word.translate(_APOSTROPHES)


def as_read(words: Sequence[str]) -> list[str]:
    """The words as the encoder is given them: spelled its way, acronyms that look like function words as a name."""
    shouted = not any(word.islower() for word in words)
    return [
        _SOME_NAME if word in _NAMES_LIKE_WORDS and not shouted else spelled(word) for word in words
    ]


@lru_cache(KNOWN_WORDS)
def shape(word: str) -> int:
    """The index in `SHAPES` of the word's letters."""
    if any(char.isdigit() for char in word):
        return SHAPES.index("digits")
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return SHAPES.index("other")
    if not any(char.isupper() for char in letters):
        return SHAPES.index("lower")
    if len(letters) == 1:
        return SHAPES.index("initial")
    if all(char.isupper() for char in letters):
        return SHAPES.index("upper")
    only_first = letters[0].isupper() and not any(char.isupper() for char in letters[1:])
    return SHAPES.index("title" if only_first else "mixed")


class WordPieces:
    """The encoder's word-piece vocabulary, read from its `tokenizer.json`."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._first = self._id("[CLS]")
        self._last = self._id("[SEP]")
        self._unknown = self._id("[UNK]")
        self._of_word = lru_cache(KNOWN_WORDS)(self._cut)

    def _id(self, piece: str) -> int:
        found = self._tokenizer.token_to_id(piece)
        if found is None:
            raise CrossreadError(f"the parser's vocabulary has no {piece}")
        return found

    def encode(self, words: Iterable[Sequence[str]]) -> list[Pieces]:
        """The pieces of each sentence, given as its words."""
        return [self._joined(sentence) for sentence in words]

    def _cut(self, word: str) -> list[int]:
        """The pieces of one word."""
        cut = self._tokenizer.encode([word], is_pretokenized=True, add_special_tokens=False)
        return cut.ids[:LONGEST_WORD] or [self._unknown]

    def _joined(self, words: Sequence[str]) -> Pieces:
        out, shapes, starts = [self._first], [0], [0]
        for word, read in zip(words, as_read(words), strict=True):
            found = self._of_word(read)
            starts.append(len(out))
            out += found
            shapes += [shape(word)] * len(found)
        return Pieces((*out, self._last), (*shapes, 0), tuple(starts))

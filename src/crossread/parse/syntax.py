"""Sentences as lists of words in; a tree with tags and relations for each out, from the shipped network."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from crossread.encoder import VOCABULARY, Graph, WordPieces
from crossread.parse.tree import best_tree

MODEL = Path(str(files("crossread.parse"))) / "model"

# Words parsed at once. The encoder reads 512 pieces; no sentence of prose is this long.
_WINDOW = 160

_ROOT = "root"


@dataclass(frozen=True, slots=True)
class Syntax:
    """A sentence's tree: per word its head (its own index at the root), relation, universal and Penn tag."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]


class Network:
    """The shipped parser network with its vocabulary and labels."""

    def __init__(self, folder: Path = MODEL) -> None:
        self._graph = Graph(folder / "parser.onnx")
        self._pieces = WordPieces(VOCABULARY)
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._upos, self._xpos = labels["upos"], labels["xpos"]
        # The root relation stands above the tree's one root and nowhere else: the graph does not score it.
        self._relations = [name for name in labels["relations"] if name != _ROOT]

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Syntax]:
        """The tree of each sentence; a sentence longer than the window is parsed in parts, joined at their roots."""
        windows = [
            (place, at, sentence[at : at + _WINDOW])
            for place, sentence in enumerate(sentences)
            for at in range(0, len(sentence), _WINDOW)
        ]
        found = self._windows([words for _, _, words in windows])
        parts: list[list[Syntax]] = [[] for _ in sentences]
        for (place, _, _), syntax in zip(windows, found, strict=True):
            parts[place].append(syntax)
        return [_joined(part) for part in parts]

    def _windows(self, sentences: list[Sequence[str]]) -> list[Syntax]:
        by_index: dict[int, Syntax] = {}
        for index, (arcs, relations, upos, xpos) in self._graph.run(self._pieces.encode(sentences)):
            count = len(sentences[index])
            heads = best_tree(arcs[:count, : count + 1])
            by_index[index] = Syntax(
                heads=tuple(word if head == 0 else head - 1 for word, head in enumerate(heads)),
                relations=tuple(
                    self._relations[relations[word, head - 1]] if head else _ROOT
                    for word, head in enumerate(heads)
                ),
                upos=tuple(self._upos[tag] for tag in upos[:count]),
                xpos=tuple(self._xpos[tag] for tag in xpos[:count]),
            )
        return [by_index[index] for index in range(len(sentences))]


def _joined(parts: list[Syntax]) -> Syntax:
    """One tree from the trees of a long sentence's parts: later roots hang on the first as `parataxis`."""
    if len(parts) == 1:
        return parts[0]
    heads: list[int] = []
    relations: list[str] = []
    top = (
        next((word for word, head in enumerate(parts[0].heads) if word == head), 0) if parts else 0
    )
    for part in parts:
        offset = len(heads)
        for word, head in enumerate(part.heads):
            later_root = word == head and offset > 0
            heads.append(top if later_root else head + offset)
            relations.append("parataxis" if later_root else part.relations[word])
    return Syntax(
        tuple(heads),
        tuple(relations),
        tuple(tag for part in parts for tag in part.upos),
        tuple(tag for part in parts for tag in part.xpos),
    )

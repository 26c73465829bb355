"""CoNLL-U treebank files in; sentences as parallel lists of words, tags, heads and relations out."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tree:
    """One treebank sentence: parallel tuples, one entry per syntactic word; `heads` count from 1, 0 is the root."""

    text: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


def read_trees(path: Path) -> Iterator[Tree]:
    """Each sentence of a (gzipped) CoNLL-U file; multiword and empty nodes are passed over."""
    opened = gzip.open if path.suffix == ".gz" else open
    text, rows = "", []
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ")
            elif line and not line.startswith("#"):
                fields = line.split("\t")
                if fields[0].isdigit():
                    rows.append(fields)
            elif not line and rows:
                yield _tree(text, rows)
                text, rows = "", []
    if rows:
        yield _tree(text, rows)


def _tree(text: str, rows: list[list[str]]) -> Tree:
    columns = list(zip(*rows, strict=True))
    return Tree(
        text=text,
        words=columns[1],
        lemmas=columns[2],
        upos=columns[3],
        xpos=columns[4],
        heads=tuple(int(head) for head in columns[6]),
        relations=columns[7],
    )

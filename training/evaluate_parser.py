"""The shipped weights and the test treebanks in; attachment scores and tag accuracy, written into docs/parser.md, out.

    python training/evaluate_parser.py --ud DIR [--model DIR] [--page docs/parser.md]

Words and sentences are the treebank's own; every word counts, punctuation too. LAS counts the whole label
("nsubj:pass"), base LAS the part before the colon.
"""

import argparse
import re
import time
from pathlib import Path

from treebank import Tree, read_trees

from crossread.parse.lemmas import Lemmas
from crossread.parse.syntax import MODEL, Network, Syntax

TESTS = ("test-gum", "test-pud", "test-ewt")
COLUMNS = ("UAS", "LAS", "base LAS", "UPOS", "XPOS", "lemma")
MARKS = ("<!-- figures: begin -->", "<!-- figures: end -->")


def scores(trees: list[Tree], found: list[Syntax], lemmas: Lemmas) -> list[float]:
    """The columns' figures in per cent."""
    right = [0] * len(COLUMNS)
    total = 0
    for tree, syntax in zip(trees, found, strict=True):
        for word, form in enumerate(tree.words):
            total += 1
            above = syntax.heads[word]
            arc = tree.heads[word] == (0 if above == word else above + 1)
            label, gold = syntax.relations[word], tree.relations[word]
            right[0] += arc
            right[1] += arc and label == gold
            right[2] += arc and label.split(":")[0] == gold.split(":")[0]
            right[3] += syntax.upos[word] == tree.upos[word]
            right[4] += syntax.xpos[word] == tree.xpos[word]
            right[5] += lemmas.lemma(form, syntax.xpos[word]) == tree.lemmas[word]
    return [100 * count / total for count in right]


def table(ud: Path, model: Path, names: tuple[str, ...]) -> str:
    """The figures of the test sets as a Markdown table."""
    network, lemmas = Network(model), Lemmas(model)
    lines = [
        f"| set | words | {' | '.join(COLUMNS)} | words/s |",
        f"| --- | {'---: | ' * (len(COLUMNS) + 2)}".rstrip(),
    ]
    for name in names:
        trees = list(read_trees(ud / f"{name}.conllu.gz"))
        words = sum(len(tree.words) for tree in trees)
        began = time.process_time()
        found = network.parse([tree.words for tree in trees])
        rate = words / (time.process_time() - began)
        figures = " | ".join(f"{figure:.2f}" for figure in scores(trees, found, lemmas))
        lines.append(f"| {name} | {words:,} | {figures} | {rate:,.0f} |")
    return "\n".join(lines)


def main() -> None:
    """Read the arguments, measure, print, and put the table into the page."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--ud", type=Path, required=True)
    asked.add_argument("--model", type=Path, default=MODEL)
    asked.add_argument("--sets", nargs="*", default=TESTS)
    asked.add_argument("--page", type=Path, help="page to write the table into, between its marks")
    args = asked.parse_args()
    figures = table(args.ud, args.model, tuple(args.sets))
    print(figures)
    if args.page is not None:
        page = args.page.read_text(encoding="utf-8")
        between = re.compile(f"{re.escape(MARKS[0])}.*{re.escape(MARKS[1])}", re.S)
        filled = between.sub(lambda _: f"{MARKS[0]}\n{figures}\n{MARKS[1]}", page)
        args.page.write_text(filled, encoding="utf-8")


if __name__ == "__main__":
    main()

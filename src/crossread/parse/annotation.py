"""A layout and its sentences' trees in; the spaCy Doc that carries both out."""

from itertools import pairwise

from spacy.tokens import Doc

from crossread.parse.document import Layout
from crossread.parse.lemmas import Lemmas
from crossread.parse.syntax import Syntax
from crossread.parse.tokenizer import blank


class Annotation:
    """The columns of a Doc while its trees come in; tokens without a tree hang on their sentence's first token."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        count = len(layout.words)
        self._heads = list(range(count))
        self._relations = [""] * count
        self._upos = ["SPACE" if word.isspace() else "" for word in layout.words]
        self._xpos = ["_SP" if word.isspace() else "" for word in layout.words]
        self._lemmas = list(layout.words)
        starts = [0, *(sentence.first for sentence in layout.sentences), count]
        for first, last in pairwise(starts):
            self._heads[first:last] = [first] * (last - first)

    def add(self, indexes: list[int], tree: Syntax, lemmas: Lemmas) -> None:
        """Enter the tree of a sentence whose words are the tokens at `indexes`."""
        top = next(word for word, head in enumerate(tree.heads) if word == head)
        for place in self._same_stretch(indexes):
            self._heads[place] = indexes[top]
            self._relations[place] = "dep"
        for word, place in enumerate(indexes):
            self._heads[place] = indexes[tree.heads[word]]
            self._relations[place] = tree.relations[word]
            self._upos[place] = tree.upos[word]
            self._xpos[place] = tree.xpos[word]
            self._lemmas[place] = lemmas.lemma(self._layout.words[place], tree.xpos[word])

    def _same_stretch(self, indexes: list[int]) -> range:
        """The tokens from a sentence's first to the next sentence's first: spaces belong to what they follow."""
        first = self._heads[indexes[0]]
        last = indexes[-1] + 1
        while last < len(self._heads) and self._heads[last] == first:
            last += 1
        return range(first, last)

    def doc(self) -> Doc:
        """The Doc, with `doc.text` the report's text and one tree per sentence."""
        return Doc(
            blank().vocab,
            words=self._layout.words,
            spaces=self._layout.spaces,
            tags=self._xpos,
            pos=self._upos,
            lemmas=self._lemmas,
            heads=self._heads,
            deps=self._relations,
        )

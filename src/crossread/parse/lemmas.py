"""A word and its Penn tag in; its lemma out, by a table and suffix rules learnt from the training treebanks."""

import json
from pathlib import Path

_KEEPING_CAPITALS = ("NNP", "NNPS")

# Longest suffix that the rules look at.
LONGEST_SUFFIX = 5


class Lemmas:
    """Irregular forms by table, regular forms by the longest suffix that has a rule for the word's tag.

    `lemmas.json`: {"forms": {tag: {form: lemma}}, "suffixes": {tag: {suffix: [letters to cut, letters to add]}}}.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / "lemmas.json"
        learnt = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self._forms: dict[str, dict[str, str]] = learnt.get("forms", {})
        self._suffixes: dict[str, dict[str, tuple[int, str]]] = learnt.get("suffixes", {})

    def lemma(self, word: str, tag: str) -> str:
        """The lemma: small letters, except for names, which keep their own."""
        if any(char.isdigit() for char in word):
            return word
        form = word.lower().replace("’", "'")
        listed = self._forms.get(tag, {}).get(form)
        if listed is not None:
            return listed
        return by_suffix(word if tag in _KEEPING_CAPITALS else form, self._suffixes.get(tag, {}))


def by_suffix(form: str, rules: dict[str, tuple[int, str]]) -> str:
    """The form after the rule for its longest known suffix."""
    for length in range(min(LONGEST_SUFFIX, len(form) - 1), -1, -1):
        rule = rules.get(form[len(form) - length :].lower())
        if rule is not None:
            cut, add = rule
            return form[: len(form) - cut] + add
    return form

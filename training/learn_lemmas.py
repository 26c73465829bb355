"""The training treebank in; the table of irregular forms and the suffix rules that ship as `lemmas.json` out.

python training/learn_lemmas.py --ud DIR --out src/crossread/parse/model
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from treebank import read_trees

from crossread.parse.lemmas import LONGEST_SUFFIX, by_suffix

# A suffix rule must have been seen with this many different forms: fewer are the irregular ones' own endings.
ENOUGH_FORMS = 3


def learn(path: Path) -> dict[str, dict]:
    """The rules that turn most forms into their lemma, and the forms that they turn wrongly."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in read_trees(path):
        for word, tag, lemma in zip(tree.words, tree.xpos, tree.lemmas, strict=True):
            seen[tag, word.lower().replace("’", "'")][lemma] += 1
    lemmas = {key: counted.most_common(1)[0][0] for key, counted in sorted(seen.items())}
    suffixes = _suffixes(lemmas)
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), lemma in lemmas.items():
        ruled = by_suffix(form, suffixes.get(tag, {}))
        # A name's own capitals are kept: only plurals of names need the table.
        kept = tag == "NNP" or (tag == "NNPS" and ruled == lemma.lower())
        if not kept and ruled != lemma and not any(char.isdigit() for char in form):
            forms[tag][form] = lemma
    return {"forms": dict(sorted(forms.items())), "suffixes": suffixes}


def _suffixes(lemmas: dict[tuple[str, str], str]) -> dict[str, dict[str, tuple[int, str]]]:
    """Per tag the suffixes whose commonest rule differs from the next shorter suffix's."""
    counted: dict[tuple[str, str], Counter[tuple[int, str]]] = defaultdict(Counter)
    for (tag, form), lemma in lemmas.items():
        rule = _rule(form, lemma if tag not in ("NNP", "NNPS") else lemma.lower())
        if rule is not None:
            for length in range(min(LONGEST_SUFFIX, len(form) - 1) + 1):
                counted[tag, form[len(form) - length :]][rule] += 1
    found: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for (tag, suffix), rules in sorted(
        counted.items(), key=lambda entry: (len(entry[0][1]), entry)
    ):
        rule, count = min(rules.items(), key=lambda entry: (-entry[1], entry[0]))
        shorter = by_suffix("x" * 9 + suffix[1:], found[tag]) if suffix else ""
        same = suffix and _rule("x" * 9 + suffix[1:], shorter) == rule
        if not same and (count >= ENOUGH_FORMS or not suffix):
            found[tag][suffix] = rule
    return dict(sorted(found.items()))


def _rule(form: str, lemma: str) -> tuple[int, str] | None:
    """How many letters to cut from the form and what to add, None where they share no beginning."""
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    if not shared:
        return None
    return len(form) - shared, lemma[shared:]


def main() -> None:
    """Read the arguments, learn, and write the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--ud", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    args = asked.parse_args()
    learnt = learn(args.ud / "train.conllu.gz")
    text = json.dumps(learnt, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (args.out / "lemmas.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

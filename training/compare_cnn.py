"""The treebanks in; the scores and speed of the other candidate, a spaCy CNN tagger and parser (width 128), out.

python training/compare_cnn.py --ud DIR --minutes 15
"""

import argparse
import random
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.util import registry
from thinc.api import fix_random_seed, warmup_linear
from treebank import Tree, read_trees

from crossread.encoder.pieces import spelled

SEED = 20241
WIDTH, DEPTH = 128, 4
WORDS_PER_BATCH = 1000
STEPS = 20_000  # the learning rate's schedule; the minutes given end the run earlier
EVERY = 200


def candidate() -> Language:
    """A shared CNN under a tagger and a transition parser, as spaCy's small English models have it."""
    nlp = spacy.blank("en")
    embed = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        **{
            "width": WIDTH,
            "depth": DEPTH,
            "embed_size": 2000,
            "window_size": 1,
            "maxout_pieces": 3,
        },
        **{"subword_features": True, "pretrained_vectors": None},
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}
    nlp.add_pipe("tok2vec", config={"model": embed})
    tagger = {
        "@architectures": "spacy.Tagger.v2",
        "nO": None,
        "normalize": False,
        "tok2vec": listener,
    }
    nlp.add_pipe("tagger", config={"model": tagger})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        **{"state_type": "parser", "extra_state_tokens": False, "hidden_width": 64},
        **{"maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": listener},
    }
    nlp.add_pipe("parser", config={"model": parser})
    return nlp


def example(nlp: Language, tree: Tree) -> Example:
    """A treebank sentence as a pair of Docs, its words as given."""
    words = [spelled(word) for word in tree.words]
    heads = [place if head == 0 else head - 1 for place, head in enumerate(tree.heads)]
    gold = Doc(nlp.vocab, words=words, tags=list(tree.xpos), heads=heads, deps=list(tree.relations))
    return Example(Doc(nlp.vocab, words=words), gold)


def scores(nlp: Language, trees: list[Tree]) -> str:
    """UAS, LAS (whole labels) and Penn tag accuracy in per cent, and words per second of processor time."""
    arcs = labelled = tags = total = 0
    docs = [Doc(nlp.vocab, words=[spelled(word) for word in tree.words]) for tree in trees]
    began = time.process_time()
    found = list(nlp.pipe(docs, batch_size=64))
    rate = sum(map(len, docs)) / (time.process_time() - began)
    for doc, tree in zip(found, trees, strict=True):
        for token, head, relation, tag in zip(
            doc, tree.heads, tree.relations, tree.xpos, strict=True
        ):
            total += 1
            same = (0 if token.head == token else token.head.i + 1) == head
            label = "root" if token.dep_ == "ROOT" else token.dep_
            arcs, tags = arcs + same, tags + (token.tag_ == tag)
            labelled += same and label == relation
    figures = " ".join(f"{100 * right / total:.2f}" for right in (arcs, labelled, tags))
    return f"UAS LAS XPOS {figures}, {rate:,.0f} words/s"


def train(ud: Path, minutes: float) -> None:
    """Train until the time is up; the best averaged weights by LAS on `dev` would be the last ones."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)
    nlp = candidate()
    examples = [example(nlp, tree) for tree in read_trees(ud / "train.conllu.gz")]
    dev = list(read_trees(ud / "dev.conllu.gz"))[:1000]
    nlp.initialize(lambda: examples)
    optimiser = registry.optimizers.get("Adam.v1")(
        learn_rate=warmup_linear(0.001, 250, STEPS), L2_is_weight_decay=True, L2=0.01, grad_clip=1.0
    )
    ends, step = time.monotonic() + 60 * minutes, 0
    while time.monotonic() < ends:
        chance.shuffle(examples)
        for batch in minibatch_by_words(examples, WORDS_PER_BATCH):
            nlp.update(batch, sgd=optimiser, drop=0.1)
            optimiser.step_schedules()
            step += 1
            if step % EVERY == 0:
                with nlp.use_params(optimiser.averages):
                    print(f"step {step} dev {scores(nlp, dev)}", flush=True)
                if time.monotonic() > ends:
                    break
    with nlp.use_params(optimiser.averages):
        for name in ("test-gum", "test-pud", "test-ewt"):
            trees = list(read_trees(ud / f"{name}.conllu.gz"))
            print(f"step {step} {name} {scores(nlp, trees)}", flush=True)


def main() -> None:
    """Read the arguments and compare."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--ud", type=Path, required=True)
    asked.add_argument("--minutes", type=float, default=15)
    args = asked.parse_args()
    train(args.ud, args.minutes)


if __name__ == "__main__":
    main()

"""Treebank files in; a trained parser out: a checkpoint after each epoch, and the network's choice on `dev`.

python training/train_parser.py --ud DIR --encoder DIR --out DIR
"""

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch
from network import Parser, Sizes
from torch import Tensor
from torch.nn import functional
from treebank import Tree, read_trees

from crossread.encoder.pieces import SHAPES, Pieces, WordPieces

logger = logging.getLogger("train_parser")

SEED = 20241
LEARNING_RATE_ENCODER, LEARNING_RATE_HEADS = 8e-5, 1e-3
WARMUP = 300  # steps, about half an epoch
PIECES_PER_BATCH = 720  # about 32 sentences of the treebanks' mean length
LONGEST = 100  # words; 0.3 % of the sentences are longer
MASKED = 0.03  # pieces hidden, so that an unknown name is read by its surroundings
TAG_WEIGHT = 0.5
LONGEST_GRADIENT = 5.0
REPORTED = 50  # batches between two lines of progress

Batch = dict[str, Tensor]


class Labels:
    """The tag and relation sets, in the order of their ids."""

    def __init__(self, trees: list[Tree]) -> None:
        self.upos = sorted({tag for tree in trees for tag in tree.upos})
        self.xpos = sorted({tag for tree in trees for tag in tree.xpos})
        self.relations = sorted({name for tree in trees for name in tree.relations})

    def as_dict(self) -> dict[str, list[str]]:
        """The sets by name, as they ship beside the weights."""
        return {"upos": self.upos, "xpos": self.xpos, "relations": self.relations}


def varied(tree: Tree, chance: random.Random) -> Tree:
    """The sentence as a news desk might have typed it: in capitals, in small letters, or without its full stop."""
    drawn = chance.random()
    if drawn < 0.02:
        return replace(tree, words=tuple(word.upper() for word in tree.words))
    if drawn < 0.03:
        return replace(tree, words=tuple(word.lower() for word in tree.words))
    last = len(tree.words)
    if drawn < 0.08 and last > 3 and tree.upos[-1] == "PUNCT" and last not in tree.heads:
        columns = ("words", "lemmas", "upos", "xpos", "heads", "relations")
        return replace(tree, **{name: getattr(tree, name)[:-1] for name in columns})
    return tree


def batches(trees: list[Tree], pieces: list[Pieces], chance: random.Random) -> Iterator[list[int]]:
    """Indexes of sentences of like length, up to `PIECES_PER_BATCH` padded pieces, in random order."""
    order = sorted(range(len(trees)), key=lambda i: len(pieces[i].ids) + chance.random() * 2)
    found: list[list[int]] = [[]]
    for index in order:
        longest = max(len(pieces[index].ids), *(len(pieces[i].ids) for i in found[-1]), 0)
        if found[-1] and longest * (len(found[-1]) + 1) > PIECES_PER_BATCH:
            found.append([])
        found[-1].append(index)
    chance.shuffle(found)
    yield from found


def padded(rows: list[tuple[int, ...]], filler: int) -> Tensor:
    """The rows as one tensor, filled at the end."""
    width = max(len(row) for row in rows)
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


def as_batch(trees: list[Tree], pieces: list[Pieces], labels: Labels) -> Batch:
    """The tensors of some sentences; -100 marks words that are padding."""
    ids = {
        name: {label: number for number, label in enumerate(values)}
        for name, values in labels.as_dict().items()
    }

    def of(name: str) -> Tensor:
        known = ids[name]
        return padded([tuple(known.get(v, 0) for v in getattr(t, name)) for t in trees], -100)

    return {
        "ids": padded([p.ids for p in pieces], 0),
        "shapes": padded([p.shapes for p in pieces], 0),
        "mask": padded([(1,) * len(p.ids) for p in pieces], 0),
        "starts": padded([p.starts for p in pieces], 0),
        "heads": padded([t.heads for t in trees], -100),
        "upos": of("upos"),
        "xpos": of("xpos"),
        "relations": of("relations"),
    }


def without_padding(arcs: Tensor, heads: Tensor) -> Tensor:
    """The arc scores with words that are padding closed off as heads."""
    is_word = functional.pad(heads >= 0, (1, 0), value=True)
    return arcs.masked_fill(~is_word[:, None, :], -1e4)


def loss_of(parser: Parser, batch: Batch, masked: float) -> Tensor:
    """The summed cross entropies of arcs, relations at the true heads, and tags."""
    ids = batch["ids"]
    if masked:
        hidden = (torch.rand(ids.shape) < masked) & (batch["shapes"] > 0)
        ids = ids.masked_fill(hidden, 103)
    words = parser.dropout(parser.words(ids, batch["shapes"], batch["mask"], batch["starts"]))
    heads = batch["heads"]
    arcs = without_padding(parser.arcs(words), heads)
    dependent, head = parser.relation_views(words)
    chosen = head.gather(1, heads.clamp(min=0)[:, :, None].expand(-1, -1, head.shape[-1]))
    known = heads >= 0
    scores = torch.einsum("nd,rde,ne->nr", dependent[known], parser.relation, chosen[known])
    upos, xpos = parser.tags(words)
    loss = functional.cross_entropy(arcs.flatten(0, 1), heads.flatten())
    loss = loss + functional.cross_entropy(scores, batch["relations"][known])
    loss = loss + TAG_WEIGHT * functional.cross_entropy(upos.flatten(0, 1), batch["upos"].flatten())
    return loss + TAG_WEIGHT * functional.cross_entropy(xpos.flatten(0, 1), batch["xpos"].flatten())


@torch.no_grad()
def measured(parser: Parser, trees: list[Tree], pieces: list[Pieces], labels: Labels) -> dict:
    """Greedy UAS, LAS (full labels) and tag accuracy, in per cent."""
    parser.eval()
    right = dict.fromkeys(("uas", "las", "upos", "xpos"), 0)
    order = sorted(range(len(trees)), key=lambda i: len(pieces[i].ids))
    for at in range(0, len(order), 32):
        part = order[at : at + 32]
        batch = as_batch([trees[i] for i in part], [pieces[i] for i in part], labels)
        words = parser.words(batch["ids"], batch["shapes"], batch["mask"], batch["starts"])
        heads = batch["heads"]
        known = heads >= 0
        found = without_padding(parser.arcs(words), heads).argmax(-1)
        dependent, head = parser.relation_views(words)
        chosen = head.gather(1, found[:, :, None].expand(-1, -1, head.shape[-1]))
        scores = torch.einsum("nd,rde,ne->nr", dependent[known], parser.relation, chosen[known])
        arc_right = found[known] == heads[known]
        right["uas"] += int(arc_right.sum())
        right["las"] += int((arc_right & (scores.argmax(-1) == batch["relations"][known])).sum())
        for name, tags in zip(("upos", "xpos"), parser.tags(words), strict=True):
            right[name] += int((tags.argmax(-1) == batch[name])[known].sum())
    parser.train()
    total = sum(len(tree.words) for tree in trees)
    return {name: round(100 * count / total, 2) for name, count in right.items()}


def optimiser_of(parser: Parser) -> torch.optim.Optimizer:
    """AdamW with a small step for the pretrained encoder and a large one for the new parts."""
    shapes = parser.encoder.shapes.weight
    encoder = [p for p in parser.encoder.parameters() if p is not shapes]
    heads = [p for name, p in parser.named_parameters() if not name.startswith("encoder.")]
    groups = [
        {"params": encoder, "peak": LEARNING_RATE_ENCODER},
        {"params": [*heads, shapes], "peak": LEARNING_RATE_HEADS},
    ]
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)


def set_rate(optimiser: torch.optim.Optimizer, step: int, steps: int) -> None:
    """Linear warm-up, then linear decay to zero at the last step."""
    share = min(1.0, step / WARMUP) * max(0.0, 1 - step / steps)
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * share


class Run:
    """A training run between epochs: the network, its optimiser and how far it has come."""

    def __init__(self, labels: Labels, encoder: Path) -> None:
        self.labels = labels
        counts = {name: len(values) for name, values in labels.as_dict().items()}
        self.sizes = Sizes(**counts, shapes=len(SHAPES))
        self.parser = Parser(self.sizes)
        self.parser.encoder.load_minilm(encoder / "model.safetensors")
        self.optimiser = optimiser_of(self.parser)
        self.step = self.epoch = 0

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint."""
        saved = torch.load(path, weights_only=True)
        self.parser.load_state_dict(saved["weights"])
        self.optimiser.load_state_dict(saved["optimiser"])
        self.step, self.epoch = saved["step"], saved["epoch"]

    def train_epoch(self, batches: Iterator[tuple[list[Tree], list[Pieces]]], steps: int) -> None:
        """One pass over the sentences; `steps` is the length of the whole schedule."""
        began, seen, summed = time.monotonic(), 0, 0.0
        for count, (trees, pieces) in enumerate(batches, 1):
            set_rate(self.optimiser, self.step, steps)
            loss = loss_of(self.parser, as_batch(trees, pieces, self.labels), MASKED)
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.parser.parameters(), LONGEST_GRADIENT)
            self.optimiser.step()
            self.step += 1
            seen += sum(len(tree.words) for tree in trees)
            summed += loss.item()
            if count % REPORTED == 0:
                rate = seen / (time.monotonic() - began)
                logger.info("%d batches, loss %.3f, %.0f words/s", count, summed / REPORTED, rate)
                summed = 0.0
        self.epoch += 1

    def save(self, folder: Path, scores: dict[str, float]) -> None:
        """A checkpoint to export or go on from, and a line in the log."""
        checkpoint = {
            "weights": self.parser.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            **{"step": self.step, "epoch": self.epoch, "dev": scores},
            **{"sizes": self.sizes.as_dict(), "labels": self.labels.as_dict()},
        }
        torch.save(checkpoint, folder / f"epoch-{self.epoch}.pt")
        with (folder / "log.jsonl").open("a") as log:
            log.write(json.dumps({"epoch": self.epoch, "step": self.step, **scores}) + "\n")


def train(args: argparse.Namespace) -> None:
    """Train, with a checkpoint and a line of measurements after each epoch."""
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    args.out.mkdir(parents=True, exist_ok=True)
    trees = [t for t in read_trees(args.ud / "train.conllu.gz") if len(t.words) <= LONGEST]
    dev = list(read_trees(args.ud / "dev.conllu.gz"))
    word_pieces = WordPieces(args.encoder / "tokenizer.json")
    dev_pieces = word_pieces.encode(tree.words for tree in dev)
    run = Run(Labels(trees), args.encoder)
    if args.resume:
        run.resume(args.resume)
    steps = args.epochs * sum(1 for _ in epoch_batches(trees, word_pieces, 0))
    while run.epoch < args.epochs:
        run.train_epoch(epoch_batches(trees, word_pieces, run.epoch), steps)
        scores = measured(run.parser, dev, dev_pieces, run.labels)
        logger.info("epoch %d, dev %s", run.epoch, scores)
        run.save(args.out, scores)


def epoch_batches(
    trees: list[Tree], word_pieces: WordPieces, epoch: int
) -> Iterator[tuple[list[Tree], list[Pieces]]]:
    """The batches of an epoch: the sentences varied anew, the order drawn from the seed and the epoch."""
    chance = random.Random(f"{SEED}-{epoch}")
    some = [varied(tree, chance) for tree in trees]
    pieces = word_pieces.encode(tree.words for tree in some)
    for indexes in batches(some, pieces, chance):
        yield [some[i] for i in indexes], [pieces[i] for i in indexes]


def main() -> None:
    """Read the arguments and train."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--ud", type=Path, required=True, help="folder with train and dev")
    asked.add_argument("--encoder", type=Path, required=True, help="all-MiniLM-L6-v2's folder")
    asked.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    asked.add_argument("--epochs", type=int, default=6)
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--resume", type=Path, help="a checkpoint to go on from")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train(asked.parse_args())


if __name__ == "__main__":
    main()

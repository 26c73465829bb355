"""Examples and a decision checkpoint in; the same checkpoint with its reader of denials taught, out.

    python training/train_denials.py --examples FILE --start FILE --out FILE [--leave EVENT ...]

Everything else of the network stays as it is: its states are read once, and the small head is taught on them.
"""

import argparse
import logging
import pickle
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from decision_data import HELD_OUT, Answer, Example
from decision_network import Decisions, Denials, Widths
from network import Sizes
from torch import Tensor
from torch.nn import functional
from train_decisions import Row, rows_of, tensors

from crossread.encoder import VOCABULARY, WordPieces

logger = logging.getLogger("train_denials")

SEED = 20241
PASSES = 12
RATE, DECAY = 2e-3, 1e-2
TOGETHER = 8
"""Windows in a step."""
QUIET = 0.3
"""Share of the windows without a denial that a pass reads: they are six times as many."""
HIDDEN = 0.3
"""Share of the states that a step hides (dropout)."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the head reads of one window, and 1.0 for each of its numbers that is denied."""

    number: Tensor
    own: Tensor
    words: Tensor
    near: Tensor
    starts: Tensor
    denied: Tensor

    def scores(self, head: Denials, hidden: float = 0.0) -> Tensor:
        """The head's scores of the numbers."""
        number, own, words = (
            functional.dropout(states.float(), hidden, hidden > 0)
            for states in (self.number, self.own, self.words)
        )
        return head(number, own, words, self.near.long(), self.starts)[0]


@torch.no_grad()
def windows_of(network: Decisions, rows: list[Row]) -> Iterator[Window]:
    """The states of every window that holds a number."""
    kept: list[tuple[Tensor, ...]] = []
    hook = network.denials.register_forward_hook(lambda _head, given, _scores: kept.append(given))
    for example, inputs in rows:
        if not inputs.numbers:
            continue
        network(**tensors([(example, inputs)], None))
        number, own, words, near, starts = kept.pop()
        answers: list[Answer] = [example.answers[index] for index in inputs.indexes]
        denied = torch.tensor([float(answer.denied) for answer in answers])
        yield Window(number.half(), own.half(), words.half(), near.short(), starts, denied)
    hook.remove()


def teach(head: Denials, windows: list[Window]) -> None:
    """Teach the head."""
    chance = random.Random(SEED)
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    loud = [w for w in windows if w.denied.any()]
    quiet = [w for w in windows if not w.denied.any()]
    few = int(QUIET * len(quiet))
    steps = PASSES * (1 + (len(loud) + few) // TOGETHER)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for one in range(PASSES):
        order = [*loud, *chance.sample(quiet, few)]
        chance.shuffle(order)
        total = 0.0
        for first in range(0, len(order), TOGETHER):
            given = order[first : first + TOGETHER]
            scores = torch.cat([window.scores(head, HIDDEN) for window in given])
            right = torch.cat([window.denied for window in given])
            loss = functional.binary_cross_entropy_with_logits(scores, right)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(given)
        logger.info("pass %d: loss %.4f", one + 1, total / len(order))


@torch.no_grad()
def measured(head: Denials, windows: list[Window]) -> str:
    """Precision and recall at several probabilities."""
    shares = torch.cat([torch.sigmoid(window.scores(head)) for window in windows])
    right = torch.cat([window.denied for window in windows]) > 0
    told = []
    for least in (0.2, 0.35, 0.5, 0.65, 0.8):
        hits = int(((shares >= least) & right).sum())
        told.append(
            f"{least}: P {hits / max(1, int((shares >= least).sum())):.3f} R {hits / max(1, int(right.sum())):.3f}"
        )
    return f"{int(right.sum())} denied of {len(right)}; " + ", ".join(told)


def main() -> None:
    """Teach and measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--examples", type=Path, required=True)
    asked.add_argument("--start", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--leave", nargs="*", default=[], help="events to measure on")
    args = asked.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    examples: list[Example] = pickle.loads(args.examples.read_bytes())
    pieces = WordPieces(VOCABULARY)
    saved = torch.load(args.start, weights_only=True)
    network = Decisions(Sizes(**saved["sizes"]), Widths(**saved["widths"]))
    network.load_state_dict(saved["weights"])
    network.eval()
    left = [e for e in examples if e.event in args.leave]
    taught = [e for e in examples if e.event not in (*args.leave, *HELD_OUT) and not e.tuned]
    tuned = [e for e in examples if e.tuned and e.event not in HELD_OUT]
    windows, left_windows, tuned_windows = (
        list(windows_of(network, rows_of(part, pieces))) for part in (taught, left, tuned)
    )
    teach(network.denials, windows)
    logger.info("left out: %s", measured(network.denials, left_windows))
    logger.info("annotated events: %s", measured(network.denials, tuned_windows))
    torch.save({**saved, "weights": network.state_dict()}, args.out)


if __name__ == "__main__":
    main()

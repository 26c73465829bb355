"""Examples and the parser's checkpoint in; a trained decision network out, with its figures on the events left out.

python training/train_decisions.py --examples FILE --parser CHECKPOINT --out FILE [--leave EVENT ...]
"""

import argparse
import logging
import pickle
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch
from decision_data import HELD_OUT, Answer, Example
from decision_network import POINTERS, PRIORS, Decisions, Widths
from network import Sizes
from renaming import names_in, renamed
from torch import Tensor
from torch.nn import functional

from crossread.decide.candidates import GROUNDS, KINDS
from crossread.decide.inputs import (
    CONDITIONS,
    NEAR,
    POPULATIONS,
    REFUSALS,
    ROLES,
    RULES,
    Inputs,
    inputs_of,
)
from crossread.decide.windows import CORE
from crossread.encoder import VOCABULARY, WordPieces

logger = logging.getLogger("train_decisions")

SEED = 20241
RATE_ENCODER, RATE_HEADS, RATE_PRIORS = 2e-4, 1e-3, 1e-2
PIECES_PER_BATCH = 800
FRESH = 4e-3
"""The rate of heads that begin anew in a network that has learnt the rest."""

WARMUP = 0.1
SETTLING = 0.4
"""Share of the usual rates while settling."""

OFFICES = 0.5
"""What a speaker's word weighs beside a number."""

DENIALS = 3.0
"""What it weighs whether a number is denied: one in eighty is."""

MASKED = 0.06
BARE = 0.12
"""Share of the numbers whose grounds are hidden in the text: a bare number is read by what stands around it."""

HIDDEN = 103
"""The piece that stands for a hidden one."""

SILENCED = {True: 0.6, False: 0.25}
"""Share of the numbers whose rules are hidden: on events that rules were written on they are right too often."""

Row = tuple[Example, Inputs]


def rows_of(
    examples: list[Example], pieces: WordPieces, chance: random.Random | None = None
) -> list[Row]:
    """Every window of every example; with `chance`, cut at other places each time."""
    return [
        (e, inputs)
        for e in examples
        for inputs in inputs_of(
            e.candidates, pieces, core=chance.randrange(CORE // 2, CORE + 1) if chance else CORE
        )
    ]


def settling(taught: list[Example], chance: random.Random) -> list[Example]:
    """For a last pass: the annotated events three times, to keep their conventions, and a quarter of the other texts.

    Denials are rare: of the texts that hold one, all.
    """
    annotated = [e for e in taught if e.annotated]
    others = [e for e in taught if not e.annotated]
    denying = [e for e in others if denies(e)]
    rest = [e for e in others if not denies(e)]
    return [*annotated, *annotated, *annotated, *denying, *chance.sample(rest, len(rest) // 4)]


def denies(example: Example) -> bool:
    """Whether a report holds a figure that somebody denies."""
    return any(answer.denied for answer in example.answers)


def batches(rows: list[Row], chance: random.Random) -> list[list[Row]]:
    """Windows of like length, up to `PIECES_PER_BATCH` padded pieces, in random order."""
    order = sorted(rows, key=lambda row: len(row[1].ids) + chance.random() * 40)
    found: list[list[Row]] = [[]]
    for row in order:
        if found[-1] and len(row[1].ids) * (len(found[-1]) + 1) > PIECES_PER_BATCH:
            found.append([])
        found[-1].append(row)
    chance.shuffle(found)
    return found


def hushed(inputs: Inputs, share: float, chance: random.Random) -> list[int]:
    """The roles of a window's pieces, this share of the words without theirs, and now and then all of them."""
    if chance.random() < share / 2:
        return [0] * len(inputs.roles)
    roles = list(inputs.roles)
    for start, end in zip(inputs.starts, (*inputs.starts[1:], len(roles)), strict=True):
        if roles[start] and chance.random() < share:
            roles[start:end] = [0] * (end - start)
    return roles


def tensors(rows: list[Row], chance: random.Random | None) -> dict[str, Tensor]:
    """The network's inputs for a batch; with `chance`, some pieces and rules are hidden."""
    given = [inputs for _, inputs in rows]
    pieces, words = max(len(i.ids) for i in given), max(len(i.starts) for i in given)
    count = max(len(i.numbers) for i in given)
    size = len(rows)
    out = {
        "ids": torch.zeros(size, pieces, dtype=torch.long),
        "shapes": torch.zeros(size, pieces, dtype=torch.long),
        "mask": torch.zeros(size, pieces, dtype=torch.long),
        "kinds": torch.zeros(size, pieces, dtype=torch.long),
        "roles": torch.zeros(size, pieces, dtype=torch.long),
        "starts": torch.zeros(size, words, dtype=torch.long),
        "numbers": torch.zeros(size, count, GROUNDS + 1, dtype=torch.long),
        "rules": torch.zeros(size, count, 7, dtype=torch.long),
        "near": torch.zeros(size, count, words, dtype=torch.long),
        "marks": torch.zeros(size, count, words, 4),
        "alike": torch.zeros(size, count, count, dtype=torch.long),
    }
    for at, (example, i) in enumerate(rows):
        out["ids"][at, : len(i.ids)] = torch.tensor(i.ids)
        out["shapes"][at, : len(i.ids)] = torch.tensor(i.shapes)
        out["kinds"][at, : len(i.ids)] = torch.tensor(i.kinds)
        out["roles"][at, : len(i.roles)] = torch.tensor(
            i.roles if chance is None else hushed(i, SILENCED[example.tuned], chance)
        )
        out["mask"][at, : len(i.ids)] = 1
        out["starts"][at, : len(i.starts)] = torch.tensor(i.starts)
        if i.numbers:
            n, w = len(i.numbers), len(i.starts)
            out["numbers"][at, :n] = torch.tensor(i.numbers)
            out["rules"][at, :n] = torch.tensor(i.rules)
            out["near"][at, :n, :w] = torch.tensor(i.near)
            out["marks"][at, :n, :w] = torch.tensor(i.marks)
            out["alike"][at, :n, :n] = torch.tensor(i.alike)
            if chance is not None:
                for number in range(n):
                    for column in (0, 1, 2):
                        if chance.random() < SILENCED[example.tuned]:
                            out["rules"][at, number, column] = 0
                            if column == 2:
                                out["rules"][at, number, 2] = len(REFUSALS)
                    if chance.random() < SILENCED[example.tuned]:
                        out["marks"][at, number] = 0
                        out["rules"][at, number, 3] = 0
                    for column in (4, 5, 6):
                        if chance.random() < SILENCED[example.tuned]:
                            out["rules"][at, number, column] = 0
    if chance is not None:
        for at, inputs in enumerate(given):
            bared(out, at, inputs, chance)
        hidden = (torch.rand(out["ids"].shape) < MASKED) & (out["ids"] > 999)
        out["ids"][hidden] = HIDDEN
    return out


def bared(out: dict[str, Tensor], at: int, inputs: Inputs, chance: random.Random) -> None:
    """Hide the words that some numbers of a window hang on, all of them or some, and what the rules made of these."""
    ends = (*inputs.starts[1:], len(inputs.ids) - 1)
    for number, (own, *grounds) in enumerate(inputs.numbers):
        if chance.random() >= BARE:
            continue
        whole = chance.random() < 0.5
        for column in (0, 1, 4):
            out["rules"][at, number, column] = 0
        for row in sorted({ground for ground in grounds if ground != own}):
            if whole or chance.random() < 0.6:
                out["ids"][at, inputs.starts[row] : ends[row]] = HIDDEN


def targets(rows: list[Row], width: int) -> tuple[list[tuple[int, int, Answer]], dict[str, Tensor]]:
    """The right answers of a batch, and for the pointers which places (nobody first) are right."""
    found, masks = [], {name: [] for name in POINTERS}
    for at, (example, i) in enumerate(rows):
        row_of = {word: row for row, word in enumerate(i.places)}
        for row, index in enumerate(i.indexes):
            answer = example.answers[index]
            found.append((at, row, answer))
            for name in POINTERS:
                right = torch.zeros(width, dtype=torch.bool)
                for word in getattr(answer, name):
                    if word == -1:
                        right[0] = True
                    elif word in row_of:
                        right[row_of[word] + 1] = True
                masks[name].append(right)
    return found, {
        name: torch.stack(m) if m else torch.zeros(0, width, dtype=torch.bool)
        for name, m in masks.items()
    }


def pointer_scores(pointed: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """The scores with padding closed."""
    closed = batch["starts"] == 0  # every word starts behind the first mark
    closed = functional.pad(closed, (1, 0), value=False)
    return pointed.masked_fill(closed[:, None, None, :], -1e4)


def marginal(scores: Tensor, right: Tensor) -> Tensor:
    """Minus the log of the probability that is given to any right answer."""
    return torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~right, -1e4), -1)


def loss_of(network: Decisions, rows: list[Row], chance: random.Random) -> Tensor:
    """The summed losses of a batch, per number."""
    batch = tensors(rows, chance)
    claim, conditions, populations, pointed, denied, offices = network(**batch, offices=True)
    pointed = pointer_scores(pointed, batch)
    found, masks = targets(rows, pointed.shape[-1])
    at = torch.tensor([a for a, _, _ in found])
    row = torch.tensor([r for _, r, _ in found])
    is_claim = torch.tensor([answer.claim for _, _, answer in found])
    known = is_claim >= 0
    loss = functional.binary_cross_entropy_with_logits(
        claim[at, row][known], is_claim[known].float(), reduction="sum"
    )
    real = torch.tensor([bool(answer.conditions) for _, _, answer in found])
    if real.any():
        answers = [answer for _, _, answer in found if answer.conditions]
        said = torch.tensor([float(answer.denied) for answer in answers])
        loss = loss + DENIALS * functional.binary_cross_entropy_with_logits(
            denied[at, row][real], said, reduction="sum"
        )
        loss = (
            loss
            + 1.2
            * marginal(conditions[at, row][real], _allowed(answers, "conditions", CONDITIONS)).sum()
        )
        loss = (
            loss
            + marginal(
                populations[at, row][real], _allowed(answers, "populations", POPULATIONS)
            ).sum()
        )
        for index, name in enumerate(POINTERS):
            right = masks[name][real]
            told = right.any(-1)
            if told.any():
                loss = loss + marginal(pointed[at, row][real][told][:, index], right[told]).sum()
            missing = ~told & torch.tensor(
                [bool(getattr(a, name)) or name != "party" for a in answers]
            )
            if missing.any():  # somebody is named, but not in this window: only "nobody" is wrong
                scores = pointed[at, row][real][missing][:, index]
                other = torch.ones_like(scores, dtype=torch.bool)
                other[:, 0] = False
                loss = loss + marginal(scores, other).sum()
    asked = office_targets(rows, offices.shape[-1])
    if len(asked.word):
        closed = functional.pad(batch["starts"] == 0, (1, 0), value=False)[asked.window]
        scores = offices[asked.window, asked.word].masked_fill(closed, -1e4)
        loss = loss + OFFICES * marginal(scores, asked.right).sum()
    return loss / max(1, len(found))


@dataclass(frozen=True, slots=True)
class Asked:
    """Words by which somebody speaks: window, row in it, and the right places (nobody first) for his body."""

    window: Tensor
    word: Tensor
    right: Tensor


def office_targets(rows: list[Row], width: int) -> Asked:
    """The speakers' words of a batch; a body that is not named in the window is nobody's there."""
    windows, words, masks = [], [], []
    for window, (example, i) in enumerate(rows):
        row_of = {word: row for row, word in enumerate(i.places)}
        for word, places in example.offices:
            if word in row_of:
                right = torch.zeros(width, dtype=torch.bool)
                right[[row_of[place] + 1 for place in places if place in row_of]] = True
                right[0] = -1 in places or not right.any()
                windows.append(window)
                words.append(row_of[word])
                masks.append(right)
    right = torch.stack(masks) if masks else torch.zeros(0, width, dtype=torch.bool)
    return Asked(
        torch.tensor(windows, dtype=torch.long), torch.tensor(words, dtype=torch.long), right
    )


def _allowed(answers: list[Answer], name: str, labels: tuple[str, ...]) -> Tensor:
    return torch.tensor([[label in getattr(a, name) for label in labels] for a in answers])


@torch.no_grad()
def measured(network: Decisions, rows: list[Row]) -> dict[str, float]:
    """Share of right answers over the claims (required ones), beside the rules' share; claim as F1."""
    network.eval()
    right, total = Counter(), Counter()
    hits = said = gold = 0
    for row in rows:
        batch = tensors([row], None)
        claim, conditions, populations, pointed, denied, offices = network(**batch, offices=True)
        found, masks = targets([row], pointed.shape[-1])
        example, inputs = row
        asked = office_targets([row], offices.shape[-1])
        if len(asked.word):
            best = offices[0, asked.word].argmax(-1)
            right["office"] += int(asked.right.gather(1, best[:, None]).sum())
            total["office"] += len(asked.word)
        for place, (_, n, answer) in enumerate(found):
            number = example.candidates.numbers[inputs.indexes[n]]
            is_claim = claim[0, n] > 0
            if answer.claim >= 0:
                hits += int(is_claim) * answer.claim
                said += int(is_claim)
                gold += answer.claim
            if answer.claim == 1:
                right["denied"] += bool(denied[0, n] > 0) and answer.denied
                right["denied wrongly"] += bool(denied[0, n] > 0) and not answer.denied
                right["denied in all"] += answer.denied
            if answer.claim != 1 or number.refusal:
                continue
            total["all"] += 1
            condition = CONDITIONS[int(conditions[0, n].argmax())] in answer.conditions
            population = POPULATIONS[int(populations[0, n].argmax())] in answer.populations
            right["condition"] += condition
            right["population"] += population
            right["rule condition"] += number.condition in answer.conditions
            right["rule population"] += number.population in answer.populations
            fine = condition and population
            rule_fine = (
                number.condition in answer.conditions and number.population in answer.populations
            )
            for index, name in enumerate(POINTERS):
                best = int(pointed[0, n, index].argmax())
                mask = masks[name][place]
                okay = bool(mask[best]) or (best > 0 and not mask.any())
                if name == "party" and not mask.any():
                    okay = False
                mention = getattr(number, name)
                rule = (not mention and -1 in getattr(answer, name)) or bool(
                    set(mention) & getattr(answer, name)
                )
                right[name] += okay
                right[f"rule {name}"] += rule
                fine, rule_fine = fine and okay, rule_fine and rule
            right["fine"] += fine
            right["rule fine"] += rule_fine
    network.train()
    office = round(right.pop("office", 0) / max(1, total["office"]), 3)
    denials = {name: right.pop(name, 0) for name in ("denied", "denied wrongly", "denied in all")}
    scores = {name: round(count / max(1, total["all"]), 3) for name, count in sorted(right.items())}
    scores["claim f1"] = round(2 * hits / max(1, said + gold), 3)
    scores["claims"] = total["all"]
    scores["office"] = office
    return scores | denials


def parts_of(network: Decisions, fresh: set[str]) -> list[dict[str, object]]:
    """The network's parts with their rates; where some heads begin anew, the rest waits until they are warm."""
    late = float(bool(fresh))
    named = [(n, n.split(".")[0], p) for n, p in network.named_parameters()]
    rest = [(n, head, p) for n, head, p in named if head not in {"encoder", *fresh}]
    return [
        {"params": [p for _, head, p in named if head in fresh], "peak": FRESH, "late": 0.0},
        {
            "params": [p for _, head, p in named if head == "encoder"],
            "peak": RATE_ENCODER,
            "late": late,
        },
        {
            "params": [p for _, head, p in rest if head not in PRIORS],
            "peak": RATE_HEADS,
            "late": late,
        },
        {
            "params": [p for _, head, p in rest if head in PRIORS],
            "peak": RATE_PRIORS,
            "late": late,
            "weight_decay": 0.0,
        },
    ]


def shrunk(
    network: Decisions, parser: Path, weights: dict[str, Tensor], share: float
) -> dict[str, Tensor]:
    """A share of trained weights and the rest of new ones, the parser's encoder among these (Ash and Adams 2020)."""
    new = network.state_dict()
    for name, weight in torch.load(parser, weights_only=True)["weights"].items():
        if name in new and name.startswith("encoder."):
            new[name] = weight
    return {name: share * weights[name] + (1 - share) * new[name] for name in new}


def main() -> None:
    """Train and measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--examples", type=Path, required=True)
    asked.add_argument("--parser", type=Path, help="the parser's checkpoint")
    asked.add_argument("--tokenizer", type=Path, default=VOCABULARY)
    asked.add_argument("--out", type=Path)
    asked.add_argument("--from-minilm", type=Path, help="start from MiniLM's own weights instead")
    asked.add_argument("--start", type=Path, help="a decision checkpoint to start from")
    asked.add_argument(
        "--shrink",
        type=float,
        help="this share of --start, the rest of new heads on --parser's encoder",
    )
    asked.add_argument(
        "--leave", nargs="*", default=[], help="events to measure on; held-out ones always are"
    )
    asked.add_argument("--settle", action="store_true", help="last passes, annotated events first")
    asked.add_argument("--epochs", type=int, default=8)
    asked.add_argument("--threads", type=int, default=1)
    asked.add_argument("--seed", type=int, default=SEED)
    args = asked.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    examples: list[Example] = pickle.loads(args.examples.read_bytes())
    pieces = WordPieces(args.tokenizer)
    left = [e for e in examples if any(e.event.startswith(name) for name in args.leave)]
    taught = [e for e in examples if e not in left and e.event not in HELD_OUT]
    unseen = [e for e in examples if e.event in HELD_OUT]
    rows, left_rows, unseen_rows = (rows_of(part, pieces) for part in (taught, left, unseen))
    if not (args.parser or args.start):
        asked.error("name the parser's checkpoint, or one to start from")
    saved = torch.load(args.start or args.parser, weights_only=True)
    sizes = Sizes(**saved["sizes"])
    widths = Widths(
        len(CONDITIONS), len(POPULATIONS), len(REFUSALS), len(KINDS) + 1, NEAR, RULES, ROLES
    )
    network = Decisions(sizes, widths)
    if args.from_minilm:
        network.encoder.load_minilm(args.from_minilm)
    elif not args.start:
        inner = {
            k.removeprefix("encoder."): v
            for k, v in saved["weights"].items()
            if k.startswith("encoder.")
        }
        network.encoder.load_state_dict(inner)
    fresh: set[str] = set()
    if args.start:
        started = torch.load(args.start, weights_only=True)
        network.load_state_dict(
            shrunk(network, args.parser, started["weights"], args.shrink)
            if args.shrink and args.parser
            else started["weights"]
        )
        fresh = set(started.get("fresh", ()))
    optimiser = torch.optim.AdamW(
        parts_of(network, fresh),
        lr=0.0,
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )
    chance = random.Random(args.seed)
    pace = SETTLING if args.settle else 1.0
    sample = settling(taught, random.Random(args.seed)) if args.settle else taught
    cut = rows_of(
        sample, pieces, random.Random(args.seed)
    )  # a pass as the passes will be, to count its steps
    steps = args.epochs * len(batches(cut, random.Random(args.seed)))
    logger.info(
        "%d windows taught, %d left out, %d held out, %d steps",
        len(rows),
        len(left_rows),
        len(unseen_rows),
        steps,
    )
    step = 0
    names = names_in(taught)
    for epoch in range(args.epochs):
        given = settling(taught, chance) if args.settle else taught
        rows = rows_of([renamed(e, names, chance) for e in given], pieces, chance)
        began, summed, seen = time.monotonic(), 0.0, 0
        for part in batches(rows, chance):
            for group in optimiser.param_groups:
                begun = step / (WARMUP * steps) - group["late"]
                share = min(1.0, max(0.0, begun)) * max(0.0, 1 - step / steps)
                group["lr"] = group["peak"] * pace * share
            loss = loss_of(network, part, chance)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            step += 1
            summed += loss.item()
            seen += 1
            if seen % 40 == 0:
                logger.info(
                    "%d/%d loss %.3f, %.1f s", step, steps, summed / seen, time.monotonic() - began
                )
        logger.info(
            "epoch %d loss %.3f, %.0f s", epoch + 1, summed / seen, time.monotonic() - began
        )
        if left_rows and (epoch + 1 == args.epochs or epoch % 3 == 2):
            logger.info("left out %s", measured(network, left_rows))
        if args.out:
            torch.save(
                {
                    "weights": network.state_dict(),
                    "sizes": sizes.as_dict(),
                    "widths": widths.as_dict(),
                },
                args.out,
            )
    logger.info("held out %s", measured(network, unseen_rows))


if __name__ == "__main__":
    main()

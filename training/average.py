"""Decision checkpoints of one line of training in; their mean, weight by weight, out.

python training/average.py --out FILE CHECKPOINT [CHECKPOINT ...]

The mean of checkpoints that share their beginning reads better than any one of them (Wortsman et al. 2022, "Model
soups").
"""

import argparse
from pathlib import Path

import torch

Weights = dict[str, torch.Tensor]


def mean_of(checkpoints: list[Weights]) -> Weights:
    """The mean of every weight; what is no real number is the first checkpoint's."""
    first = checkpoints[0]
    return {
        name: torch.stack([each[name].double() for each in checkpoints]).mean(0).float()
        if value.is_floating_point()
        else value
        for name, value in first.items()
    }


def main() -> None:
    """Average the checkpoints named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("checkpoints", nargs="+", type=Path)
    asked.add_argument("--out", type=Path, required=True)
    args = asked.parse_args()
    loaded = [torch.load(path, weights_only=True) for path in args.checkpoints]
    if len({str(each["sizes"]) + str(each["widths"]) for each in loaded}) > 1:
        asked.error("the checkpoints are of different networks")
    weights = mean_of([each["weights"] for each in loaded])
    torch.save({**loaded[0], "weights": weights}, args.out)


if __name__ == "__main__":
    main()

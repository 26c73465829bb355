"""The int8 graph that ships in; a checkpoint from which training can go on, out.

    python training/restore_decisions.py --graph src/crossread/decide/model/decisions.onnx --out FILE

Nothing is lost but the last bits of the weights; heads that only training has (`office*`) begin anew.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from decision_network import Decisions, Widths
from network import Sizes
from onnx import numpy_helper

from crossread.decide.candidates import KINDS
from crossread.decide.inputs import CONDITIONS, NEAR, POPULATIONS, REFUSALS, ROLES, RULES
from crossread.encoder.pieces import SHAPES

PRODUCT = "/MatMul_quant"
PARSER_ALONE = {"upos": 0, "xpos": 0, "relations": 0}
"""Sizes of the parser's heads, which the decisions have not."""


def restored(path: Path) -> dict[str, torch.Tensor]:
    """The weights of a shipped graph by their names in the network."""
    graph = onnx.load(path).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {
        name.replace(".layer.", "."): given
        for name, given in stored.items()
        if not name.startswith(("onnx::", "encoder.words."))
    }
    weights["encoder.words.weight"] = stored["encoder.words.rows"] * stored["encoder.words.scale"]
    mix = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.name.endswith(PRODUCT):
            module = node.name.removesuffix(PRODUCT).strip("/").replace("/", ".")
            inner = f"encoder.{module}" if module.startswith("layers.") else module
            weights[f"{inner}.weight"] = product(stored, node.input[1]).T
        elif node.op_type == "Mul" and node.input[0].startswith("onnx::Mul"):
            mix[node.name] = float(stored[node.input[0]])
    weights["mix"] = np.log([mix[name] for name in sorted(mix, key=lambda n: (len(n), n))])
    return {
        name: torch.tensor(np.asarray(given, dtype=np.float32)) for name, given in weights.items()
    }


def product(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A product's weights as real numbers, inputs x outputs."""
    whole = name.removesuffix("_quantized")
    zero = stored[f"{whole}_zero_point"].astype(np.float32)
    return (stored[name].astype(np.float32) - zero) * stored[f"{whole}_scale"]


def main() -> None:
    """Write the checkpoint."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--graph", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    args = asked.parse_args()
    sizes = Sizes(**PARSER_ALONE, shapes=len(SHAPES))
    widths = Widths(
        len(CONDITIONS), len(POPULATIONS), len(REFUSALS), len(KINDS) + 1, NEAR, RULES, ROLES
    )
    torch.manual_seed(0)
    network = Decisions(sizes, widths)
    left = network.load_state_dict(restored(args.graph), strict=False)
    print("begin anew:", *left.missing_keys)
    if left.unexpected_keys:
        raise ValueError(f"weights that the network has not: {left.unexpected_keys}")
    given = {
        "weights": network.state_dict(), "sizes": sizes.as_dict(), "widths": widths.as_dict(),
        "fresh": sorted({name.split(".")[0] for name in left.missing_keys}),
    }  # fmt: skip
    torch.save(given, args.out)


if __name__ == "__main__":
    main()

"""A decision checkpoint in; the int8 ONNX graph that ships with the package out.

python training/export_decisions.py --checkpoint FILE --out src/crossread/decide/model/decisions.onnx
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from decision_network import Decisions, Widths
from export_onnx import ShippedLayer, SmallEmbedding
from network import Sizes
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


class WholeLayer(ShippedLayer):
    """A layer over a window, which is a batch of one and has no padding to hide."""

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """The next layer's states."""
        return super().forward(states, None)


# The network asks for `mask`, the graph does not.
INPUTS = (
    "ids", "shapes", "mask", "kinds", "roles", "starts", "numbers", "rules", "near", "marks", "alike",
)  # fmt: skip
OUTPUTS = ("claim", "conditions", "populations", "pointed", "denied")


def shipped(checkpoint: dict) -> Decisions:
    """The network of a checkpoint, ready for export."""
    network = Decisions(Sizes(**checkpoint["sizes"]), Widths(**checkpoint["widths"]))
    network.load_state_dict(checkpoint["weights"])
    network.eval()
    network.encoder.layers = nn.ModuleList(WholeLayer(layer) for layer in network.encoder.layers)
    network.encoder.words = SmallEmbedding(network.encoder.words.weight.detach())
    return network


def export(network: Decisions, path: Path) -> None:
    """Write the float graph; a window is a batch of one."""
    pieces, words, numbers = 12, 9, 3
    given = {
        "ids": torch.randint(999, 2000, (1, pieces)),
        "shapes": torch.ones(1, pieces, dtype=torch.long),
        "mask": torch.ones(1, pieces, dtype=torch.long),
        "kinds": torch.ones(1, pieces, dtype=torch.long),
        "roles": torch.ones(1, pieces, dtype=torch.long),
        "starts": torch.arange(1, words + 1)[None],
        "numbers": torch.randint(0, words, (1, numbers, 6)),
        "rules": torch.ones(1, numbers, 7, dtype=torch.long),
        "near": torch.ones(1, numbers, words, dtype=torch.long),
        "marks": torch.zeros(1, numbers, words, 4),
        "alike": torch.ones(1, numbers, numbers, dtype=torch.long),
    }
    axes = {name: {1: "pieces"} for name in INPUTS[:5]}
    axes |= {"starts": {1: "words"}, "numbers": {1: "numbers"}, "rules": {1: "numbers"}}
    axes |= {name: {1: "numbers", 2: "words"} for name in ("near", "marks")}
    axes["alike"] = {1: "numbers", 2: "others"}
    axes |= {name: {1: "numbers"} for name in OUTPUTS}
    axes["pointed"] = {1: "numbers", 3: "places"}
    torch.onnx.export(
        network,
        tuple(given[name] for name in INPUTS),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Read the arguments, export, quantise."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--checkpoint", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--float", action="store_true", help="keep float32 weights, to compare")
    args = asked.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "float.onnx"
        export(shipped(torch.load(args.checkpoint, weights_only=True)), whole)
        if args.float:
            shutil.copy(whole, args.out)
            return
        quantize_dynamic(
            whole,
            args.out,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


if __name__ == "__main__":
    main()

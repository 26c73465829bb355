"""A checkpoint in; the int8 ONNX graph, vocabulary and labels that ship with the package out.

python training/export_onnx.py --checkpoint RUN/epoch-6.pt --encoder DIR --out src/crossread/parse/model
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from network import Parser, Sizes
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

CLOSED = -1e4


class SmallEmbedding(nn.Module):
    """An embedding stored as int8 with one scale per row: a quarter of the bytes, the same to three digits."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of the ids, as floats."""
        return self.rows[ids].float() * self.scale[ids]


class Shipped(nn.Module):
    """The parser as one function from pieces to head scores, the best relation of each pair, and tags.

    Inputs: `ids`, `shapes`, `mask` (sentences, pieces), `starts` (sentences, words + 1; 0 for the root and for
    padding). Outputs: `arcs` (sentences, words, words + 1), `relations` likewise, `upos`, `xpos` (sentences, words).
    """

    def __init__(self, parser: Parser, root: int) -> None:
        super().__init__()
        self.parser = parser
        labels, width, _ = parser.relation.shape
        # (dependent, label, head) as one matrix product: dependents x (labels * heads).
        self.register_buffer(
            "relation", parser.relation.detach().permute(1, 0, 2).reshape(width, labels * width)
        )
        self.register_buffer("arc", parser.arc.detach())
        self.labels, self.width = labels, width
        is_root = torch.zeros(labels)
        is_root[root] = 1.0
        self.register_buffer("not_below_words", is_root[None, None, :, None] * CLOSED)
        self.register_buffer("not_below_root", (1 - is_root)[None, None, :, None] * CLOSED)

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor, starts: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores and labels of a batch of sentences."""
        parser = self.parser
        words = parser.words(ids, shapes, mask, starts)
        dependent, head = parser.arc_dependent(words[:, 1:]), parser.arc_head(words)
        arcs = torch.matmul(dependent, self.arc) @ head.transpose(1, 2)
        arcs = arcs + (head * parser.arc_bias).sum(-1)[:, None, :]
        is_padding = torch.cat([starts[:, :1] * 0, (starts[:, 1:] == 0).long()], 1)
        arcs = arcs + is_padding[:, None, :].float() * CLOSED
        upos, xpos = parser.tags(words)
        return arcs, self._relations(words), upos.argmax(-1), xpos.argmax(-1)

    def _relations(self, words: Tensor) -> Tensor:
        dependent, head = self.parser.relation_views(words)
        batch, length = dependent.shape[0], dependent.shape[1]
        mixed = torch.matmul(dependent, self.relation)
        mixed = mixed.reshape(batch, length * self.labels, self.width)
        scores = (mixed @ head.transpose(1, 2)).reshape(batch, length, self.labels, -1)
        below_root = (scores[:, :, :, :1] + self.not_below_root).argmax(2)
        below_words = (scores[:, :, :, 1:] + self.not_below_words).argmax(2)
        return torch.cat([below_root, below_words], 2)


def shipped(checkpoint: dict) -> Shipped:
    """The network of a checkpoint, ready for export."""
    parser = Parser(Sizes(**checkpoint["sizes"]))
    parser.load_state_dict(checkpoint["weights"])
    parser.eval()
    for layer in parser.encoder.layers:
        layer.exporting = True
    parser.encoder.words = SmallEmbedding(parser.encoder.words.weight.detach())
    return Shipped(parser, checkpoint["labels"]["relations"].index("root"))


def export(network: Shipped, path: Path) -> None:
    """Write the float graph."""
    ids = torch.tensor([[101, 2023, 2003, 102], [101, 2023, 102, 0]])
    mask = (ids > 0).long()
    starts = torch.tensor([[0, 1, 2], [0, 1, 0]])
    names = ["ids", "shapes", "mask", "starts"]
    outputs = ["arcs", "relations", "upos", "xpos"]
    axes = {name: {0: "sentences", 1: "pieces"} for name in names[:3]}
    axes["starts"] = {0: "sentences", 1: "nodes"}
    axes |= {name: {0: "sentences", 1: "words"} for name in outputs}
    axes["arcs"] = axes["relations"] = {0: "sentences", 1: "words", 2: "nodes"}
    torch.onnx.export(
        network,
        (ids, mask.clone(), mask, starts),
        str(path),
        input_names=names,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Read the arguments, export, quantise, and copy the vocabulary and labels."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--checkpoint", type=Path, required=True)
    asked.add_argument("--encoder", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--float", action="store_true", help="keep float32 weights, to compare")
    args = asked.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    checkpoint = torch.load(args.checkpoint, weights_only=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "float.onnx"
        export(shipped(checkpoint), whole)
        if args.float:
            shutil.copy(whole, args.out / "parser.onnx")
        else:
            quantize_dynamic(
                whole,
                args.out / "parser.onnx",
                op_types_to_quantize=["MatMul", "Gemm"],
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
            )
    shutil.copy(args.encoder / "tokenizer.json", args.out / "tokenizer.json")
    (args.out / "labels.json").write_text(json.dumps(checkpoint["labels"], indent=1) + "\n")


if __name__ == "__main__":
    main()

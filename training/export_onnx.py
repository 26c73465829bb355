"""A checkpoint in; the int8 ONNX graph, vocabulary and labels that ship with the package out.

python training/export_onnx.py --checkpoint RUN/epoch-6.pt --encoder DIR --out src/crossread/parse/model
"""

import argparse
import json
import math
import shutil
import tempfile
from pathlib import Path

import torch
from network import Layer, Parser, Sizes
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from crossread.encoder import VOCABULARY

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


class Reshape(torch.autograd.Function):
    """A reshape that keeps leading axes by ONNX's zeros, so that the graph computes no lengths at run time."""

    @staticmethod
    def forward(ctx: object, states: Tensor, dims: tuple[int, ...]) -> Tensor:
        """The reshaped states; 0 keeps an axis."""
        return states.reshape(
            [states.shape[at] if dim == 0 else dim for at, dim in enumerate(dims)]
        )

    @staticmethod
    def symbolic(graph: torch.Graph, states: torch.Value, dims: tuple[int, ...]) -> torch.Value:
        """The ONNX node."""
        shape = graph.op("Constant", value_t=torch.tensor(dims, dtype=torch.long))
        return graph.op("Reshape", states, shape)


class ShippedLayer(nn.Module):
    """A trained layer with its attention written out for the runtime's fusions."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """The next layer's states; without `bias` no piece is padding."""
        layer, width = self.layer, self.layer.heads * self.layer.size
        query, key, value = (
            Reshape.apply(part, (0, -1, layer.heads, layer.size)).transpose(1, 2)
            for part in layer.query_key_value(states).split(width, dim=-1)
        )
        scores = query @ key.transpose(-1, -2) * (1 / math.sqrt(layer.size))
        if bias is not None:
            scores = scores + bias
        mixed = Reshape.apply((scores.softmax(-1) @ value).transpose(1, 2), (0, -1, width))
        states = layer.norm_out(states + layer.out(mixed))
        return layer.norm_narrow(states + layer.narrow(functional.gelu(layer.wide(states))))


class Shipped(nn.Module):
    """The parser as one function from pieces to head scores, the best relation of each pair, and tags.

    Inputs: `ids`, `shapes`, `mask` (sentences, pieces), `starts` (sentences, words + 1; 0 for the root and for
    padding). Outputs: `arcs` (sentences, words, words + 1); `relations` (sentences, words, words) between two words,
    counted without "root", which is the relation to the root and to nothing else; `upos`, `xpos` (sentences, words).
    """

    def __init__(self, parser: Parser, root: int) -> None:
        super().__init__()
        self.parser = parser
        kept = [label for label in range(len(parser.relation)) if label != root]
        relation = parser.relation.detach()[kept]
        self.labels, self.width, _ = relation.shape
        # (dependent, label, head) as one matrix product: dependents x (labels * heads).
        by_dependent = relation.permute(1, 0, 2).reshape(self.width, self.labels * self.width)
        self.register_buffer("relation", by_dependent)
        self.register_buffer("arc", parser.arc.detach())

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
        return arcs, self._relations(words[:, 1:]), upos.argmax(-1), xpos.argmax(-1)

    def _relations(self, words: Tensor) -> Tensor:
        dependent = functional.pad(self.parser.relation_dependent(words), (0, 1), value=1.0)
        head = functional.pad(self.parser.relation_head(words), (0, 1), value=1.0)
        mixed = Reshape.apply(torch.matmul(dependent, self.relation), (0, -1, self.width))
        pairs = mixed @ head.transpose(1, 2)
        length = words.shape[1]
        return pairs.reshape(-1, length, self.labels, length).argmax(2)


def shipped(checkpoint: dict) -> Shipped:
    """The network of a checkpoint, ready for export."""
    parser = Parser(Sizes(**checkpoint["sizes"]))
    parser.load_state_dict(checkpoint["weights"])
    parser.eval()
    parser.encoder.layers = nn.ModuleList(ShippedLayer(layer) for layer in parser.encoder.layers)
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
    axes["arcs"] = {0: "sentences", 1: "words", 2: "nodes"}
    axes["relations"] = {0: "sentences", 1: "words", 2: "words"}
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
    shutil.copy(args.encoder / "tokenizer.json", VOCABULARY)
    (args.out / "labels.json").write_text(json.dumps(checkpoint["labels"], indent=1) + "\n")


if __name__ == "__main__":
    main()

"""The network: word pieces in; scores for heads, relations and tags out. A MiniLM encoder with biaffine heads.

Encoder: 6 BERT layers of width 384 (all-MiniLM-L6-v2). Heads: Dozat and Manning's biaffine attention (2017).
"""

from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the network's parts."""

    upos: int
    xpos: int
    relations: int
    shapes: int
    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    feedforward: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    mixed_layers: int = 4
    arc: int = 400
    relation: int = 100
    tag: int = 200

    def as_dict(self) -> dict[str, int]:
        """The sizes by name, for the checkpoint."""
        return asdict(self)


class Layer(nn.Module):
    """One transformer layer with the norms after the residual sums, as in BERT."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        width = sizes.width
        self.heads, self.size = sizes.attention_heads, width // sizes.attention_heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_out = nn.LayerNorm(width, eps=1e-12)
        self.wide = nn.Linear(width, sizes.feedforward)
        self.narrow = nn.Linear(sizes.feedforward, width)
        self.norm_narrow = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """The next layer's states; `bias` (batch, 1, 1, pieces) is 0 at pieces and very negative at padding."""
        batch, length, width = states.shape
        both = self.query_key_value(states).view(batch, length, 3, self.heads, self.size)
        query, key, value = both.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        joined = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.norm_out(states + self.dropout(self.out(joined)))
        return self.norm_narrow(
            states + self.dropout(self.narrow(functional.gelu(self.wide(states))))
        )


class Encoder(nn.Module):
    """MiniLM with one addition: a vector per letter shape, zero at the start, added to the piece's vector."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.shapes = nn.Embedding(sizes.shapes, sizes.width)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """The states after the embeddings and after each layer; `mask` is 1 at pieces and 0 at padding."""
        bias = (1.0 - mask[:, None, None, :].float()) * -10000.0
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.words(ids) + self.positions(places) + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        found = [states]
        for layer in self.layers:
            states = layer(states, bias)
            found.append(states)
        return found

    def load_minilm(self, path: Path) -> None:
        """Take the weights of all-MiniLM-L6-v2 (`model.safetensors`)."""
        given = load_file(path)
        kinds = given["embeddings.token_type_embeddings.weight"][0]
        self.words.weight.data.copy_(given["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(given["embeddings.position_embeddings.weight"] + kinds)
        self.norm.weight.data.copy_(given["embeddings.LayerNorm.weight"])
        self.norm.bias.data.copy_(given["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(self.layers):
            at = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [given[f"{at}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
                getattr(layer.query_key_value, kind).data.copy_(torch.cat(parts))
                for ours, theirs in (
                    (layer.out, "attention.output.dense"),
                    (layer.norm_out, "attention.output.LayerNorm"),
                    (layer.wide, "intermediate.dense"),
                    (layer.narrow, "output.dense"),
                    (layer.norm_narrow, "output.LayerNorm"),
                ):
                    getattr(ours, kind).data.copy_(given[f"{at}{theirs}.{kind}"])


class Projection(nn.Module):
    """A linear layer with a leaky rectifier and dropout, one view of the word for one head."""

    def __init__(self, width: int, out: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(width, out)
        nn.init.orthogonal_(self.linear.weight)
        nn.init.zeros_(self.linear.bias)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor) -> Tensor:
        """The projected states."""
        return self.dropout(functional.leaky_relu(self.linear(states), 0.1))


class Parser(nn.Module):
    """Encoder, a learnt mix of its upper layers, and heads for arcs, relations and tags."""

    def __init__(self, sizes: Sizes, dropout: float = 0.33) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.mix = nn.Parameter(torch.zeros(sizes.mixed_layers))
        self.dropout = nn.Dropout(dropout)
        self.arc_dependent = Projection(sizes.width, sizes.arc, dropout)
        self.arc_head = Projection(sizes.width, sizes.arc, dropout)
        self.arc = nn.Parameter(torch.zeros(sizes.arc, sizes.arc))
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.relation_dependent = Projection(sizes.width, sizes.relation, dropout)
        self.relation_head = Projection(sizes.width, sizes.relation, dropout)
        self.relation = nn.Parameter(
            torch.zeros(sizes.relations, sizes.relation + 1, sizes.relation + 1)
        )
        self.tag = Projection(sizes.width, sizes.tag, dropout)
        self.upos = nn.Linear(sizes.tag, sizes.upos)
        self.xpos = nn.Linear(sizes.tag, sizes.xpos)

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, starts: Tensor) -> Tensor:
        """A state for the root (first) and for each word: its first piece, mixed over the upper layers."""
        states = self.encoder(ids, shapes, mask)[-self.sizes.mixed_layers :]
        weights = self.mix.softmax(0)
        mixed = sum(weights[place] * state for place, state in enumerate(states))
        return mixed.gather(1, starts[:, :, None].expand(-1, -1, self.sizes.width))

    def arcs(self, words: Tensor) -> Tensor:
        """Scores (batch, dependent, head); dependents start at the first word, heads at the root."""
        dependent, head = self.arc_dependent(words[:, 1:]), self.arc_head(words)
        return dependent @ self.arc @ head.transpose(1, 2) + (head @ self.arc_bias)[:, None, :]

    def relation_views(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Each word as dependent and, the root included, as head, with a 1 for the bias."""
        dependent, head = self.relation_dependent(words[:, 1:]), self.relation_head(words)
        return functional.pad(dependent, (0, 1), value=1.0), functional.pad(head, (0, 1), value=1.0)

    def tags(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the universal and the Penn tag of each word."""
        view = self.tag(words[:, 1:])
        return self.upos(view), self.xpos(view)

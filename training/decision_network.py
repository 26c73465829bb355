"""The decision network: windows of a report in; for every number what it counts, and who is pointed at, out.

The encoder is the parser's; mentions are found by pointing, as in Vinyals, Fortunato and Jaitly (2015).
"""

from dataclasses import asdict, dataclass

import torch
from network import Encoder, Sizes
from torch import Tensor, nn
from torch.nn import functional

from crossread.decide.inputs import FAR
from crossread.decide.sizes import CLASSES

TRUST = 2.5
"""What the rules' answer is worth at the start, in log odds; how much each rule is worth is learnt."""

PRIORS = ("claim_prior", "condition_prior", "population_prior", "trust", "marks", "unmarked")
"""The weights that say how far the rules are to be followed: few, and far from their place at the start."""

POINTERS = ("source", "source_party", "party")


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths and counts of the network's heads."""

    conditions: int
    populations: int
    refusals: int
    kinds: int
    near: int
    rules: int
    roles: int
    views: int = 6
    marks: int = 4
    rule: int = 24
    hidden: int = 320
    pointer: int = 128

    def as_dict(self) -> dict[str, int]:
        """The widths by name, for the checkpoint."""
        return asdict(self)


class Denials(nn.Module):
    """For each number the log odds that it is denied: from its state and from the words that it attends to."""

    def __init__(
        self, number: int, word: int, near: int, heads: int = 4, width: int = 24, hidden: int = 96
    ) -> None:
        super().__init__()
        self.heads, self.width = heads, width
        self.asking = nn.Linear(number + word, heads * width)
        self.asked = nn.Linear(word, heads * width)
        self.told = nn.Linear(word, heads * width)
        self.near = nn.Embedding(near, heads)
        nn.init.zeros_(self.near.weight)
        self.hidden = nn.Linear(number + word + heads * width, hidden)
        self.denied = nn.Linear(hidden, 1)

    def forward(
        self, number: Tensor, own: Tensor, words: Tensor, near: Tensor, starts: Tensor
    ) -> Tensor:
        """Scores (b, n) of numbers (b, n, h) with their own words (b, n, d) among all words (b, w, d)."""
        batch, count, _ = number.shape
        state = torch.cat([number, own], -1)
        asking = self.asking(state).view(batch, count, self.heads, self.width).transpose(1, 2)
        asked = self.asked(words).view(batch, -1, self.heads, self.width).permute(0, 2, 3, 1)
        told = self.told(words).view(batch, -1, self.heads, self.width).transpose(1, 2)
        held = asking @ asked / self.width**0.5 + self.near(near).permute(0, 3, 1, 2)
        held = held - 1e4 * (starts == 0).float()[:, None, None, :]  # padding
        heard = (held.softmax(-1) @ told).transpose(1, 2).reshape(batch, count, -1)
        return self.denied(functional.gelu(self.hidden(torch.cat([state, heard], -1))))[..., 0]


class Among(nn.Module):
    """Each number's state, told what is held of the numbers around it: how far off they stand, how near in size.

    It adds nothing before it has learnt (its last weights begin at zero).
    """

    def __init__(self, number: int, told: int, near: int, heads: int = 8, width: int = 32) -> None:
        super().__init__()
        self.heads, self.width = heads, width
        self.asking = nn.Linear(number + told, heads * width)
        self.asked = nn.Linear(number + told, heads * width)
        self.told = nn.Linear(number + told, heads * width)
        self.near = nn.Embedding(near, heads)
        self.alike = nn.Embedding(CLASSES, heads)
        self.out = nn.Linear(heads * width, number)
        for weight in (self.near.weight, self.alike.weight, self.out.weight, self.out.bias):
            nn.init.zeros_(weight)

    def forward(
        self, number: Tensor, told: Tensor, near: Tensor, numbers: Tensor, alike: Tensor
    ) -> Tensor:
        """States (b, n, h) from states, what is held of each (b, n, t) and the classes of every pair (b, n, n)."""
        batch, count, _ = number.shape
        state = torch.cat([number, told], -1)
        asking = self.asking(state).view(batch, count, self.heads, self.width).transpose(1, 2)
        asked = self.asked(state).view(batch, count, self.heads, self.width).permute(0, 2, 3, 1)
        heard = self.told(state).view(batch, count, self.heads, self.width).transpose(1, 2)
        apart = near.gather(2, numbers[:, None, :, 0].expand(-1, count, -1))
        held = asking @ asked / self.width**0.5
        held = held + (self.near(apart) + self.alike(alike)).permute(0, 3, 1, 2)
        held = held - 1e4 * (numbers.sum(-1) == 0).float()[:, None, None, :]  # padding
        mixed = (held.softmax(-1) @ heard).transpose(1, 2).reshape(batch, count, -1)
        return number + self.out(mixed)


class Decisions(nn.Module):
    """Encoder, a learnt mix of its layers, classes for each number, pointers from number and from speaker to word."""

    def __init__(self, sizes: Sizes, widths: Widths, dropout: float = 0.15) -> None:
        super().__init__()
        self.sizes, self.widths = sizes, widths
        self.encoder = Encoder(sizes)
        self.kinds = nn.Embedding(widths.kinds, sizes.width)
        nn.init.zeros_(self.kinds.weight)
        self.roles = nn.Embedding(widths.roles, sizes.width)
        nn.init.zeros_(self.roles.weight)
        self.mix = nn.Parameter(torch.zeros(sizes.layers + 1))
        self.dropout = nn.Dropout(dropout)
        self.condition_rule = nn.Embedding(widths.conditions + 1, widths.rule)
        self.population_rule = nn.Embedding(widths.populations + 1, widths.rule)
        self.refusal_rule = nn.Embedding(widths.refusals + 1, widths.rule)
        self.spoken_rule = nn.Embedding(3, widths.rule)
        self.rule_names = nn.Embedding(widths.rules + 1, widths.rule)
        self.number = nn.Linear(widths.views * sizes.width + 7 * widths.rule, widths.hidden)
        self.claim = nn.Linear(widths.hidden, 1)
        self.claim_prior = nn.Embedding(widths.refusals + 1, 1)
        self.condition_prior = nn.Embedding(widths.conditions + 1, widths.conditions)
        self.population_prior = nn.Embedding(widths.populations + 1, widths.populations)
        self.trust = nn.Embedding(widths.rules + 1, 2)
        nn.init.ones_(self.trust.weight)
        self.denials = Denials(widths.hidden, sizes.width, widths.near)
        self.condition = nn.Linear(widths.hidden, widths.conditions)
        self.among = Among(widths.hidden, widths.conditions + 1, widths.near)
        self.population = nn.Linear(widths.hidden, widths.populations)
        pointers = len(POINTERS)
        self.asking = nn.Linear(widths.hidden, pointers * widths.pointer)
        self.asked = nn.Linear(sizes.width, pointers * widths.pointer)
        self.nobody = nn.Linear(widths.hidden, pointers)
        self.near = nn.Embedding(widths.near, pointers)
        nn.init.zeros_(self.near.weight)
        self.marks = nn.Linear(widths.marks, pointers, bias=False)
        self.unmarked = nn.Parameter(torch.full((pointers,), TRUST))
        self.register_buffer("far", torch.tensor(FAR), persistent=False)
        self.office = nn.Linear(sizes.width, widths.hidden)
        self.office_asking = nn.Linear(widths.hidden, widths.pointer)
        self.office_asked = nn.Linear(sizes.width, widths.pointer)
        self.office_nobody = nn.Linear(widths.hidden, 1)
        self.office_apart = nn.Embedding(len(FAR) + 1, 1)
        nn.init.zeros_(self.office_apart.weight)
        self._trust_the_rules()

    def _trust_the_rules(self) -> None:
        """Before it has learnt anything the network answers as the rules do."""
        nn.init.zeros_(self.claim_prior.weight)
        self.claim_prior.weight.data[0], self.claim_prior.weight.data[1:-1] = TRUST / 2, -TRUST / 2
        for prior in (self.condition_prior.weight, self.population_prior.weight):
            nn.init.zeros_(prior)
            prior.data[1:] = TRUST * torch.eye(prior.shape[1])
        nn.init.zeros_(self.marks.weight)
        for pointer in range(len(POINTERS)):
            self.marks.weight.data[pointer, pointer] = TRUST

    def forward(
        self,
        ids: Tensor,
        shapes: Tensor,
        mask: Tensor,
        kinds: Tensor,
        roles: Tensor,
        starts: Tensor,
        numbers: Tensor,
        rules: Tensor,
        near: Tensor,
        marks: Tensor,
        alike: Tensor,
        offices: bool = False,
    ) -> tuple[Tensor, ...]:
        """Scores of claim (b, n), conditions (b, n, c), populations (b, n, p), pointers (b, n, 3, 1 + words).

        Then those of denied (b, n); with `offices`, which only training asks for, whose body speaks by each word.
        """
        encoder = self.encoder
        bias = (1.0 - mask[:, None, None, :].float()) * -10000.0
        places = torch.arange(ids.shape[1], device=ids.device)
        states = (
            encoder.words(ids)
            + encoder.positions(places)
            + encoder.shapes(shapes)
            + self.kinds(kinds)
            + self.roles(roles)
        )
        states = encoder.dropout(encoder.norm(states))
        upper = [states]
        for layer in encoder.layers:
            states = layer(states, bias)
            upper.append(states)
        weights = self.mix.softmax(0)
        mixed = sum(weights[i] * s for i, s in enumerate(upper))
        words = mixed.gather(1, starts[:, :, None].expand(-1, -1, self.sizes.width))
        batch, count, views = numbers.shape
        flat = numbers.view(batch, count * views)
        here = words.gather(1, flat[:, :, None].expand(-1, -1, self.sizes.width))
        here = here.view(batch, count, views * self.sizes.width)
        said = torch.cat(
            [
                self.condition_rule(rules[..., 0]),
                self.population_rule(rules[..., 1]),
                self.refusal_rule(rules[..., 2]),
                self.spoken_rule(rules[..., 3]),
                self.rule_names(rules[..., 4]),
                self.rule_names(rules[..., 5]),
                self.condition_rule(rules[..., 6]),
            ],
            -1,
        )
        number = functional.gelu(self.number(torch.cat([self.dropout(here), said], -1)))
        number = self.dropout(number)
        trust = self.trust(rules[..., 4])
        held = self.condition(number) + trust[..., :1] * self.condition_prior(rules[..., 0])
        real = (self.claim(number) + self.claim_prior(rules[..., 2])).sigmoid()
        told = torch.cat([held.softmax(-1) * real, real], -1)
        number = self.among(number, told, near, numbers, alike)
        pointers, width = len(POINTERS), self.widths.pointer
        asking = self.asking(number).view(batch, count, pointers, width).transpose(1, 2)
        asked = self.asked(self.dropout(words)).view(batch, -1, pointers, width).permute(0, 2, 3, 1)
        pointed = (asking @ asked / width**0.5).transpose(1, 2)  # b, n, 3, w
        pointed = pointed + self.near(near).transpose(2, 3) + self.marks(marks).transpose(2, 3)
        silent = (1.0 - marks[..., :pointers].amax(2)) * (rules[..., 3:4] > 0)
        nobody = self.nobody(number) + silent * self.unmarked
        scores = (
            self.claim(number)[..., 0] + self.claim_prior(rules[..., 2])[..., 0],
            self.condition(number) + trust[..., :1] * self.condition_prior(rules[..., 0]),
            self.population(number) + trust[..., 1:] * self.population_prior(rules[..., 1]),
            torch.cat([nobody[..., None], pointed], -1),
            self.denials(number, here[..., : self.sizes.width], self.dropout(words), near, starts),
        )
        return (*scores, self._offices(words)) if offices else scores

    def _offices(self, words: Tensor) -> Tensor:
        """The scores (b, words, 1 + words) of nobody and of each word as the body of who speaks by a word."""
        asking = self.dropout(functional.gelu(self.office(self.dropout(words))))
        asked = self.office_asked(self.dropout(words)).transpose(1, 2)
        scores = self.office_asking(asking) @ asked / self.widths.pointer**0.5
        at = torch.arange(words.shape[1], device=words.device)
        apart = (at[None, :, None] - at[:, None, None] > self.far).sum(-1)
        scores = scores + self.office_apart(apart)[..., 0]
        return torch.cat([self.office_nobody(asking), scores], -1)

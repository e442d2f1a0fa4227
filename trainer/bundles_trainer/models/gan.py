"""Generative adversarial recommender over whole profiles (Chae et al. 2018, CFGAN)."""
import math

import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer.models.sets import SET_OPTIONS, Bag, SetTask, as_vectors, multinomial_loss, summed_bag
from bundles_trainer.models.vae import start_bias, start_vectors
from bundles_trainer.network import Network
from bundles_trainer.options import Option, with_defaults


class Generator(Network):
    """condition (what is known of a set) -> tanh -> logits of every item; sigmoid makes them a profile."""

    signature = "set"

    def __init__(self, items, length, hidden):
        super().__init__({"items": items, "length": length, "hidden": hidden})
        self.inputs = [("items", "int64", [length])]
        self.outputs = [("scores", "float32", [items])]
        self.first = Bag(items, hidden)
        self.first_bias = nn.Parameter(torch.zeros(hidden))
        self.to_items = nn.Linear(hidden, items)
        nn.init.normal_(self.to_items.weight, std=0.02)

    def forward(self, items):
        return self.to_items(torch.tanh(self.first(items) + self.first_bias))


class Discriminator(nn.Module):
    """(profile, condition) -> logit of being real. `frozen` lets gradients through to the profile alone."""

    def __init__(self, items, hidden):
        super().__init__()
        self.of_profile = nn.Parameter(torch.randn(hidden, items) / math.sqrt(items))
        self.of_condition = nn.Parameter(torch.randn(items, hidden) / math.sqrt(hidden))
        self.bias = nn.Parameter(torch.zeros(hidden))
        self.out = nn.Parameter(torch.randn(hidden) / math.sqrt(hidden))

    def forward(self, profile, condition, frozen=False):
        parts = (self.of_profile, self.of_condition, self.bias, self.out)
        of_profile, of_condition, bias, out = (part.detach() for part in parts) if frozen else parts
        size = profile.sum(1, keepdim=True).clamp(min=1.0).sqrt()
        return torch.tanh(F.linear(profile / size, of_profile) + summed_bag(F.embedding((condition - 1).clamp(min=0), of_condition), condition) + bias) @ out


class GanTask(SetTask):
    """Both players step at once: the discriminator's loss does not reach the generator, nor the generator's the discriminator.

    Profiles are compared where something was bought or a draw of other items fell (partial masking), and the generator pays
    for what it gives to another draw (zero reconstruction). A share of likelihood keeps small data from collapsing."""

    OPTIONS = with_defaults(SET_OPTIONS, hidden=128, learningRate=3e-3, inputDropout=0.3) + (
        Option("maskedShare", 0.3, "share of other items that both profiles are compared on", 0.0, 1.0),
        Option("zeroShare", 0.3, "share of other items drawn for zero reconstruction", 0.0, 1.0),
        Option("zeroWeight", 0.5, "weight of zero reconstruction", 0.0, 100.0),
        Option("likelihood", 0.2, "weight of the multinomial likelihood beside the game; 0: the paper's game alone", 0.0, 100.0),
    )

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        self.network = Generator(dataset.items, self.length, settings["hidden"])
        start_bias(self.network.to_items.bias, self.counts)
        if settings["start"] == "company":
            start_vectors(self.network, self.company(settings["hidden"]))
        self.discriminator = Discriminator(dataset.items, settings["hidden"])

    def loss(self, batch):
        condition, real = batch["items"], as_vectors(batch["aims"], self.dataset.items)
        logits = self.network(condition).float()
        profile = torch.sigmoid(logits)
        others = 1 - real
        compared = real + others * (torch.rand_like(real) < self.settings["maskedShare"])
        zeros = others * (torch.rand_like(real) < self.settings["zeroShare"])
        fake = profile * compared
        judged_real = self.discriminator(real, condition)
        judged_fake = self.discriminator(fake.detach(), condition)
        told_apart = F.softplus(-judged_real.float()).mean() + F.softplus(judged_fake.float()).mean()
        deceived = F.softplus(-self.discriminator(fake, condition, frozen=True).float()).mean()
        zero = (profile**2 * zeros).sum(1).mean()
        game = told_apart + deceived + self.settings["zeroWeight"] * zero
        return game + self.settings["likelihood"] * multinomial_loss(logits, batch["aims"])

    def embeddings(self):
        return self.network.to_items.weight.detach().cpu().numpy()

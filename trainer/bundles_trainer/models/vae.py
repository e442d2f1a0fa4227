"""Variational autoencoder with a multinomial likelihood (Liang et al. 2018, Mult-VAE)."""
import numpy as np
import torch
from torch import nn

from bundles_trainer.models.blocks import started
from bundles_trainer.models.sets import SET_OPTIONS, Bag, SetTask, multinomial_loss
from bundles_trainer.network import Network
from bundles_trainer.options import Option


class Vae(Network):
    """x / ||x|| -> tanh -> N(mu, sigma) -> tanh -> softmax over items; scores are the logits at z = mu."""

    signature = "set"

    def __init__(self, items, length, dim, hidden):
        super().__init__({"items": items, "length": length, "dim": dim, "hidden": hidden})
        self.inputs = [("items", "int64", [length])]
        self.outputs = [("scores", "float32", [items])]
        self.first = Bag(items, hidden)
        self.first_bias = nn.Parameter(torch.zeros(hidden))
        self.to_code = nn.Linear(hidden, 2 * dim)
        self.widen = nn.Linear(dim, hidden)
        self.to_items = nn.Linear(hidden, items)
        nn.init.normal_(self.to_items.weight, std=0.02)

    def encode(self, ids):
        """(mu, log variance) of the code."""
        return self.to_code(torch.tanh(self.first(ids) + self.first_bias)).chunk(2, dim=-1)

    def decode(self, code):
        return self.to_items(torch.tanh(self.widen(code)))

    def forward(self, items):
        return self.decode(self.encode(items)[0])


class VaeTask(SetTask):
    """loss = -log likelihood + beta KL(q(z | x) || N(0, 1)), beta climbing from 0 to its cap."""

    OPTIONS = SET_OPTIONS + (
        Option("klWeight", 0.2, "highest weight of the divergence", 0.0, 10.0),
        Option("klClimb", 0.3, "share of the run in which it climbs", 0.001, 1.0),
    )

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        self.network = Vae(dataset.items, self.length, settings["dim"], settings["hidden"])
        start_bias(self.network.to_items.bias, self.counts)
        if settings["start"] == "company":
            self._start_from_company(settings["dim"])

    def _start_from_company(self, dim):
        """Item vectors begin near those of the same rows, and the layers between pass on as much of them as the code has room for."""
        network, kept = self.network, min(dim, self.settings["hidden"])
        start_vectors(network, self.company(kept))
        with torch.no_grad():
            network.to_code.weight[:kept, :kept] += torch.eye(kept)
            network.to_code.bias[dim:] = -2.0
            network.widen.weight[:kept, :kept] += torch.eye(kept)

    def loss(self, batch):
        mean, log_variance = self.network.encode(batch["items"])
        code = mean + torch.randn_like(mean) * torch.exp(0.5 * log_variance)
        divergence = 0.5 * (mean.float() ** 2 + log_variance.float().exp() - 1 - log_variance.float()).sum(1).mean()
        beta = self.settings["klWeight"] * (batch["done"] / self.settings["klClimb"]).clamp(max=1.0)
        return multinomial_loss(self.network.decode(code), batch["aims"]) + beta * divergence

    def embeddings(self):
        return self.network.to_items.weight.detach().cpu().numpy()


def start_vectors(network, vectors):
    """Both ends of a network of sets begin near the items of the same rows: `first` and `to_items`, in their first directions."""
    wide = np.zeros((vectors.shape[0], network.first.weight.shape[1]), dtype=np.float32)
    wide[:, : vectors.shape[1]] = vectors
    with torch.no_grad():
        for weight in (network.first.weight, network.to_items.weight):
            weight.copy_(started(weight, wide, 1.0))


def start_bias(bias, counts):
    """Begins at popularity: log shares, one added to every count."""
    shares = torch.as_tensor(counts, dtype=torch.float32) + 1
    with torch.no_grad():
        bias.copy_(torch.log(shares / shares.mean()))

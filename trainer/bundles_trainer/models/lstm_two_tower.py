"""Two towers (Covington et al. 2016; Yi et al. 2019): an LSTM over behaviour, and an item tower over ids and features."""
import math

import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer.models.blocks import ItemTable, started
from bundles_trainer.models.item_features import FeatureSum, feature_arrays
from bundles_trainer.models.repeats import Repeats, with_repeats
from bundles_trainer.models.sequences import PREDICT, SEQUENCE_OPTIONS, SequenceTask
from bundles_trainer.models.softmax import softmax_loss
from bundles_trainer.network import Network
from bundles_trainer.options import with_defaults


class ItemTower(nn.Module):
    """id vector + features -> layer with a shortcut -> item vector. Only its outputs are exported."""

    def __init__(self, items, sizes, dim, dropout):
        super().__init__()
        self.ids = nn.Parameter(0.5 * torch.randn(items, dim) / math.sqrt(dim))
        self.features = FeatureSum(sizes, dim) if sizes else None
        self.mix = nn.Sequential(nn.LayerNorm(dim), nn.Linear(dim, dim), nn.GELU(), nn.Dropout(dropout), nn.Linear(dim, dim))
        nn.init.normal_(self.mix[-1].weight, std=0.02)

    def forward(self, features):
        x = self.ids
        if self.features is not None:
            x = x + self.features(features)
        return x + self.mix(x)


class LstmTwoTower(Network):
    """user vector = layer(LSTM state, mean of the history's vectors, size of the history); scores = user . item vectors + bias."""

    signature = "sequence"

    def __init__(self, items, length, actions, dim, dropout, repeats=False):
        super().__init__(
            {"items": items, "length": length, "actions": actions, "dim": dim, "dropout": dropout, "repeats": repeats}
        )
        self.inputs = [("items", "int64", [length])] + ([("actions", "int64", [length])] if actions else [])
        self.outputs = [("scores", "float32", [items])]
        self.table = ItemTable(items, dim)
        self.table.weight.requires_grad_(False)
        self.table.pad.requires_grad_(False)
        self.start = nn.Parameter(torch.zeros(dim))
        self.actions = nn.Embedding(actions + 1, dim) if actions else None
        self.lstm = nn.LSTM(dim, dim, batch_first=True)
        buckets = torch.tensor([size.bit_length() for size in range(length + 1)])
        self.register_buffer("bucket", buckets, persistent=False)
        self.sizes = nn.Embedding(int(buckets[-1]) + 1, dim)
        self.drop = nn.Dropout(dropout)
        self.user = nn.Sequential(nn.Linear(3 * dim, 2 * dim), nn.GELU(), nn.Dropout(dropout), nn.Linear(2 * dim, dim), nn.LayerNorm(dim))
        self.repeats = Repeats(length, items) if repeats else None

    def hidden(self, items, actions=None, vectors=None, newest_only=False):
        """User vectors after each entry [n, width, dim], or after the last one [n, 1, dim].

        Rows come left-padded. The LSTM reads them from their first entry on, behind a start vector, so that its state does not
        depend on the number of pads; what it makes of the pads behind the end is never read."""
        width = items.shape[1]
        there = (items > 0).long()
        number = there.sum(1, keepdim=True)
        place = torch.arange(width, device=items.device)[None]
        forward = (place + width - number) % width
        numbers = (items - 1).clamp(min=0)
        x = self.table.rows(numbers) if vectors is None else F.embedding(numbers, vectors)
        x = x * there[..., None].to(x.dtype)
        summed = x.cumsum(1)
        if self.actions is not None:
            x = x + self.actions(actions)
        x = x.gather(1, forward[..., None].expand(-1, -1, x.shape[2]))
        x = torch.cat([self.start.expand(items.shape[0], 1, -1), self.drop(x)], dim=1)
        zero = torch.zeros(1, items.shape[0], self.lstm.hidden_size, dtype=x.dtype, device=x.device)
        states, _ = self.lstm(x, (zero, zero))
        if newest_only:
            read, summed, sofar = number, summed[:, -1:], number
        else:
            read = (place - (width - number) + 1).clamp(min=0)
            sofar = there.cumsum(1)
        states = states.gather(1, read[..., None].expand(-1, -1, states.shape[2]))
        mean = summed / sofar.clamp(min=1)[..., None].to(summed.dtype)
        return self.user(torch.cat([states, mean, self.sizes(self.bucket[sofar])], dim=-1))

    def forward(self, items, actions=None):
        return with_repeats(self.table.scores(self.hidden(items, actions, newest_only=True)[:, 0]), self.repeats, items)


class LstmTwoTowerTask(SequenceTask):
    """Learns both towers together by naming the next item at every position."""

    OPTIONS = with_defaults(SEQUENCE_OPTIONS, length=30) + (PREDICT,)

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        known = len(dataset.actions) if self.reads_actions else 0
        features = feature_arrays(dataset)
        for name, array in features.items():
            self.register_buffer(f"feature_{name}", torch.from_numpy(array), persistent=False)
        self._features = sorted(features)
        sizes = {name: int(features[name].max(initial=0)) + 1 for name in self._features}
        self.tower = ItemTower(dataset.items, sizes, settings["dim"], settings["dropout"])
        self.network = LstmTwoTower(dataset.items, self.length, known, settings["dim"], settings["dropout"], self.by_basket)
        self.network.table.start_from_counts(self.counts)
        with torch.no_grad():
            self.tower.ids.copy_(started(self.tower.ids, self.company(), 0.5))

    def item_vectors(self):
        return self.tower({name: getattr(self, f"feature_{name}") for name in self._features})

    def loss(self, batch):
        vectors = self.item_vectors()
        hidden = self.asked(self.network.hidden(batch["items"], batch.get("actions"), vectors), batch)
        return softmax_loss(vectors, self.network.table.bias, hidden, batch, repeats=self.network.repeats)

    def logits_of(self, network, inputs):
        if network is not self.network:
            return super().logits_of(network, inputs)
        vectors = self.item_vectors()
        hidden = network.hidden(inputs["items"], inputs.get("actions"), vectors, newest_only=True)
        return with_repeats(F.linear(hidden[:, 0], vectors, network.table.bias), network.repeats, inputs["items"])

    def quality(self, runtime):
        with torch.no_grad():
            self.network.table.weight.copy_(self.item_vectors())
        return super().quality(runtime)

    def embeddings(self):
        return self.network.table.weight.detach().cpu().numpy()

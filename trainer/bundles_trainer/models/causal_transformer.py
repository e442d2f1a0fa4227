"""Causal transformer over item sequences (Kang and McAuley 2018, SASRec), with a softmax over all items instead of one negative."""
import torch
from torch import nn

from bundles_trainer.failures import BadInput
from bundles_trainer.models.blocks import ItemTable, Trunk
from bundles_trainer.models.repeats import Repeats, with_repeats
from bundles_trainer.models.sequences import PREDICT, SEQUENCE_OPTIONS, SequenceTask
from bundles_trainer.models.softmax import IGNORED, softmax_loss
from bundles_trainer.network import Network
from bundles_trainer.options import Option

TRANSFORMER_OPTIONS = (
    Option("layers", 2, "transformer layers", 1, 64),
    Option("heads", 2, "attention heads; must divide dim", 1, 64),
)


class CausalTransformer(Network):
    """scores = LayerNorm(trunk(newest position)) . item vectors + bias, and a term for what is bought again where `repeats`."""

    signature = "sequence"

    def __init__(self, items, length, actions, dim, heads, layers, dropout, repeats=False):
        super().__init__(
            {
                "items": items, "length": length, "actions": actions, "dim": dim, "heads": heads, "layers": layers,
                "dropout": dropout, "repeats": repeats,
            }
        )
        self.inputs = [("items", "int64", [length])] + ([("actions", "int64", [length])] if actions else [])
        self.outputs = [("scores", "float32", [items])]
        self.table = ItemTable(items, dim)
        self.actions = nn.Embedding(actions + 1, dim) if actions else None
        if actions:
            nn.init.normal_(self.actions.weight, std=0.02)
        self.trunk = Trunk(dim, heads, layers, length, dropout, causal=True)
        self.repeats = Repeats(length, items) if repeats else None

    def hidden(self, items, actions=None, newest_only=False):
        """[n, width, dim], or [n, 1, dim] of the newest position."""
        x = self.table.embed(items)
        if self.actions is not None:
            x = x + self.actions(actions)
        return self.trunk(x, items, newest_only)

    def forward(self, items, actions=None):
        return with_repeats(self.table.scores(self.hidden(items, actions, newest_only=True)[:, 0]), self.repeats, items)


class CausalTransformerTask(SequenceTask):
    """Learns to name the next item at every position of a row at once."""

    OPTIONS = SEQUENCE_OPTIONS + TRANSFORMER_OPTIONS + (PREDICT,)

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        check_heads(settings)
        actions = len(dataset.actions) if self.reads_actions else 0
        self.network = CausalTransformer(
            dataset.items, self.length, actions, settings["dim"], settings["heads"], settings["layers"], settings["dropout"],
            self.by_basket,
        )
        self.network.table.start_from_counts(self.counts)
        self.network.table.start_from_company(self.company())

    def loss(self, batch):
        hidden = self.asked(self.network.hidden(batch["items"], batch.get("actions")), batch)
        return softmax_loss(self.network.table.weight, self.network.table.bias, hidden, batch, repeats=self.network.repeats)

    def distance_to_teacher(self, batch):
        """At every position that has a target, where the teacher is of this kind: as many lessons from a row as it has entries."""
        teacher = self._teacher[0].to(batch["items"].device)
        if type(teacher) is not CausalTransformer or self.by_basket or teacher.inputs[0][2][0] < batch["items"].shape[1]:
            return super().distance_to_teacher(batch)
        counted = batch["targets"] != IGNORED
        if not counted.any():
            return self.network.table.bias.sum() * 0.0
        with torch.no_grad():
            theirs = teacher.table.scores(teacher.hidden(*(batch[name] for name, _, _ in teacher.inputs))[counted])
        mine = self.network.table.scores(self.network.hidden(*(batch[name] for name, _, _ in self.network.inputs))[counted])
        return self.divergence(theirs, mine)

    def embeddings(self):
        return self.network.table.weight.detach().cpu().numpy()


def check_heads(settings):
    """Refuses (BadInput) widths that do not share out evenly."""
    if settings["dim"] % settings["heads"]:
        raise BadInput(f"dim {settings['dim']} is not a multiple of heads {settings['heads']}")

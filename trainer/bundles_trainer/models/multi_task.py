"""One transformer, a head for each action and one for the next category; task weights by uncertainty (Kendall et al. 2018)."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer.failures import BadInput
from bundles_trainer.models.causal_transformer import TRANSFORMER_OPTIONS, CausalTransformer, check_heads
from bundles_trainer.models.repeats import with_repeats
from bundles_trainer.models.sequences import PREDICT, SEQUENCE_OPTIONS, SequenceTask
from bundles_trainer.models.softmax import IGNORED, softmax_loss
from bundles_trainer.options import Option

FEWEST_TARGETS = 20


class MultiTaskTransformer(CausalTransformer):
    """The causal transformer with the served head between its trunk and the item vectors."""

    def __init__(self, **spec):
        super().__init__(**spec)
        dim = spec["dim"]
        self.head = nn.Linear(dim, dim)
        begin_as_identity(self.head)

    def forward(self, items, actions=None):
        return with_repeats(self.table.scores(self.head(self.hidden(items, actions, newest_only=True)[:, 0])), self.repeats, items)


class MultiTask(SequenceTask):
    """At every position: the next item of each action, and the category of the next item.

    loss = sum over tasks of exp(-s) loss + s / 2, s = log sigma^2 learned; only the head of `servedAction` is exported."""

    OPTIONS = SEQUENCE_OPTIONS + TRANSFORMER_OPTIONS + (
        PREDICT,
        Option("servedAction", "", "action whose head answers; empty: purchase, or the last one that happens often enough"),
    )

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        check_heads(settings)
        self._kinds = self._frequent_actions()
        self._leaf = self._leaves()
        if not self._kinds and self._leaf is None:
            raise BadInput("model 'multi-task' needs the tensor 'row_actions' or 'item_categories'; the dataset holds neither")
        served = settings["servedAction"]
        names = [name for name, _ in self._kinds] or ["next"]
        if served and served not in names:
            raise BadInput(f"servedAction is '{served}'; the dataset has enough of {', '.join(names)}")
        self._served = served or ("purchase" if "purchase" in names else names[-1])
        self._others = [name for name in names if name != self._served]
        self._next = self._ahead()
        known = len(dataset.actions) if self.reads_actions else 0
        self.network = MultiTaskTransformer(
            items=dataset.items, length=self.length, actions=known, dim=settings["dim"], heads=settings["heads"],
            layers=settings["layers"], dropout=settings["dropout"], repeats=self.by_basket,
        )
        self.network.table.start_from_counts(self.counts)
        self.network.table.start_from_company(self.company())
        self.heads = nn.ModuleList(nn.Linear(settings["dim"], settings["dim"]) for _ in self._others)
        for head in self.heads:
            begin_as_identity(head)
        categories = int(self._leaf.max()) + 1 if self._leaf is not None else 0
        self.category_head = nn.Linear(settings["dim"], categories) if categories else None
        self.tasks = names + (["category"] if categories else [])
        self.log_variance = nn.Parameter(torch.zeros(len(self.tasks)))

    def _frequent_actions(self):
        """(name, number) of the actions that happen often enough to learn from."""
        if "row_actions" not in self.dataset.tensors:
            return []
        counts = np.bincount(np.asarray(self.dataset.tensors["row_actions"]), minlength=len(self.dataset.actions))
        return [(name, n) for n, name in enumerate(self.dataset.actions) if counts[n] >= FEWEST_TARGETS]

    def _leaves(self):
        """The leaf category of each item, -1 where none is known; None where no item has one."""
        if "item_categories" not in self.dataset.tensors or len(self.dataset.tensors["item_categories"]) == 0:
            return None
        offsets = np.asarray(self.dataset.tensors["item_categories_offsets"])
        values = np.asarray(self.dataset.tensors["item_categories"])
        return np.where(np.diff(offsets) > 0, values[np.maximum(offsets[1:] - 1, 0)], -1).astype(np.int64)

    def begin_pass(self, chance):
        super().begin_pass(chance)
        self._next = self._ahead()

    def _ahead(self):
        return {name: self._next_of(number) for name, number in self._kinds}

    def _next_of(self, action):
        """For every entry the first one from it on, in the same row, with this action; -1 where there is none."""
        actions = np.asarray(self.dataset.tensors["row_actions"])[self.order]
        offsets = np.asarray(self.dataset.offsets)
        none = len(actions)
        at = np.where(actions == action, np.arange(none), none)
        ahead = np.minimum.accumulate(at[::-1])[::-1] if none else at
        row_end = np.repeat(offsets[1:], np.diff(offsets))
        return np.where(ahead < row_end, ahead, -1)

    def batch(self, which, chance):
        batch = self.next_batch(which, chance)
        target, is_target, _, _ = self.columns(which)
        for name in self.tasks:
            if name == "category":
                leaf = self._leaf[self.items_of[target]]
                batch["to_category"] = np.where(is_target & (leaf >= 0), leaf, IGNORED)
            elif name in self._next:
                ahead = self._next[name][target]
                items = self.items_of[np.maximum(ahead, 0)].astype(np.int64)
                batch[f"to_{name}"] = np.where(is_target & (ahead >= 0), items, IGNORED)
            else:
                batch[f"to_{name}"] = batch["targets"]
        return batch

    def loss(self, batch):
        hidden = self.asked(self.network.hidden(batch["items"], batch.get("actions")), batch)
        table = self.network.table
        heads = dict(zip(self._others, self.heads))
        total = 0.0
        for number, name in enumerate(self.tasks):
            aims = batch[f"to_{name}"]
            if name == "category":
                counted = aims != IGNORED
                part = F.cross_entropy(self.category_head(hidden[counted]).float(), aims[counted]) if counted.any() else None
            else:
                head = self.network.head if name == self._served else heads[name]
                part = softmax_loss(table.weight, table.bias, head(hidden), batch, f"to_{name}", self.network.repeats)
            if part is not None:
                spread = self.log_variance[number]
                total = total + torch.exp(-spread) * part + spread / 2
        return total

    def embeddings(self):
        return self.network.table.weight.detach().cpu().numpy()

    def learned(self):
        weights = torch.exp(-self.log_variance.detach()).tolist()
        return {"served": self._served, "taskWeights": {name: round(weight, 6) for name, weight in zip(self.tasks, weights)}}


def begin_as_identity(linear):
    """A head that starts by passing on what it is given."""
    with torch.no_grad():
        linear.weight.copy_(torch.eye(linear.weight.shape[0]))
        linear.bias.zero_()

"""Rows as sets of items, for all models of signature `set`."""
import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer.models.company import START, company
from bundles_trainer.models.task import Task
from bundles_trainer.options import LOOP, Option, with_defaults
from bundles_trainer.windows import Windows, basket_offsets

SET_OPTIONS = with_defaults(LOOP, learningRate=1e-3, epochs=60, patience=6) + (
    Option("length", 100, "most items of a set that the model reads", 1, 4096),
    Option("dim", 64, "width of the innermost layer", 2, 4096),
    Option("hidden", 200, "width of the layers around it", 2, 16384),
    Option("inputDropout", 0.5, "share of a set's items left out of the input while learning", 0.0, 0.95),
    Option("rows", "history", "history: a row is a set; basket: each basket of a row is one", among=("history", "basket")),
    START,
)


class Bag(nn.Embedding):
    """sum of the ids' rows / sqrt(their number): the first layer of a network over x / ||x||, x the set's 0-1 vector.

    ids int64 [n, width], item + 1, 0 pads; an empty set gives 0."""

    def __init__(self, items, dim):
        super().__init__(items, dim)
        nn.init.normal_(self.weight, std=1 / math.sqrt(dim))

    def forward(self, ids):
        return summed_bag(super().forward((ids - 1).clamp(min=0)), ids)


def summed_bag(rows, ids):
    """rows float [n, width, dim] of ids int64 [n, width]."""
    there = (ids > 0).to(rows.dtype)
    return (rows * there[..., None]).sum(1) / there.sum(1, keepdim=True).clamp(min=1.0).sqrt()


class SetTask(Task):
    """Sets of the dataset without repeats; sets of held-out rows hide one item each."""

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        offsets = np.asarray(dataset.offsets)
        if settings["rows"] == "basket":
            dataset.require("of baskets", "row_baskets")
            offsets = basket_offsets(offsets, np.asarray(dataset.tensors["row_baskets"]))
        row = np.repeat(np.arange(len(offsets) - 1, dtype=np.int64), np.diff(offsets))
        keys = np.unique(row * dataset.items + np.asarray(dataset.tensors["row_items"], dtype=np.int64))
        self.items_of = (keys % max(dataset.items, 1)).astype(np.int64)
        sizes = np.bincount(keys // max(dataset.items, 1), minlength=len(offsets) - 1)
        borders = np.concatenate([[0], np.cumsum(sizes)])
        self.all = Windows(borders[:-1], borders[1:])
        self.length = int(min(settings["length"], max(sizes.max(initial=1), 2)))
        chance = np.random.Generator(np.random.PCG64([seed, 3]))
        fit = np.flatnonzero(sizes > 1)
        held = np.sort(chance.permutation(fit)[: min(int(len(fit) * settings["heldOut"]), settings["heldOutMost"])])
        kept = sizes > 0
        kept[held] = False
        self.kept = np.flatnonzero(kept)
        self.examples = len(self.kept)
        self.counts = np.bincount(self.items_of[np.repeat(kept, sizes)], minlength=dataset.items)
        self.held = self._held(held, sizes, chance)

    def company(self, dim):
        """Where item vectors begin, float32 [items, dim]: by the sets that are learned from."""
        if self.settings["start"] == "chance":
            return np.zeros((self.dataset.items, dim), dtype=np.float32)
        sizes = self.all.ends - self.all.starts
        chosen = np.zeros(len(sizes), dtype=bool)
        chosen[self.kept] = True
        offsets = np.concatenate([[0], np.cumsum(sizes[chosen])])
        return company(offsets, self.items_of[np.repeat(chosen, sizes)], self.dataset.items, dim, self.seed)

    def inputs(self):
        return [("items", "int64", [self.length])]

    def _held(self, held, sizes, chance):
        if len(held) == 0:
            return None
        ids = self.all.padded(held, self.items_of, int(sizes[held].max()))
        hidden = ids.shape[1] - 1 - (chance.random(len(held)) * sizes[held]).astype(np.int64)
        rows = np.arange(len(held))
        targets = ids[rows, hidden] - 1
        ids[rows, hidden] = 0
        return {"items": self._shortened(ids, chance)}, targets

    def _shortened(self, ids, chance):
        """At most `length` of each row's ids, drawn where there are more; always [n, length], pads on the left."""
        keys = np.where(ids > 0, chance.random(ids.shape) + 1, 0)
        order = np.argsort(keys, axis=1, kind="stable")[:, -self.length :]
        taken = np.take_along_axis(ids, order, axis=1)
        return np.pad(taken, ((0, 0), (self.length - taken.shape[1], 0)))

    def batch(self, which, chance):
        """`items`: the input, with some left out; `aims`: the whole set; both int64, item + 1, 0 pads."""
        rows = self.kept[which]
        aims = self.all.padded(rows, self.items_of, max(self.all.longest(rows), 1))
        left = np.where(chance.random(aims.shape) < self.settings["inputDropout"], 0, aims)
        items = self._shortened(left, chance) if left.shape[1] > self.length else left
        return {"items": items, "aims": aims}

    def teacher_inputs(self, batch):
        return {"items": batch["items"]}

    def samples(self):
        sizes = self.all.ends - self.all.starts
        chance = np.random.Generator(np.random.PCG64([self.seed, 4]))
        filled = np.flatnonzero(sizes)
        rows = np.concatenate([[int(np.argmax(sizes))] * 2, filled[chance.integers(0, len(filled), 22)]])
        ids = self._shortened(self.all.padded(rows, self.items_of, int(sizes[rows].max())), chance)
        ids[0] = 0
        return {"items": ids}


def multinomial_loss(logits, aims):
    """-sum over the set of log softmax(logits), the mean over rows. aims int64 [n, width], item + 1, 0 pads."""
    there = (aims > 0).float()
    chosen = F.log_softmax(logits.float(), dim=-1).gather(1, (aims - 1).clamp(min=0))
    return -(chosen * there).sum(1).mean()


def as_vectors(ids, items):
    """The sets' 0-1 vectors, float [n, items]."""
    vectors = torch.zeros(ids.shape[0], items + 1, device=ids.device)
    return vectors.scatter(1, ids, 1.0)[:, 1:]

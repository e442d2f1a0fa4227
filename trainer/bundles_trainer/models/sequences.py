"""Rows as sequences: windows to learn from, held-out rows, and parity samples, for all models of signature `sequence`."""
import numpy as np

from bundles_trainer.models.softmax import IGNORED, Draws
from bundles_trainer.models.task import Task
from bundles_trainer.options import LOOP, Option
from bundles_trainer.windows import Windows, cut

SEQUENCE_OPTIONS = LOOP + (
    Option("length", 50, "entries of a row that the model sees", 2, 4096),
    Option("dim", 64, "width of the vectors", 4, 4096),
    Option("dropout", 0.2, "share of activations left out while learning", 0.0, 0.95),
    Option("useActions", True, "read what was done with each item, where known"),
    Option("sampledFrom", 5000, "from so many items on, the softmax is sampled", 1, 1 << 31),
    Option("negatives", 1024, "items drawn for a sampled softmax", 1, 1 << 20),
)
PREDICT = Option(
    "predict", "auto", "item: the next entry; basket: an item of the next basket; auto: basket where baskets of rows are known",
    among=("auto", "item", "basket"),
)


class SequenceTask(Task):
    """Rows of a dataset as left-padded windows. `windows` are learned from, `held` is judged by."""

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        self.length = settings["length"]
        self.reads_actions = settings["useActions"] and "row_actions" in dataset.tensors and len(dataset.actions) > 1
        self.items_of = np.asarray(dataset.tensors["row_items"])
        self.actions_of = np.asarray(dataset.tensors["row_actions"]) if self.reads_actions else None
        self.by_basket = settings.get("predict", "item") != "item" and "row_baskets" in dataset.tensors
        offsets = np.asarray(dataset.offsets)
        self.basket_first, self.basket_size = self._baskets(offsets)
        held = self._choose_held(offsets)
        kept = np.ones(dataset.rows, dtype=bool)
        kept[held] = False
        counts = np.diff(offsets)
        lengths = np.where(kept, counts, 0)
        self.windows, self.begins = self._windows(offsets, lengths)
        self.examples = len(self.windows)
        in_kept = np.repeat(kept, counts)
        self.counts = np.bincount(self.items_of[in_kept], minlength=dataset.items)
        self.held = self._held(offsets, held)
        self._draws = Draws(self.counts, settings["negatives"]) if dataset.items >= settings["sampledFrom"] else None

    def inputs(self):
        named = [("items", "int64", [self.length])]
        return named + [("actions", "int64", [self.length])] if self.reads_actions else named

    def _baskets(self, offsets):
        entries = len(self.items_of)
        if not self.by_basket:
            return np.ones(entries, dtype=bool), np.ones(entries, dtype=np.int64)
        from bundles_trainer.windows import basket_offsets

        borders = basket_offsets(offsets, np.asarray(self.dataset.tensors["row_baskets"]))
        first = np.zeros(entries, dtype=bool)
        first[borders[:-1]] = True
        return first, np.repeat(np.diff(borders), np.diff(borders))

    def _windows(self, offsets, lengths):
        windows, begins = cut(offsets, self.length)
        row = np.searchsorted(offsets, windows.starts, side="right") - 1
        learned = lengths[row] > 0
        return Windows(windows.starts[learned], windows.ends[learned]), begins[learned]

    def _last_target(self, starts, ends):
        """Entry that begins what a row's end hides: its last entry, or the first of its last basket."""
        last = ends - 1
        if not self.by_basket:
            return last
        firsts = np.flatnonzero(self.basket_first)
        return firsts[np.searchsorted(firsts, last, side="right") - 1]

    def _choose_held(self, offsets):
        """Rows kept aside: of those with something before their last target, a share drawn by the seed."""
        starts, ends = offsets[:-1], offsets[1:]
        whole = np.flatnonzero(ends > starts)
        fit = whole[self._last_target(starts[whole], ends[whole]) > starts[whole]] if len(whole) else whole
        number = min(int(len(fit) * self.settings["heldOut"]), self.settings["heldOutMost"])
        chance = np.random.Generator(np.random.PCG64([self.seed, 3]))
        return np.sort(chance.permutation(fit)[:number])

    def _held(self, offsets, held):
        if len(held) == 0:
            return None
        starts, ends = offsets[held], offsets[held + 1]
        target = self._last_target(starts, ends)
        windows = Windows(np.maximum(starts, target - self.length), target)
        return self._inputs(windows, np.arange(len(held))), self.items_of[target].astype(np.int64)

    def _inputs(self, windows, which):
        arrays = {"items": windows.padded(which, self.items_of, self.length)}
        if self.reads_actions:
            arrays["actions"] = windows.padded(which, self.actions_of, self.length)
        return arrays

    def columns(self, which):
        """(entry index of each target [n, width], whether it is one, entry index of each input, whether it is one).

        A column's input is the entry before its target; before a row's first entry there is none, and the pad stands there."""
        width = min(self.length, max(self.windows.longest(which), 1))
        starts, ends = self.windows.starts[which][:, None], self.windows.ends[which][:, None]
        target = ends - np.arange(width, 0, -1)
        is_target = target >= starts
        is_input = is_target & ~((target == starts) & self.begins[which][:, None])
        return np.where(is_target, target, 0), is_target, np.where(is_input, target - 1, 0), is_input

    def next_batch(self, which, chance):
        """items (and actions) int64 [n, width], and `targets` int64 [n, width]: the item that comes next, IGNORED where none counts.

        A repeat of the entry just before is no target: view, cart and purchase of one item would teach little but repetition."""
        target, is_target, source, is_input = self.columns(which)
        items = np.where(is_input, self.items_of[source].astype(np.int64) + 1, 0)
        if self.by_basket:
            counted = is_target & self.basket_first[target]
            within = (chance.random(target.shape) * self.basket_size[target]).astype(np.int64)
            target = np.where(counted, target + within, 0)
            targets = self.items_of[target].astype(np.int64)
        else:
            targets = self.items_of[target].astype(np.int64)
            counted = is_target & (targets + 1 != items)
        batch = {"items": items, "targets": np.where(counted, targets, IGNORED)}
        if self.reads_actions:
            batch["actions"] = np.where(is_input, self.actions_of[source].astype(np.int64) + 1, 0)
        return self.with_draws(batch, chance)

    def with_draws(self, batch, chance):
        """The batch, with items drawn for a sampled softmax where there are too many for a full one."""
        if self._draws:
            batch["drawn"], batch["log_expected"] = self._draws.draw(chance)
        return batch

    def batch(self, which, chance):
        return self.next_batch(which, chance)

    def teacher_inputs(self, batch):
        return {name: batch[name] for name in ("items", "actions") if name in batch}

    def samples(self):
        """Empty, longest, of one entry, and rows as they are, cut at places drawn by the seed."""
        offsets = np.asarray(self.dataset.offsets)
        counts = np.diff(offsets)
        chance = np.random.Generator(np.random.PCG64([self.seed, 4]))
        filled = np.flatnonzero(counts)
        rows = filled[chance.integers(0, len(filled), 22)]
        longest = int(np.argmax(counts))
        rows = np.concatenate([[longest, longest, rows[0]], rows[1:]])
        starts = offsets[rows]
        keeps = chance.integers(1, counts[rows] + 1)
        keeps[0], keeps[1], keeps[2] = 0, counts[longest], 1
        ends = starts + keeps
        return self._inputs(Windows(np.maximum(starts, ends - self.length), ends), np.arange(len(rows)))

"""Rows as sequences: windows to learn from, held-out rows, and parity samples, for all models of signature `sequence`."""
import numpy as np

from bundles_trainer.failures import BadInput
from bundles_trainer.models.company import START, company
from bundles_trainer.models.softmax import IGNORED, Draws
from bundles_trainer.models.task import Task
from bundles_trainer.options import LOOP, Option
from bundles_trainer.windows import Windows, basket_offsets, cut

SEQUENCE_OPTIONS = LOOP + (
    Option("length", 50, "entries of a row that the model sees", 2, 4096),
    Option("dim", 64, "width of the vectors", 4, 4096),
    Option("dropout", 0.2, "share of activations left out while learning", 0.0, 0.95),
    Option("useActions", True, "read what was done with each item, where known"),
    Option("sampledFrom", 5000, "from so many items on, the softmax is sampled", 1, 1 << 31),
    Option("negatives", 1024, "items drawn for a sampled softmax", 1, 1 << 20),
    START,
)
PREDICT = Option(
    "predict", "auto", "item: the next entry; basket: the items of the next basket; auto: basket where rows hold several",
    among=("auto", "item", "basket"),
)


class SequenceTask(Task):
    """Rows of a dataset as left-padded windows. `windows` are learned from, `held` is judged by.

    Entries of one basket have no order. Each pass draws another one, so that nothing can be learned from any; a row that is a
    single basket is a set, whose next entry is any of those that are missing."""

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        self.length = settings["length"]
        self.reads_actions = settings["useActions"] and "row_actions" in dataset.tensors and len(dataset.actions) > 1
        self._stand(slice(None))
        offsets = np.asarray(dataset.offsets)
        self._borders = basket_offsets(offsets, np.asarray(dataset.tensors["row_baskets"])) if "row_baskets" in dataset.tensors else None
        self.by_basket = self._predicts_baskets()
        self.basket_begin, self.basket_size = self._baskets()
        self.repeats_count = self.by_basket
        held = self._choose_held(offsets)
        self.kept = kept = np.ones(dataset.rows, dtype=bool)
        kept[held] = False
        counts = np.diff(offsets)
        lengths = np.where(kept, counts, 0)
        self.windows, self.begins = self._windows(offsets, lengths)
        self.examples = len(self.windows)
        in_kept = np.repeat(kept, counts)
        self.counts = np.bincount(self.items_of[in_kept], minlength=dataset.items)
        SequenceTask.begin_pass(self, np.random.Generator(np.random.PCG64([seed, 5])))
        self.held = self._held(offsets, held)
        self._draws = Draws(self.counts, settings["negatives"]) if dataset.items >= settings["sampledFrom"] else None

    def inputs(self):
        named = [("items", "int64", [self.length])]
        return named + [("actions", "int64", [self.length])] if self.reads_actions else named

    def _predicts_baskets(self):
        asked, several = self.settings["predict"], self.dataset.row_kind == "baskets"
        if asked == "basket" and not several:
            raise BadInput("the option 'predict' is 'basket', and no row of the dataset holds more than one basket")
        return several and asked != "item"

    def _baskets(self):
        """For every entry, where its basket begins and how many entries that has; itself, 1, where baskets are not predicted."""
        if not self.by_basket:
            return np.arange(len(self.items_of)), np.ones(len(self.items_of), dtype=np.int64)
        sizes = np.diff(self._borders)
        return np.repeat(self._borders[:-1], sizes), np.repeat(sizes, sizes)

    def company(self):
        """Where item vectors begin, float32 [items, dim]: by the rows that are learned from."""
        dataset, dim = self.dataset, self.settings["dim"]
        if self.settings["start"] == "chance":
            return np.zeros((dataset.items, dim), dtype=np.float32)
        counts = np.diff(np.asarray(dataset.offsets))
        offsets = np.concatenate([[0], np.cumsum(counts[self.kept])])
        return company(offsets, np.asarray(dataset.tensors["row_items"])[np.repeat(self.kept, counts)], dataset.items, dim, self.seed)

    def begin_pass(self, chance):
        """Draws another order of the entries of each basket."""
        if self._borders is None:
            return
        basket = np.repeat(np.arange(len(self._borders) - 1), np.diff(self._borders))
        self._stand(np.argsort(basket + chance.random(len(basket)), kind="stable"))

    def _stand(self, order):
        """Has the entries stand in this order: indexes into the dataset's."""
        self.order = order
        self.items_of = np.asarray(self.dataset.tensors["row_items"])[order]
        self.actions_of = np.asarray(self.dataset.tensors["row_actions"])[order] if self.reads_actions else None

    def _windows(self, offsets, lengths):
        windows, begins = cut(offsets, self.length)
        row = np.searchsorted(offsets, windows.starts, side="right") - 1
        learned = lengths[row] > 0
        return Windows(windows.starts[learned], windows.ends[learned]), begins[learned]

    def _last_target(self, ends):
        """Entry that begins what a row's end hides: its last entry, or the first of its last basket."""
        return self.basket_begin[ends - 1]

    def _choose_held(self, offsets):
        """Rows kept aside: of those with something before their last target, a share drawn by the seed."""
        starts, ends = offsets[:-1], offsets[1:]
        whole = np.flatnonzero(ends > starts)
        fit = whole[self._last_target(ends[whole]) > starts[whole]] if len(whole) else whole
        number = min(int(len(fit) * self.settings["heldOut"]), self.settings["heldOutMost"])
        chance = np.random.Generator(np.random.PCG64([self.seed, 3]))
        return np.sort(chance.permutation(fit)[:number])

    def _held(self, offsets, held):
        if len(held) == 0:
            return None
        starts, ends = offsets[held], offsets[held + 1]
        target = self._last_target(ends)
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

        A repeat of the entry just before is no target: view, cart and purchase of one item would teach little but repetition.
        Where baskets are predicted, each of a basket's items is asked for behind the basket before, at column `asked_at`."""
        target, is_target, source, is_input = self.columns(which)
        items = np.where(is_input, self.items_of[source].astype(np.int64) + 1, 0)
        targets = self.items_of[target].astype(np.int64)
        if self.by_basket:
            column = self.basket_begin[target] - (self.windows.ends[which][:, None] - target.shape[1])
            counted = is_target & (self.basket_begin[target] >= self.windows.starts[which][:, None])
            batch = {"items": items, "asked_at": np.where(counted, column, 0)}
        else:
            counted = is_target & (targets + 1 != items)
            batch = {"items": items}
        batch["targets"] = np.where(counted, targets, IGNORED)
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

    @staticmethod
    def asked(hidden, batch):
        """hidden [n, width, dim] where each target is asked for."""
        if "asked_at" not in batch:
            return hidden
        return hidden.gather(1, batch["asked_at"][..., None].expand(-1, -1, hidden.shape[2]))

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
        self._stand(slice(None))
        return self._inputs(Windows(np.maximum(starts, ends - self.length), ends), np.arange(len(rows)))

"""Where item vectors start: near those of the items that they keep company with."""
import numpy as np

from bundles_trainer.models.singular import right_singular
from bundles_trainer.options import Option

START = Option(
    "start", "company", "where item vectors begin: company: near the items of the same rows; chance", among=("company", "chance")
)
MOST_ENTRIES = 4_000_000
# Rows that count against an item's direction: one that is seldom seen starts near to nowhere.
DOUBT = 2.0


def company(offsets, items_of, items, dim, seed):
    """float32 [items, dim], each of length 1 or less: what the rows offsets[r] to offsets[r + 1] of `items_of` hold together.

    Correspondence analysis (Benzecri 1973): the right singular vectors of row^-1/2 X column^-1/2, X the rows' 0-1 matrix, by their
    singular values and without the first, which says no more than how often an item is seen."""
    vectors = np.zeros((items, dim), dtype=np.float32)
    offsets = np.asarray(offsets, dtype=np.int64)
    last = int(np.searchsorted(offsets, offsets[-1] - MOST_ENTRIES, side="left")) if offsets[-1] > MOST_ENTRIES else 0
    offsets = offsets[last:]
    row = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    keys = np.unique(row * items + np.asarray(items_of[offsets[0] : offsets[-1]], dtype=np.int64))
    if len(keys) == 0:
        return vectors
    row, item = keys // items, keys % items
    row = np.unique(row, return_inverse=True)[1]
    sizes, counts = np.bincount(row), np.bincount(item, minlength=items)
    found, weights = right_singular(row, item, 1 / np.sqrt(sizes[row] * counts[item]), (len(sizes), items), dim + 1, seed)
    found = found[:, 1:] * weights[1:]
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    vectors[:, : found.shape[1]] = found / np.maximum(lengths, 1e-12) * (counts / (counts + DOUBT))[:, None]
    return vectors

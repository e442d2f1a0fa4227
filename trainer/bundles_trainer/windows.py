"""Rows cut into windows of at most so many entries, and windows made into padded arrays."""
import numpy as np


class Windows:
    """Windows over ragged rows: window w holds the entries starts[w] to ends[w], oldest first."""

    def __init__(self, starts, ends):
        self.starts = np.asarray(starts, dtype=np.int64)
        self.ends = np.asarray(ends, dtype=np.int64)

    def __len__(self):
        return len(self.starts)

    def padded(self, which, values, length, shift=1):
        """Values (+ shift) of the chosen windows' newest `length` entries as int64 [n, length], newest last, 0 pads on the left."""
        starts, ends = self.starts[which], self.ends[which]
        index = ends[:, None] - np.arange(length, 0, -1)
        there = index >= starts[:, None]
        taken = np.asarray(values[np.where(there, index, 0)] if len(values) else np.zeros_like(index)).astype(np.int64)
        return np.where(there, taken + shift, 0)

    def longest(self, which):
        """Entries of the longest chosen window; 0 where none is chosen."""
        return int((self.ends[which] - self.starts[which]).max(initial=0))


def cut(offsets, length):
    """Every row's entries as windows of at most `length`, the newest window full first; rows without entries give none.

    Returns the windows, and for each window whether it begins its row."""
    offsets = np.asarray(offsets, dtype=np.int64)
    counts = np.diff(offsets)
    pieces = -(-counts // length)
    row = np.repeat(np.arange(len(counts)), pieces)
    first_of_row = np.cumsum(pieces) - pieces
    back = np.arange(len(row)) - first_of_row[row]
    ends = offsets[1:][row] - back * length
    starts = np.maximum(ends - length, offsets[:-1][row])
    return Windows(starts, ends), starts == offsets[:-1][row]


def basket_offsets(offsets, baskets):
    """Offsets that begin a new row wherever a row or a basket within it begins."""
    offsets = np.asarray(offsets, dtype=np.int64)
    baskets = np.asarray(baskets)
    begins = np.zeros(len(baskets) + 1, dtype=bool)
    begins[offsets] = True
    begins[1:-1] |= baskets[1:] != baskets[:-1]
    return np.flatnonzero(begins)

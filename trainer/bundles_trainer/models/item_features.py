"""What is known of items besides their ids, as padded arrays and summed embeddings."""
import numpy as np
import torch
from torch import nn

RAGGED_FEATURES = ("categories", "attributes")
SINGLE_FEATURES = ("brand", "price_level")


def padded_feature(dataset, name, most):
    """A ragged tensor of items as int64 [items, width], number + 1, 0 pads; at most `most` numbers an item, the last ones kept."""
    offsets = np.asarray(dataset.tensors[f"item_{name}_offsets"])
    values = np.asarray(dataset.tensors[f"item_{name}"])
    width = int(min(most, max(np.diff(offsets).max(initial=1), 1)))
    index = offsets[1:, None] - np.arange(width, 0, -1)
    there = index >= offsets[:-1, None]
    if len(values) == 0:
        return np.zeros(index.shape, dtype=np.int64)
    return np.where(there, values[np.where(there, index, 0)].astype(np.int64) + 1, 0)


def feature_arrays(dataset, most=16):
    """The features a dataset holds, by name: int64 [items, width] or [items], 0 where nothing is known."""
    arrays = {}
    for name in RAGGED_FEATURES:
        if f"item_{name}" in dataset.tensors:
            arrays[name] = padded_feature(dataset, name, most)
    for name in SINGLE_FEATURES:
        if f"item_{name}" in dataset.tensors:
            arrays[name] = np.asarray(dataset.tensors[f"item_{name}"]).astype(np.int64) + 1
    return arrays


class FeatureSum(nn.Module):
    """The mean of each feature's embeddings, summed over features. `sizes`: largest number + 1 of each feature."""

    def __init__(self, sizes, dim):
        super().__init__()
        self.tables = nn.ModuleDict({name: nn.Embedding(size, dim, padding_idx=0) for name, size in sizes.items()})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.1)
            with torch.no_grad():
                table.weight[0].zero_()

    def forward(self, features):
        summed = 0.0
        for name, table in self.tables.items():
            ids = features[name]
            vectors = table(ids)
            if ids.ndim == 2:
                number = (ids > 0).sum(1, keepdim=True).clamp(min=1).to(vectors.dtype)
                vectors = vectors.sum(1) / number
            summed = summed + vectors
        return summed

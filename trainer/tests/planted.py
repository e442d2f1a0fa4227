"""Datasets whose answer is known by construction, written as the C# side writes them."""
import hashlib
import json
import os

import numpy as np

DTYPES = {"row_actions": np.uint8, "item_image_known": np.uint8, "row_offsets": np.int64, "row_moments": np.int64, "pair_strength": np.float32}


def write_dataset(directory, rows, items, actions=None, baskets=None, vocabulary=None, **tensors):
    """Writes rows (lists of items, oldest first) and further tensors as a dataset folder."""
    os.makedirs(directory, exist_ok=True)
    tensors["row_offsets"] = np.cumsum([0] + [len(row) for row in rows])
    tensors["row_items"] = [item for row in rows for item in row]
    if actions is not None:
        tensors["row_actions"] = [action for row in actions for action in row]
    if baskets is not None:
        tensors["row_baskets"] = [basket for row in baskets for basket in row]
    listed = []
    for name, values in tensors.items():
        kind = DTYPES.get(name) or (np.int64 if name.endswith("_offsets") else np.int32)
        array = values if isinstance(values, np.ndarray) and values.dtype.kind == "f" else np.asarray(values, dtype=kind)
        path = os.path.join(directory, f"{name}.npy")
        np.save(path, np.ascontiguousarray(array.astype(np.float32) if array.dtype.kind == "f" else array))
        with open(path, "rb") as stream:
            digest = hashlib.sha256(stream.read()).hexdigest()
        dtype = str(np.load(path, mmap_mode="r").dtype)
        listed.append({"name": name, "file": f"{name}.npy", "dtype": dtype, "shape": list(array.shape), "sha256": digest})
    manifest = {
        "format": "bundles-tensors",
        "version": 1,
        "items": items,
        "rows": len(rows),
        "actions": ["view", "click", "add_to_cart", "purchase"] if actions is not None else [],
        "seed": 1,
        "tensors": listed,
    }
    if vocabulary:
        manifest["vocabulary"] = vocabulary
    with open(os.path.join(directory, "manifest.json"), "w", encoding="utf-8") as stream:
        json.dump(manifest, stream)
    return directory


def ragged(lists, name):
    """Lists as the two tensors `name` and `name`_offsets."""
    return {
        f"{name}_offsets": np.cumsum([0] + [len(entry) for entry in lists]),
        name: [value for entry in lists for value in entry],
    }


def cycles(items=60, rows=400, length=8, noise=0.1, seed=1):
    """Sequences that step from item i to its successor (i + 7) mod items, but for a share of random steps."""
    chance = np.random.default_rng(seed)
    out = []
    for _ in range(rows):
        item = int(chance.integers(items))
        row = [item]
        for _ in range(int(chance.integers(2, length))):
            item = int(chance.integers(items)) if chance.random() < noise else (item + 7) % items
            row.append(item)
        out.append(row)
    return out


def sets(items=60, size=6, rows=500, seed=1):
    """Baskets drawn from within one of items / size planted sets, each basket three to five items of one set."""
    chance = np.random.default_rng(seed)
    out = []
    for _ in range(rows):
        group = int(chance.integers(items // size))
        picked = chance.permutation(size)[: int(chance.integers(3, size))]
        out.append([group * size + int(place) for place in picked])
    return out

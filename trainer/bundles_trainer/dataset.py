"""Reads a dataset folder (docs/tensors.md) and holds it to its contract."""
import json
import os

import numpy as np

from bundles_trainer.failures import BadInput
from bundles_trainer.files import sha256
from bundles_trainer.windows import basket_offsets

# Tensor -> (type, which count its first axis must have; None: whatever the manifest says).
TENSORS = {
    "row_offsets": ("int64", "rows+1"),
    "row_items": ("int32", "entries"),
    "row_actions": ("uint8", "entries"),
    "row_moments": ("int64", "entries"),
    "row_baskets": ("int32", "entries"),
    "row_users": ("int32", "rows"),
    "item_categories_offsets": ("int64", "items+1"),
    "item_categories": ("int32", None),
    "item_brand": ("int32", "items"),
    "item_price_level": ("int32", "items"),
    "item_attributes_offsets": ("int64", "items+1"),
    "item_attributes": ("int32", None),
    "item_tokens_offsets": ("int64", "items+1"),
    "item_tokens": ("int32", None),
    "item_image": ("float32", "items"),
    "item_image_known": ("uint8", "items"),
    "item_audio": ("float32", "items"),
    "item_audio_known": ("uint8", "items"),
    "pair_left": ("int32", "pairs"),
    "pair_right": ("int32", "pairs"),
    "pair_strength": ("float32", "pairs"),
}
RAGGED = ("item_categories", "item_attributes", "item_tokens")
TOGETHER = (
    ("item_image", "item_image_known"),
    ("item_audio", "item_audio_known"),
    ("pair_left", "pair_right", "pair_strength"),
)


class Dataset:
    """The tensors of one shop. `tensors[name]` is a read-only array; absent tensors are absent keys."""

    def __init__(self, directory):
        manifest_path = os.path.join(directory, "manifest.json")
        try:
            with open(manifest_path, encoding="utf-8") as stream:
                manifest = json.load(stream)
        except (OSError, ValueError) as error:
            raise BadInput(f"'{manifest_path}' cannot be read: {error}") from error
        if not isinstance(manifest, dict) or manifest.get("format") != "bundles-tensors" or manifest.get("version") != 1:
            raise BadInput(f"'{manifest_path}' is not a manifest of format bundles-tensors, version 1")
        self.directory = directory
        self.fingerprint = sha256(manifest_path)
        self.items = _count(manifest, "items", manifest_path)
        self.rows = _count(manifest, "rows", manifest_path)
        self.vocabulary = _count(manifest, "vocabulary", manifest_path) if "vocabulary" in manifest else 0
        self.actions = manifest.get("actions") or []
        if not all(isinstance(action, str) for action in self.actions):
            raise BadInput(f"'{manifest_path}': actions must be a list of names")
        self.tensors = {}
        for entry in manifest.get("tensors", []):
            self._load(entry, manifest_path)
        self._check()

    def require(self, model, *names):
        """Refuses (BadInput) where one of these tensors is absent."""
        for name in names:
            if name not in self.tensors:
                raise BadInput(f"model '{model}' needs the tensor '{name}', which the dataset does not hold")

    @property
    def offsets(self):
        return self.tensors["row_offsets"]

    @property
    def row_kind(self):
        """steps: entries have an order; baskets: baskets have, what is in one has none; set: every row is one basket."""
        if "row_baskets" not in self.tensors:
            return "steps"
        borders = basket_offsets(self.offsets, self.tensors["row_baskets"])
        return "baskets" if len(borders) - 1 > np.count_nonzero(np.diff(self.offsets)) else "set"

    @property
    def entries(self):
        return len(self.tensors["row_items"])

    def _load(self, entry, manifest_path):
        if not isinstance(entry, dict) or not {"name", "file", "dtype", "shape", "sha256"} <= set(entry):
            raise BadInput(f"'{manifest_path}': a tensor needs name, file, dtype, shape and sha256")
        name, file = entry["name"], str(entry["file"])
        if name not in TENSORS:
            return
        if os.path.basename(file) != file:
            raise BadInput(f"tensor '{name}': file '{file}' must lie in the dataset folder itself")
        expected = TENSORS[name][0]
        if entry["dtype"] != expected:
            raise BadInput(f"tensor '{name}': dtype is {entry['dtype']}; expected {expected}")
        path = os.path.join(self.directory, file)
        try:
            if sha256(path) != entry["sha256"]:
                raise BadInput(f"tensor '{name}': the checksum of '{file}' is not the manifest's")
            array = np.load(path, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError) as error:
            raise BadInput(f"tensor '{name}': '{file}' cannot be read: {error}") from error
        if array.dtype != np.dtype(expected).newbyteorder("<") or list(array.shape) != list(entry["shape"]):
            raise BadInput(
                f"tensor '{name}': '{file}' holds {array.dtype} {list(array.shape)}; "
                f"the manifest says {entry['dtype']} {entry['shape']}"
            )
        self.tensors[name] = array

    def _check(self):
        for name in ("row_offsets", "row_items"):
            if name not in self.tensors:
                raise BadInput(f"tensor '{name}' is missing; a dataset always holds it")
        for group in TOGETHER:
            there = [name for name in group if name in self.tensors]
            if there and len(there) != len(group):
                raise BadInput(f"tensors {', '.join(group)} come together; found {', '.join(there)} alone")
        counts = {
            "rows": self.rows,
            "rows+1": self.rows + 1,
            "items": self.items,
            "items+1": self.items + 1,
            "entries": len(self.tensors["row_items"]),
            "pairs": len(self.tensors.get("pair_left", ())),
        }
        for name, array in self.tensors.items():
            axis = TENSORS[name][1]
            dimensions = 2 if name in ("item_image", "item_audio") else 1
            if array.ndim != dimensions:
                raise BadInput(f"tensor '{name}' has {array.ndim} axes; expected {dimensions}")
            if axis and len(array) != counts[axis]:
                raise BadInput(f"tensor '{name}' has {len(array)} entries; expected {counts[axis]} ({axis})")
            if array.dtype.kind == "f" and not np.isfinite(array).all():
                raise BadInput(f"tensor '{name}' holds a number that is not finite")
        self._check_offsets("row_offsets", "row_items")
        for name in RAGGED:
            if name in self.tensors:
                self.require("any", f"{name}_offsets")
                self._check_offsets(f"{name}_offsets", name)
        self._check_range("row_items", 0, self.items - 1)
        self._check_range("row_actions", 0, len(self.actions) - 1)
        self._check_range("pair_left", 0, self.items - 1)
        self._check_range("pair_right", 0, self.items - 1)
        self._check_range("pair_strength", 0, np.inf)
        self._check_range("item_tokens", 1, self.vocabulary)
        self._check_range("item_categories", 0, 2**31 - 2)
        self._check_range("item_attributes", 0, 2**31 - 2)
        self._check_range("item_brand", -1, 2**31 - 2)
        self._check_range("item_price_level", -1, 9)

    def _check_offsets(self, offsets_name, values_name):
        offsets = np.asarray(self.tensors[offsets_name])
        entries = len(self.tensors[values_name])
        if offsets[0] != 0 or offsets[-1] != entries or (np.diff(offsets) < 0).any():
            raise BadInput(f"tensor '{offsets_name}' must ascend from 0 to the {entries} entries of '{values_name}'")

    def _check_range(self, name, low, high):
        array = self.tensors.get(name)
        if array is None or len(array) == 0:
            return
        least, most = array.min(), array.max()
        if least < low or most > high:
            raise BadInput(f"tensor '{name}' holds {least} to {most}; expected {low} to {high}")


def _count(manifest, name, path):
    value = manifest.get(name)
    if type(value) is not int or value < 0:
        raise BadInput(f"'{path}': {name} is {value!r}; expected a whole number of 0 or more")
    return value

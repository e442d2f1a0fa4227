"""What every exported network is: a module that knows its own inputs, outputs and how to be built again."""
import json
import os

import numpy as np
import torch
from torch import nn

from bundles_trainer.failures import BadInput
from bundles_trainer.files import sha256, write_whole


class Network(nn.Module):
    """The part of a model that scores. `spec` rebuilds it: type(network)(**spec) gives the same shapes.

    `inputs` and `outputs` list (name, dtype, shape without the first axis)."""

    signature = None
    inputs = ()
    outputs = ()

    def __init__(self, spec):
        super().__init__()
        self.spec = spec

    def before_export(self):
        """Called once after training, for what can be worked out once instead of for every query."""


def save_weights(network, path):
    """Writes the network's weights as a NumPy archive: names are the module's own."""
    arrays = {name: tensor.detach().cpu().numpy() for name, tensor in network.state_dict().items()}
    write_whole(path, lambda stream: np.savez(stream, **arrays))


def load_network(directory):
    """Rebuilds the network of a model folder. Returns (network in evaluation mode, manifest)."""
    from bundles_trainer.models import NETWORKS

    path = os.path.join(directory, "manifest.json")
    try:
        with open(path, encoding="utf-8") as stream:
            manifest = json.load(stream)
    except (OSError, ValueError) as error:
        raise BadInput(f"'{path}' cannot be read: {error}") from error
    if not isinstance(manifest, dict) or manifest.get("format") != "bundles-model" or manifest.get("version") != 1:
        raise BadInput(f"'{path}' is not a manifest of format bundles-model, version 1")
    if manifest.get("compressed"):
        raise BadInput(f"'{directory}' holds a compressed model, from which nothing can be learned; give the one it was made from")
    if manifest.get("network", {}).get("kind") not in NETWORKS:
        raise BadInput(f"'{path}' describes no network of this trainer")
    checksums = {entry["name"]: entry["sha256"] for entry in manifest["files"]}
    weights = os.path.join(directory, "weights.npz")
    if checksums.get("weights.npz") is None or not os.path.exists(weights) or sha256(weights) != checksums["weights.npz"]:
        raise BadInput(f"'{weights}' is missing or is not the file the manifest lists")
    network = NETWORKS[manifest["network"]["kind"]](**manifest["network"]["spec"])
    with np.load(weights, allow_pickle=False) as arrays:
        state = {name: torch.from_numpy(arrays[name]) for name in arrays.files}
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise BadInput(f"'{weights}' does not fit the network of its manifest: {error}") from error
    return network.eval(), manifest

"""The state a killed run goes on from: `.checkpoint/state.pt` in the output folder."""
import inspect
import os
import shutil

import torch

from bundles_trainer.files import write_whole


class CheckpointStore:
    """Keeps the newest state. A state of other arguments (another fingerprint) or a broken one is as none."""

    def __init__(self, output, fingerprint):
        self._folder = os.path.join(output, ".checkpoint")
        self._path = os.path.join(self._folder, "state.pt")
        self._fingerprint = fingerprint

    def save(self, state):
        os.makedirs(self._folder, exist_ok=True)
        write_whole(self._path, lambda stream: torch.save({"fingerprint": self._fingerprint, **state}, stream))

    def load(self):
        """The newest state, or None."""
        if not os.path.exists(self._path):
            return None
        safe = {"weights_only": True} if "weights_only" in inspect.signature(torch.load).parameters else {}
        try:
            state = torch.load(self._path, map_location="cpu", **safe)
        except Exception:  # whatever a damaged file raises: the run starts anew instead of failing for ever
            return None
        return state if isinstance(state, dict) and state.get("fingerprint") == self._fingerprint else None

    def remove(self):
        shutil.rmtree(self._folder, ignore_errors=True)

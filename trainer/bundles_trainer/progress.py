"""Progress as JSON lines on standard output."""
import json
import sys
import time


class Progress:
    """Writes one JSON object a line; progress events at most once in `every` seconds, all others at once."""

    def __init__(self, stream=None, every=1.0, silent=False):
        self._stream = stream or sys.stdout
        self._every = every
        self._silent = silent
        self._last = float("-inf")

    def write(self, event, **fields):
        if self._silent:
            return
        now = time.monotonic()
        if event == "progress":
            if now - self._last < self._every:
                return
            self._last = now
        self._stream.write(json.dumps({"event": event, **fields}) + "\n")
        self._stream.flush()

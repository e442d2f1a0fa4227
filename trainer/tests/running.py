"""Runs the command line in this process, on one thread, and reads what it wrote."""
import contextlib
import io
import json
import os
import tempfile
import unittest

import numpy as np

from bundles_trainer.cli import main


class FolderTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = holder.name

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def train(self, model, dataset, output="model", config=None, seed=1, more=()):
        """(exit code, standard error, progress events)."""
        arguments = ["train", "--model", model, "--dataset", dataset, "--output", self.path(output)]
        arguments += ["--seed", str(seed), "--threads", "1", *more]
        if config is not None:
            with open(self.path(f"{output}.json"), "w", encoding="utf-8") as stream:
                json.dump(config, stream)
            arguments += ["--config", self.path(f"{output}.json")]
        return run(arguments)

    def trained(self, *arguments, **named):
        """Trains, which must succeed; returns (manifest, metrics)."""
        code, errors, _ = self.train(*arguments, **named)
        self.assertEqual(0, code, errors)
        output = named.get("output", "model")
        return self.read(output, "manifest.json"), self.read(output, "metrics.json")

    def read(self, *names):
        with open(self.path(*names), encoding="utf-8") as stream:
            return json.load(stream)

    def array(self, *names):
        return np.load(self.path(*names))

    def bytes(self, *names):
        with open(self.path(*names), "rb") as stream:
            return stream.read()


def run(arguments):
    """(exit code, standard error, events on standard output) of one command."""
    out, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            code = main(arguments)
        except SystemExit as leaving:
            code = leaving.code
    events = [json.loads(line) for line in out.getvalue().splitlines() if line.startswith("{")]
    return code, errors.getvalue(), events

"""A run as a process: killed, repeated, out of time, out of memory, diverging."""
import os
import signal
import socket
import subprocess
import sys
import time
from unittest import mock

import torch

from bundles_trainer.models.causal_transformer import CausalTransformerTask
from tests.planted import cycles, write_dataset
from tests.running import FolderTest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SMALL = {"dim": 16, "length": 8, "epochs": 4, "patience": 100}


class RunTests(FolderTest):
    def dataset(self):
        return write_dataset(self.path("data"), cycles(40, rows=300), 40)

    def test_killed_run_started_again_ends_as_if_never_killed(self):
        config = {**SMALL, "epochs": 6, "checkpointSeconds": 0.0}
        data = self.dataset()
        self.trained("causal-transformer", data, output="whole", config=config)
        command = [sys.executable, "-m", "bundles_trainer", "train", "--model", "causal-transformer", "--dataset", data]
        command += ["--output", self.path("model"), "--config", self.path("whole.json"), "--seed", "1", "--threads", "1"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        state = self.path("model", ".checkpoint", "state.pt")
        until = time.monotonic() + 60
        while not os.path.exists(state) and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.assertTrue(os.path.exists(state))
        self.assertFalse(os.path.exists(self.path("model", "manifest.json")))
        code, errors, events = self.train("causal-transformer", data, config=config)
        self.assertEqual(0, code, errors)
        self.assertIn("resumed", [event["event"] for event in events])
        self.assertEqual(self.bytes("whole", "parity_scores.npy"), self.bytes("model", "parity_scores.npy"))
        self.assertFalse(os.path.exists(self.path("model", ".checkpoint")))

    def test_same_seed_gives_same_bytes_and_another_seed_others(self):
        data = self.dataset()
        for output, seed in (("one", 1), ("two", 1), ("three", 2)):
            self.trained("causal-transformer", data, output=output, config=SMALL, seed=seed)
        for file in ("model.onnx", "weights.npz", "parity_scores.npy", "embeddings.npy"):
            self.assertEqual(self.bytes("one", file), self.bytes("two", file), file)
        self.assertNotEqual(self.bytes("one", "model.onnx"), self.bytes("three", "model.onnx"))

    def test_finished_run_started_again_does_nothing_and_another_is_refused(self):
        data = self.dataset()
        self.trained("causal-transformer", data, config=SMALL)
        before = os.stat(self.path("model", "manifest.json")).st_mtime_ns
        self.assertEqual((0, "", []), self.train("causal-transformer", data, config=SMALL))
        self.assertEqual(before, os.stat(self.path("model", "manifest.json")).st_mtime_ns)
        code, errors, _ = self.train("causal-transformer", data, config=SMALL, seed=2)
        self.assertEqual(2, code)
        self.assertIn("already holds another model", errors)

    def test_time_spent_keeps_the_best_so_far(self):
        _, metrics = self.trained("causal-transformer", self.dataset(), config={**SMALL, "epochs": 10000}, more=("--max-seconds", "2"))
        self.assertEqual("time", metrics["stopped"])
        self.assertLess(metrics["seconds"], 10)

    def test_plateau_stops_before_all_epochs(self):
        _, metrics = self.trained("causal-transformer", self.dataset(), config={**SMALL, "epochs": 60, "patience": 2})
        self.assertEqual("plateau", metrics["stopped"])

    def test_loss_not_a_number_exits_3_and_leaves_no_manifest(self):
        whole = CausalTransformerTask.loss
        with mock.patch.object(CausalTransformerTask, "loss", lambda task, batch: whole(task, batch) * float("nan")):
            code, errors, _ = self.train("causal-transformer", self.dataset(), config=SMALL)
        self.assertEqual(3, code)
        self.assertIn("the loss is nan at step 1", errors)
        self.assertFalse(os.path.exists(self.path("model", "manifest.json")))

    def test_batch_too_large_for_memory_is_halved(self):
        whole = CausalTransformerTask.loss

        def greedy(task, batch):
            if len(batch["items"]) > 12:
                raise RuntimeError("CUDA out of memory. Tried to allocate more than there is")
            return whole(task, batch)

        with mock.patch.object(CausalTransformerTask, "loss", greedy):
            code, errors, events = self.train("causal-transformer", self.dataset(), config=SMALL)
        self.assertEqual(0, code, errors)
        self.assertEqual([16, 8], [event["batchSize"] for event in events if event["event"] == "batch"])

    def test_memory_never_enough_exits_3(self):
        def greedy(task, batch):
            raise MemoryError("none left")

        with mock.patch.object(CausalTransformerTask, "loss", greedy):
            code, errors, _ = self.train("causal-transformer", self.dataset(), config=SMALL)
        self.assertEqual(3, code)
        self.assertIn("memory ran out", errors)

    def test_progress_tells_loss_rate_and_time_left(self):
        _, _, events = self.train("causal-transformer", self.dataset(), config=SMALL)
        told = next(event for event in events if event["event"] == "progress")
        self.assertLessEqual({"step", "steps", "epoch", "loss", "rowsPerSecond", "secondsLeft"}, set(told))
        self.assertEqual("finished", events[-1]["event"])

    def test_two_processes_share_a_run(self):
        if not torch.distributed.is_available():
            self.skipTest("this PyTorch has no torch.distributed")
        data = self.dataset()
        self.trained("causal-transformer", data, output="alone", config=SMALL)
        command = [sys.executable, "-m", "bundles_trainer", "train", "--model", "causal-transformer", "--dataset", data]
        command += ["--output", self.path("model"), "--config", self.path("alone.json"), "--threads", "1"]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
        # What torchrun sets for each of the processes that it starts.
        shared = {**os.environ, "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
        processes = [
            subprocess.Popen(
                command, cwd=ROOT, env={**shared, "RANK": rank, "LOCAL_RANK": rank},
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            )
            for rank in ("0", "1")
        ]
        try:
            for process in processes:
                errors = process.communicate(timeout=120)[1]
                self.assertEqual(0, process.returncode, errors)
        finally:
            for process in processes:
                process.kill()
        alone, shared = self.read("alone", "metrics.json"), self.read("model", "metrics.json")
        self.assertEqual(alone["steps"], shared["steps"])
        self.assertGreater(shared["heldOut"]["quality"], 0.9 * alone["heldOut"]["quality"])

"""The one training loop: every model learns in it."""
import json
import math
import time

import numpy as np
import torch

from bundles_trainer.failures import TrainingFailed
from bundles_trainer.runtime import out_of_memory

CHECK_EVERY_ON_DEVICE = 20


class Loop:
    """Trains a task until its epochs are done, its held-out rows get no better, or its time is spent.

    All chance comes from the seed, the epoch and the step, so that a run that was killed goes on as if it had not been."""

    def __init__(self, task, settings, runtime, progress, store, seed, max_seconds=None):
        self._task = task.to(runtime.device)
        self._settings = settings
        self._runtime = runtime
        self._progress = progress
        self._store = store
        self._seed = seed
        self._max_seconds = max_seconds or math.inf
        self._optimizer = runtime.optimizer(task, settings)
        self._module = runtime.wrapped(task)
        # Small data takes smaller steps, so that a pass is at least some twenty of them.
        self._batch = min(settings["batchSize"], max(32, task.examples // 20))
        self._epoch = self._position = self._step = self._stale = 0
        self._spent = 0.0
        self._best = -math.inf
        self._best_weights = None
        self._evaluations = []
        self._since_check, self._loss_sum, self._loss = 0, None, math.nan

    def run(self):
        """Trains, and leaves the task with the best weights that were seen. Returns the report for metrics.json."""
        self._resume()
        self._mark = time.monotonic()
        self._saved = self._mark
        self._started, self._rows_here = self._mark, 0
        if self._task.starts_well and self._step == 0 and self._best_weights is None:
            self._evaluate()
        stopped = "epochs"
        while self._epoch < self._settings["epochs"]:
            stopped = self._pass()
            if stopped != "pass":
                break
            self._epoch, self._position = self._epoch + 1, 0
            self._evaluate()
            if self._stale >= self._settings["patience"]:
                stopped = "plateau"
                break
            self._save()
            stopped = "epochs"
        if stopped == "time" and self._position > 0:
            self._evaluate()
        self._restore_best()
        return {
            "stopped": stopped,
            "epochs": self._epoch,
            "steps": self._step,
            "batchSize": self._batch,
            "loss": self._loss if math.isfinite(self._loss) else None,
            "seconds": round(self._elapsed(), 3),
            "evaluations": self._evaluations,
        }

    def _pass(self):
        examples = self._task.examples
        order = np.random.Generator(np.random.PCG64([self._seed, 1, self._epoch])).permutation(examples)
        self._task.begin_pass(np.random.Generator(np.random.PCG64([self._seed, 6, self._epoch])))
        self._task.train()
        while self._position < examples:
            which = order[self._position : self._position + self._batch]
            if len(which) >= self._runtime.world:
                if self._out_of_time():
                    return "time"
                try:
                    self._learn(which)
                except (RuntimeError, MemoryError) as error:
                    if not out_of_memory(error):
                        raise
                    self._halve(error)
                    continue
            self._position += len(which)
            self._report(len(which))
            if time.monotonic() - self._saved >= self._settings["checkpointSeconds"]:
                self._save()
        self._check_loss()
        return "pass"

    def _learn(self, which):
        self._step += 1
        torch.manual_seed((self._seed * 1_000_003 + self._step) * self._runtime.world + self._runtime.rank)
        chance = np.random.Generator(np.random.PCG64([self._seed, 2, self._step, self._runtime.rank]))
        mine = np.sort(which[self._runtime.rank :: self._runtime.world])
        done = (self._epoch + self._position / self._task.examples) / self._settings["epochs"]
        for group in self._optimizer.param_groups:
            group["lr"] = self._settings["learningRate"] * self._pace(done)
        batch = {name: torch.from_numpy(np.ascontiguousarray(array)) for name, array in self._task.batch(mine, chance).items()}
        batch = {name: tensor.to(self._runtime.device, non_blocking=True) for name, tensor in batch.items()}
        batch["done"] = torch.tensor(done, dtype=torch.float32, device=self._runtime.device)
        self._optimizer.zero_grad(set_to_none=True)
        with self._runtime.autocast():
            loss = self._module(batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._task.parameters(), self._settings["clip"])
        self._optimizer.step()
        detached = loss.detach().float()
        self._loss_sum = detached if self._loss_sum is None else self._loss_sum + detached
        self._since_check += 1
        if self._since_check >= (CHECK_EVERY_ON_DEVICE if self._runtime.cuda else 1):
            self._check_loss()

    def _pace(self, done):
        """Share of the highest step size: a straight climb, then half a cosine down to a twentieth."""
        warmup = self._settings["warmup"]
        if done < warmup:
            return max(done / warmup, 0.02)
        return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (done - warmup) / max(1 - warmup, 1e-9)))

    def _check_loss(self):
        if self._since_check == 0:
            return
        value = self._runtime.mean(float(self._loss_sum) / self._since_check)
        self._since_check, self._loss_sum = 0, None
        if not math.isfinite(value):
            raise TrainingFailed(f"the loss is {value} at step {self._step}; a smaller learningRate may help")
        self._loss = value if math.isnan(self._loss) else 0.95 * self._loss + 0.05 * value

    def _evaluate(self):
        self._task.eval()
        with torch.no_grad():
            quality = self._task.quality(self._runtime)
        value = self._runtime.from_leader(quality["quality"]) if quality else -self._loss
        if not math.isfinite(value):
            raise TrainingFailed(f"the held-out quality is {value} after epoch {self._epoch}")
        told = round(self._loss, 6) if math.isfinite(self._loss) else None
        self._evaluations.append({"epoch": self._epoch, "loss": told, **(quality or {})})
        if value > self._best + 1e-5 or self._best_weights is None:
            self._best, self._stale = value, 0
            self._best_weights = {name: tensor.detach().cpu().clone() for name, tensor in self._task.state_dict().items()}
        else:
            self._stale += 1
        self._progress.write("evaluation", **self._evaluations[-1])

    def _restore_best(self):
        if self._best_weights is not None:
            self._task.load_state_dict(self._best_weights)
        self._task.eval()
        for name, tensor in self._task.state_dict().items():
            if tensor.is_floating_point() and not torch.isfinite(tensor).all():
                raise TrainingFailed(f"the weights '{name}' are not finite")

    def _halve(self, error):
        self._optimizer.zero_grad(set_to_none=True)
        if self._runtime.cuda:
            torch.cuda.empty_cache()
        self._step -= 1
        if self._batch < 2 * self._runtime.world:
            raise TrainingFailed(f"memory ran out with a batch of {self._batch}: {error}") from error
        self._batch //= 2
        self._progress.write("batch", batchSize=self._batch, why="memory ran out")
        if self._runtime.world > 1:
            # The other processes wait in an exchange that this one will not join: only a fresh start frees them.
            self._store.save(self._state())
            raise TrainingFailed(f"memory ran out; started again, the run goes on with a batch of {self._batch}") from error

    def _elapsed(self):
        return self._spent + time.monotonic() - self._mark

    def _out_of_time(self):
        if math.isinf(self._max_seconds):
            return False
        if self._runtime.world == 1:
            return self._elapsed() >= self._max_seconds
        return self._step % 20 == 0 and self._runtime.from_leader(self._elapsed()) >= self._max_seconds

    def _report(self, rows):
        self._rows_here += rows
        here = max(time.monotonic() - self._started, 1e-9)
        rate = self._rows_here / here
        examples, epochs = self._task.examples, self._settings["epochs"]
        left = (examples * (epochs - self._epoch) - self._position) / rate
        self._progress.write(
            "progress",
            step=self._step,
            steps=self._step + -(-(examples * (epochs - self._epoch) - self._position) // self._batch),
            epoch=self._epoch + 1,
            loss=round(self._loss, 5) if math.isfinite(self._loss) else None,
            rowsPerSecond=round(rate, 1),
            secondsLeft=round(min(left, self._max_seconds - self._elapsed()), 1),
        )

    def _state(self):
        return {
            "task": self._task.state_dict(),
            "optimizer": self._optimizer.state_dict()["state"],
            "best": self._best_weights or {},
            # As text: a reader that trusts tensors alone knows no floats in some versions.
            "numbers": json.dumps({
                "epoch": self._epoch,
                "position": self._position,
                "step": self._step,
                "stale": self._stale,
                "batch": self._batch,
                "spent": self._elapsed(),
                "best": self._best,
                "loss": self._loss,
                "evaluations": self._evaluations,
            }),
        }

    def _save(self):
        if self._runtime.leads:
            self._store.save(self._state())
        self._saved = time.monotonic()

    def _resume(self):
        state = self._store.load()
        if state is None:
            return
        self._task.load_state_dict(state["task"])
        self._optimizer.load_state_dict({**self._optimizer.state_dict(), "state": state["optimizer"]})
        numbers = json.loads(state["numbers"])
        self._epoch, self._position, self._step = numbers["epoch"], numbers["position"], numbers["step"]
        self._stale, self._batch, self._spent = numbers["stale"], numbers["batch"], numbers["spent"]
        self._best, self._loss = numbers["best"], numbers["loss"]
        self._best_weights = state["best"] or None
        self._evaluations = numbers["evaluations"]
        self._progress.write("resumed", step=self._step, epoch=self._epoch + 1)

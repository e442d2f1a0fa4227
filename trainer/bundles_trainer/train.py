"""The command `train`: dataset folder in, model folder out."""
import hashlib
import json
import os
import time

import numpy as np
import torch

from bundles_trainer.checkpoint import CheckpointStore
from bundles_trainer.dataset import Dataset
from bundles_trainer.export import write_model
from bundles_trainer.failures import BadInput, TrainingFailed
from bundles_trainer.loop import Loop
from bundles_trainer.models import task_type
from bundles_trainer.network import load_network
from bundles_trainer.options import read_config
from bundles_trainer.progress import Progress
from bundles_trainer.runtime import Runtime


def train(given, threads):
    """Trains `given.model`; raises BadInput or TrainingFailed. Does nothing where the same run has already ended well."""
    started = time.monotonic()
    if given.max_seconds is not None and not given.max_seconds > 0:
        raise BadInput(f"--max-seconds is {given.max_seconds}; expected more than 0")
    if given.seed < 0:
        raise BadInput(f"--seed is {given.seed}; expected 0 or more")
    kind = task_type(given.model)
    settings = read_config(given.config, kind.OPTIONS)
    dataset = Dataset(given.dataset)
    teacher = load_network(given.teacher) if given.teacher else None
    fingerprint = _fingerprint(given, settings, dataset, teacher)
    if _already_there(given.output, fingerprint):
        return
    runtime = Runtime(settings, threads)
    progress = Progress(silent=not runtime.leads)
    torch.manual_seed(given.seed)
    task = kind(dataset, settings, given.seed)
    if task.examples == 0:
        raise BadInput(f"the dataset holds nothing that '{given.model}' can learn from")
    if teacher:
        task.learn_from(teacher[0], teacher[1])
    progress.write(
        "started", model=given.model, items=dataset.items, rows=dataset.rows, examples=task.examples,
        parameters=sum(p.numel() for p in task.parameters()), device=runtime.device.type, threads=threads,
    )
    store = CheckpointStore(given.output, fingerprint)
    loop = Loop(task, settings, runtime, progress, store, given.seed, given.max_seconds)
    try:
        report = loop.run()
    except RuntimeError as error:
        raise TrainingFailed(f"{type(error).__name__}: {str(error).splitlines()[0]}") from error
    if runtime.leads:
        _write(given, settings, dataset, task, runtime, report, fingerprint, teacher, time.monotonic() - started)
        store.remove()
        progress.write("finished", stopped=report["stopped"], seconds=round(time.monotonic() - started, 1))


def _write(given, settings, dataset, task, runtime, report, fingerprint, teacher, seconds):
    task.cpu().eval()
    task.network.before_export()
    metrics = {**report, "heldOut": task.final_quality(), "popularity": task.popularity_quality()}
    facts = {
        "model": given.model,
        "items": dataset.items,
        "config": settings,
        "seed": given.seed,
        "dataset": dataset.fingerprint,
        "run": fingerprint,
        "seconds": round(seconds, 3),
        "device": runtime.device.type,
        "learned": _plain(task.learned()),
    }
    if task.length is not None:
        facts["length"] = task.length
    if task.network.signature == "sequence":
        facts["rows"] = dataset.row_kind
    if teacher:
        facts["teacher"] = {"model": teacher[1].get("model"), "parameters": teacher[1].get("parameters")}
    write_model(given.output, task.network, task.samples(), facts, _plain(metrics), task.embeddings())


def _fingerprint(given, settings, dataset, teacher):
    """Names a run by all that its result depends on; the number of threads and the time given are not among it."""
    parts = [given.model, dataset.fingerprint, settings, given.seed, teacher[1]["files"] if teacher else None]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode("utf-8")).hexdigest()


def _already_there(output, fingerprint):
    path = os.path.join(output, "manifest.json")
    if not os.path.exists(path):
        return False
    try:
        with open(path, encoding="utf-8") as stream:
            there = json.load(stream).get("run")
    except (OSError, ValueError, AttributeError):
        there = None
    if there != fingerprint:
        raise BadInput(f"'{output}' already holds another model; model folders are never changed")
    return True


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    if isinstance(value, (np.floating, np.integer)):
        return value.item()
    return value

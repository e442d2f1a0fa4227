"""The command `compress`: a model folder in, a smaller one out."""
import hashlib
import json
import os
import zlib

import numpy as np
import torch

from bundles_trainer.export import PARITY_TOLERANCE, onnx_bytes, write_model
from bundles_trainer.failures import BadInput
from bundles_trainer.network import load_network
from bundles_trainer.quantised import quantise

KEPT = ("model", "items", "length", "rows", "config", "seed", "dataset", "learned", "device", "seconds", "teacher")


def compress(given, threads):
    """Prunes, quantises, or both; what is lost of ranking is measured where the model is judged, not here."""
    if not 0 <= given.prune < 1:
        raise BadInput(f"--prune is {given.prune}; expected 0 or more and less than 1")
    if not given.int8 and given.prune == 0:
        raise BadInput("nothing to do: give --int8, --prune or both")
    torch.set_num_threads(threads)
    network, manifest = load_network(given.model)
    how = {"int8": bool(given.int8), "prune": given.prune, "of": manifest["run"]}
    run = hashlib.sha256(json.dumps(how, sort_keys=True).encode("utf-8")).hexdigest()
    path = os.path.join(given.output, "manifest.json")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as stream:
            if json.load(stream).get("run") == run:
                return
        raise BadInput(f"'{given.output}' already holds another model; model folders are never changed")
    samples = {name: np.load(os.path.join(given.model, f"parity_{name}.npy")) for name, _, _ in network.inputs}
    before, small_before = answers(network, samples), onnx_bytes(network, samples)
    zeros = prune(network, given.prune) if given.prune else 0.0
    pruned = answers(network, samples)
    if given.int8:
        quantise(network)
    after, small_after = answers(network, samples), onnx_bytes(network, samples, fold=not given.int8)
    # A rounding that falls the other way elsewhere costs at most what quantising cost here.
    tolerance = max(PARITY_TOLERANCE, farthest(pruned, after)) if given.int8 else PARITY_TOLERANCE
    metrics = {
        "bytes": len(small_after),
        "bytesBefore": len(small_before),
        "deflatedBytes": len(zlib.compress(small_after, 6)),
        "deflatedBytesBefore": len(zlib.compress(small_before, 6)),
        "zeroShare": round(zeros, 6),
        "largestDifference": farthest(before, after),
    }
    if len(before) == 1:
        metrics["sameTop10"] = same_top(before[0], after[0], 10)
    embeddings = os.path.join(given.model, "embeddings.npy")
    facts = {name: manifest[name] for name in KEPT if name in manifest}
    facts.update(run=run, compressed=how)
    write_model(
        given.output, network, samples, facts, metrics, np.load(embeddings) if os.path.exists(embeddings) else None,
        tolerance=float(f"{tolerance:.2g}") * 1.05 if given.int8 else tolerance, whole=not given.int8 and not given.prune,
    )


def answers(network, samples):
    with torch.no_grad():
        out = network(*(torch.from_numpy(samples[name]) for name, _, _ in network.inputs))
    return [tensor.numpy() for tensor in (out if isinstance(out, tuple) else (out,))]


def farthest(one, other):
    return float(max(np.abs(a - b).max() for a, b in zip(one, other)))


def same_top(one, other, k):
    """Mean share of the first k that two rankings have in common."""
    k = min(k, one.shape[1])
    first = (np.argsort(-scores, axis=1, kind="stable")[:, :k] for scores in (one, other))
    return float(np.mean([len(np.intersect1d(a, b)) / k for a, b in zip(*first)]))


def prune(network, share):
    """Sets the smallest weights of each matrix to 0 (Han et al. 2015). Returns the share of all weights that are 0 then."""
    zeros = total = 0
    with torch.no_grad():
        for weight in network.parameters():
            if weight.ndim == 2 and min(weight.shape) > 1:
                number = int(weight.numel() * share)
                if number:
                    bound = weight.abs().flatten().kthvalue(number).values
                    weight[weight.abs() <= bound] = 0
            zeros += int((weight == 0).sum())
            total += weight.numel()
    return zeros / max(total, 1)

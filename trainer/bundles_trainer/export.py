"""A trained network as ONNX with parity samples, in a folder whose manifest comes last."""
import inspect
import io
import os
import warnings

import numpy as np
import torch

from bundles_trainer.failures import TrainingFailed
from bundles_trainer.files import sha256, write_json, write_whole
from bundles_trainer.network import save_weights

OPSET = 17
PARITY_TOLERANCE = 1e-4


def onnx_bytes(network, samples, fold=True):
    """The network as ONNX of opset 17; only the first axis is dynamic."""
    names = [name for name, _, _ in network.inputs]
    outputs = [name for name, _, _ in network.outputs]
    arguments = {
        "opset_version": OPSET,
        "input_names": names,
        "output_names": outputs,
        "dynamic_axes": {name: {0: "n"} for name in names + outputs},
        "do_constant_folding": fold,
    }
    if "dynamo" in inspect.signature(torch.onnx.export).parameters:
        arguments["dynamo"] = False
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(network, tuple(torch.from_numpy(samples[name][:3]) for name in names), stream, **arguments)
    return stream.getvalue()


def write_model(directory, network, samples, facts, metrics, embeddings=None, tolerance=PARITY_TOLERANCE, whole=True):
    """Writes the output folder of docs/tensors.md. `facts` are further fields of the manifest.

    A compressed network is not `whole`: it leaves no weights behind to learn from, and its constants stay as they are stored."""
    network = network.cpu().eval()
    network.before_export()
    with torch.no_grad():
        answers = network(*(torch.from_numpy(samples[name]) for name, _, _ in network.inputs))
    answers = answers if isinstance(answers, tuple) else (answers,)
    parity = {name: samples[name] for name, _, _ in network.inputs}
    for (name, _, _), tensor in zip(network.outputs, answers):
        if not torch.isfinite(tensor).all():
            raise TrainingFailed(f"the output '{name}' is not finite on the parity samples")
        parity[name] = tensor.numpy()
    os.makedirs(directory, exist_ok=True)
    files = []

    def put(name, write):
        path = os.path.join(directory, name)
        write_whole(path, write)
        files.append(name)

    content = onnx_bytes(network, samples, whole)
    put("model.onnx", lambda stream: stream.write(content))
    for name, array in parity.items():
        put(f"parity_{name}.npy", lambda stream, array=array: np.save(stream, np.ascontiguousarray(array)))
    if embeddings is not None:
        put("embeddings.npy", lambda stream: np.save(stream, np.ascontiguousarray(embeddings, dtype=np.float32)))
    if whole:
        save_weights(network, os.path.join(directory, "weights.npz"))
        files.append("weights.npz")
    write_json(os.path.join(directory, "metrics.json"), metrics)
    manifest = {
        "format": "bundles-model",
        "version": 1,
        "signature": network.signature,
        "opset": OPSET,
        "inputs": [_described(name, dtype, shape) for name, dtype, shape in network.inputs],
        "outputs": [_described(name, dtype, shape) for name, dtype, shape in network.outputs],
        "parameters": sum(p.numel() for p in network.parameters()),
        "tolerance": tolerance,
        "network": {"kind": type(network).__name__, "spec": network.spec},
        **facts,
        "files": [_listed(directory, name) for name in sorted(files + ["metrics.json"])],
    }
    write_json(os.path.join(directory, "manifest.json"), manifest)
    return manifest


def _described(name, dtype, shape):
    return {"name": name, "dtype": dtype, "shape": [-1, *shape]}


def _listed(directory, name):
    path = os.path.join(directory, name)
    return {"name": name, "sha256": sha256(path), "bytes": os.path.getsize(path)}

"""A bidirectional text encoder in BERT's layout (Devlin et al. 2019), small by default, or read from a directory of pretrained weights."""
import json
import math
import os

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer.failures import BadInput
from bundles_trainer.models.blocks import CLOSED


class BertLayer(nn.Module):
    """Attention and a wide layer, each added to its input and then normed."""

    def __init__(self, dim, heads, wide, dropout):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(dim, dim) for _ in range(3))
        self.mixed = nn.Linear(dim, dim)
        self.mixed_norm = nn.LayerNorm(dim, eps=1e-12)
        self.widen, self.narrow = nn.Linear(dim, wide), nn.Linear(wide, dim)
        self.narrow_norm = nn.LayerNorm(dim, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, closed):
        count, width, dim = x.shape
        each = dim // self.heads
        q, k, v = (part(x).reshape(-1, width, self.heads, each).transpose(1, 2) for part in (self.query, self.key, self.value))
        shares = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(each) + closed, dim=-1)
        mixed = (self.drop(shares) @ v).transpose(1, 2).reshape(-1, width, dim)
        x = self.mixed_norm(x + self.drop(self.mixed(mixed)))
        return self.narrow_norm(x + self.drop(self.narrow(F.gelu(self.widen(x)))))


class BertEncoder(nn.Module):
    """Tokens int64 [n, width], 0 pads -> the mean of the last layer's vectors over what is no pad, float [n, dim]."""

    def __init__(self, vocabulary, length, dim, heads, layers, wide, dropout):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary + 1, dim, padding_idx=0)
        self.places = nn.Embedding(length, dim)
        nn.init.normal_(self.tokens.weight, std=0.02)
        nn.init.normal_(self.places.weight, std=0.02)
        self.norm = nn.LayerNorm(dim, eps=1e-12)
        self.layers = nn.ModuleList(BertLayer(dim, heads, wide, dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)

    def forward(self, tokens):
        there = (tokens > 0).to(self.tokens.weight.dtype)
        closed = ((1 - there) * CLOSED)[:, None, None, :]
        x = self.drop(self.norm(self.tokens(tokens) + self.places.weight[: tokens.shape[1]]))
        for layer in self.layers:
            x = layer(x, closed)
        return (x * there[..., None]).sum(1) / there.sum(1, keepdim=True).clamp(min=1.0)


# Names in published BERT weights -> names here.
_TOP = {
    "embeddings.word_embeddings.weight": "tokens.weight",
    "embeddings.position_embeddings.weight": "places.weight",
    "embeddings.LayerNorm.weight": "norm.weight",
    "embeddings.LayerNorm.bias": "norm.bias",
}
_INNER = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mixed",
    "attention.output.LayerNorm": "mixed_norm",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "narrow_norm",
}


def read_encoder(directory):
    """(shape for BertEncoder without length, weights by BertEncoder's names) of a directory with config.json and
    model.safetensors or pytorch_model.bin. The dataset's tokens must be of that encoder's vocabulary, its pad being 0."""
    path = os.path.join(directory, "config.json")
    try:
        with open(path, encoding="utf-8") as stream:
            config = json.load(stream)
        shape = {
            "vocabulary": config["vocab_size"] - 1,
            "dim": config["hidden_size"],
            "heads": config["num_attention_heads"],
            "layers": config["num_hidden_layers"],
            "wide": config["intermediate_size"],
        }
        most = config["max_position_embeddings"]
        raw = _raw_weights(directory)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"encoder directory '{directory}' cannot be read: {type(error).__name__} {error}") from error
    weights = {}
    for name, tensor in raw.items():
        name = name[5:] if name.startswith("bert.") else name
        if name in _TOP:
            weights[_TOP[name]] = tensor.float()
        elif name == "embeddings.token_type_embeddings.weight":
            weights["kind"] = tensor.float()[0]
        elif name.startswith("encoder.layer."):
            number, rest = name[len("encoder.layer.") :].split(".", 1)
            part, _, leaf = rest.rpartition(".")
            if part in _INNER:
                weights[f"layers.{number}.{_INNER[part]}.{leaf}"] = tensor.float()
    if "places.weight" not in weights:
        raise BadInput(f"encoder directory '{directory}' holds no weights named as BERT's are")
    # Every text is of the first kind: its vector is as much a part of each place as the place's own.
    weights["places.weight"] = weights["places.weight"] + weights.pop("kind", 0.0)
    return shape, weights, most


def _raw_weights(directory):
    safe = os.path.join(directory, "model.safetensors")
    if os.path.exists(safe):
        return _safetensors(safe)
    path = os.path.join(directory, "pytorch_model.bin")
    import inspect

    extra = {"weights_only": True} if "weights_only" in inspect.signature(torch.load).parameters else {}
    if not extra:
        raise ValueError("only model.safetensors can be read safely by this PyTorch")
    return torch.load(path, map_location="cpu", **extra)


def _safetensors(path):
    """The tensors of a safetensors file: an 8-byte length, a JSON header of that length, and raw bytes."""
    types = {"F32": np.float32, "F16": np.float16, "F64": np.float64}
    with open(path, "rb") as stream:
        header = json.loads(stream.read(int.from_bytes(stream.read(8), "little")))
        body = stream.read()
    out = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] not in types:
            continue
        begin, end = entry["data_offsets"]
        array = np.frombuffer(body[begin:end], dtype=types[entry["dtype"]]).reshape(entry["shape"])
        out[name] = torch.from_numpy(array.astype(np.float32))
    return out

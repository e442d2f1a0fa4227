"""What is known of an item -> two vectors: as the one that is looked at (source), and as the one that goes with it (target)."""
import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer.models.bert import BertEncoder
from bundles_trainer.models.item_features import FeatureSum
from bundles_trainer.network import Network


class TokenBag(nn.Module):
    """Latent semantic analysis (Deerwester et al. 1990) whose token weights go on learning.

    z = normed sum over different tokens of (1 + ln count) exp(log idf + learned) direction of the token."""

    def __init__(self, vocabulary, dim):
        super().__init__()
        self.directions = nn.Embedding(vocabulary + 1, dim).requires_grad_(False)
        self.register_buffer("log_idf", torch.zeros(vocabulary + 1))
        # A matrix of one column, so that weight decay pulls it back to 0, which is plain idf.
        self.learned = nn.Parameter(torch.zeros(vocabulary + 1, 1))

    def forward(self, tokens):
        there = (tokens > 0).to(self.log_idf.dtype)
        count = (tokens[:, :, None] == tokens[:, None, :]).to(self.log_idf.dtype).sum(-1)
        weight = torch.exp(F.embedding(tokens, self.learned)[..., 0] + self.log_idf[tokens])
        weight = weight * (1 + torch.log(count)) / count * there
        if torch.onnx.is_in_onnx_export():
            summed = (weight[:, None, :] @ self.directions(tokens))[:, 0]
        else:
            # The same sum over what is no pad alone: a few tokens of each item instead of as many as the longest has.
            row, place = torch.nonzero(tokens, as_tuple=True)
            parts = self.directions(tokens[row, place]) * weight[row, place][:, None]
            summed = torch.zeros(len(tokens), parts.shape[1], dtype=parts.dtype, device=parts.device).index_add(0, row, parts)
        return summed / summed.pow(2).sum(1, keepdim=True).clamp(min=1e-12).sqrt()


class ItemEncoder(Network):
    """source = [e^(a/2) z (1 + s), S h], target = [e^(a/2) z (1 + t), T h]: z is the token bag, h what an encoder makes of all
    modalities. With s = t = S = T = 0, where learning starts, source . target is e^a times the likeness of the texts."""

    signature = "item"

    def __init__(
        self, vocabulary, tokens, read, bag, dim, heads, layers, wide, dropout, features, vectors, modality_dropout, likeness
    ):
        super().__init__(
            {
                "vocabulary": vocabulary, "tokens": tokens, "read": read, "bag": bag, "dim": dim, "heads": heads, "layers": layers, "wide": wide,
                "dropout": dropout, "features": features, "vectors": vectors, "modality_dropout": modality_dropout,
                "likeness": likeness,
            }
        )
        self.inputs = [("tokens", "int64", [tokens])] if tokens else []
        for name, (_, width) in features.items():
            self.inputs.append((name, "int64", [width] if width else []))
        for name, size in vectors.items():
            self.inputs += [(name, "float32", [size]), (f"{name}_known", "int64", [])]
        self.names = [name for name, _, _ in self.inputs]
        self.read = read
        self.modality_dropout = modality_dropout
        self.bag = TokenBag(vocabulary, bag) if bag else None
        self.text = BertEncoder(vocabulary, read, dim, heads, layers, wide, dropout) if tokens and layers else None
        self.features = nn.ModuleDict({name: FeatureSum({name: size}, dim) for name, (size, _) in features.items()})
        self.vectors = nn.ModuleDict({name: nn.Sequential(nn.LayerNorm(size), nn.Linear(size, dim)) for name, size in vectors.items()})
        self.width = dim if self.text is not None or features or vectors else 0
        if self.width:
            self.norm = nn.LayerNorm(dim)
            self.drop = nn.Dropout(dropout)
            self.source, self.target = nn.Linear(dim, dim), nn.Linear(dim, dim)
            for head in (self.source, self.target):
                nn.init.normal_(head.weight, std=0.02)
                nn.init.zeros_(head.bias)
        if bag:
            self.sharpness = nn.Parameter(torch.tensor(float(likeness)).log())
            self.source_scale, self.target_scale = nn.Parameter(torch.zeros(1, bag)), nn.Parameter(torch.zeros(1, bag))
        size = bag + self.width
        self.outputs = [("source", "float32", [size]), ("target", "float32", [size])]

    def fused(self, given):
        """The sum of what is known, normed: a modality that is not known, or left out while learning, adds nothing."""
        parts = []
        if self.text is not None:
            tokens = given["tokens"][:, : self.read]
            parts.append((self.text(tokens), (tokens > 0).any(1)))
        for name, table in self.features.items():
            ids = given[name]
            parts.append((table({name: ids}), (ids > 0).any(1) if ids.ndim == 2 else ids > 0))
        for name, layer in self.vectors.items():
            parts.append((layer(given[name]), given[f"{name}_known"] > 0))
        summed = 0.0
        for vector, known in parts:
            share = known.to(vector.dtype)
            if self.training and len(parts) > 1:
                share = share * (torch.rand_like(share) >= self.modality_dropout).to(vector.dtype)
            summed = summed + vector * share[:, None]
        return self.drop(self.norm(summed))

    def forward(self, *inputs):
        given = dict(zip(self.names, inputs))
        source, target = [], []
        if self.bag is not None:
            z = self.bag(given["tokens"]) * torch.exp(self.sharpness / 2)
            source.append(z * (1 + self.source_scale))
            target.append(z * (1 + self.target_scale))
        if self.width:
            h = self.fused(given)
            source.append(self.source(h))
            target.append(self.target(h))
        return torch.cat(source, dim=1), torch.cat(target, dim=1)

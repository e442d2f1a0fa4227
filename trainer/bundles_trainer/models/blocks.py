"""Parts that several networks are made of."""
import math

import torch
from torch import nn
from torch.nn import functional as F

# Added to the logits of what may not be attended to; finite, so that no row of a softmax can become NaN.
CLOSED = -1e9


def started(weight, vectors, length):
    """Vectors of this length where they are of length 1, and of chance (`weight`) where they are of none. NumPy and torch [items, dim]."""
    vectors = torch.from_numpy(vectors)
    return length * vectors + (1 - 0.9 * vectors.norm(dim=1, keepdim=True)) * weight


class ItemTable(nn.Module):
    """Item vectors that serve as input and, transposed, as the softmax's weights (Press and Wolf 2017), with a bias.

    Ids are item + 1; 0 is the pad, which has a learned vector of its own: it stands for "nothing yet"."""

    def __init__(self, items, dim):
        super().__init__()
        self.weight = nn.Parameter(0.5 * torch.randn(items, dim) / math.sqrt(dim))
        self.pad = nn.Parameter(torch.zeros(dim))
        self.bias = nn.Parameter(torch.zeros(items))

    def start_from_counts(self, counts):
        """Begins at popularity: biases are log shares (one added to every count), so that learning starts where counting ends."""
        shares = torch.as_tensor(counts, dtype=torch.float32) + 1
        with torch.no_grad():
            self.bias.copy_(torch.log(shares / shares.mean()))

    def start_from_company(self, vectors):
        """Begins near the items of the same rows; what is seldom seen, by chance as before."""
        with torch.no_grad():
            self.weight.copy_(started(self.weight, vectors, 0.5))

    def rows(self, numbers):
        """Vectors of items by their numbers."""
        return F.embedding(numbers, self.weight)

    def embed(self, ids):
        return torch.where((ids == 0)[..., None], self.pad, self.rows((ids - 1).clamp(min=0)))

    def scores(self, hidden):
        return F.linear(hidden, self.weight, self.bias)


class Attention(nn.Module):
    """Multi-head attention (Vaswani et al. 2017) with a learned bias for each distance between query and key (Raffel et al. 2020).

    Distances, not places, are learned: what one position learns serves all others, which small data needs."""

    def __init__(self, dim, heads, length, dropout, causal):
        super().__init__()
        self.heads, self.causal, self.length = heads, causal, length
        self.query, self.key_value = nn.Linear(dim, dim), nn.Linear(dim, 2 * dim)
        self.out = nn.Linear(dim, dim)
        self.dropout = dropout
        self.distance = nn.Parameter(torch.zeros(heads, length if causal else 2 * length - 1))

    def bias(self, width, queries):
        """[1, heads, queries, width]: by distance; what lies ahead of a query is closed where the model is causal."""
        place = torch.arange(width, device=self.distance.device)
        apart = place[width - queries :, None] - place[None, :]
        if not self.causal:
            return self.distance[:, apart + self.length - 1][None]
        bias = self.distance[:, apart.clamp(min=0)]
        return bias.masked_fill((apart < 0)[None], CLOSED)[None]

    def forward(self, x, closed, newest_only=False):
        """x [n, width, dim]; closed [n, 1, width, width] float, added to the logits. `newest_only` asks the last position alone."""
        count, width, dim = x.shape
        q = self.query(x[:, -1:] if newest_only else x)
        k, v = self.key_value(x).split(dim, dim=-1)
        closed = closed[:, :, -1:] if newest_only else closed
        queries = 1 if newest_only else width
        q, k, v = (t.reshape(-1, t.shape[1], self.heads, dim // self.heads).transpose(1, 2) for t in (q, k, v))
        mask = self.bias(width, queries) + closed
        rate = self.dropout if self.training else 0.0
        if hasattr(F, "scaled_dot_product_attention") and not torch.onnx.is_in_onnx_export():
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype), dropout_p=rate)
        else:
            shares = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(dim // self.heads) + mask, dim=-1)
            mixed = F.dropout(shares, rate, self.training) @ v
        return self.out(mixed.transpose(1, 2).reshape(-1, queries, dim))


class Layer(nn.Module):
    """A transformer layer with its norms before its parts (Xiong et al. 2020)."""

    def __init__(self, dim, heads, length, dropout, causal):
        super().__init__()
        self.attention_norm = nn.LayerNorm(dim)
        self.attention = Attention(dim, heads, length, dropout, causal)
        self.feed_norm = nn.LayerNorm(dim)
        self.widen = nn.Linear(dim, 4 * dim)
        self.narrow = nn.Linear(4 * dim, dim)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, closed, newest_only=False):
        mixed = self.attention(self.attention_norm(x), closed, newest_only)
        x = (x[:, -1:] if newest_only else x) + self.drop(mixed)
        return x + self.drop(self.narrow(F.gelu(self.widen(self.feed_norm(x)))))


class Trunk(nn.Module):
    """A stack of layers over left-padded sequences, ending in a norm."""

    def __init__(self, dim, heads, layers, length, dropout, causal):
        super().__init__()
        self.layers = nn.ModuleList(Layer(dim, heads, length, dropout, causal) for _ in range(layers))
        self.norm = nn.LayerNorm(dim)
        self.drop = nn.Dropout(dropout)
        for layer in self.layers:
            for linear in (layer.attention.out, layer.narrow):
                nn.init.normal_(linear.weight, std=0.02 / math.sqrt(2 * layers))

    def forward(self, x, ids, newest_only=False):
        """x [n, width, dim], ids [n, width] (0 pads). Every position attends to itself, and to those before it that are no pads."""
        width = ids.shape[1]
        place = torch.arange(width, device=ids.device)
        itself = (place[:, None] == place[None, :])[None]
        shut = (ids == 0)[:, None, :] & ~itself
        closed = (shut.to(x.dtype) * CLOSED)[:, None]
        x = self.drop(x)
        for index, layer in enumerate(self.layers):
            x = layer(x, closed, newest_only and index == len(self.layers) - 1)
        return self.norm(x)

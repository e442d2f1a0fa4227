"""What was bought is bought again: a learned term for items of the row itself (after the copying of Gu et al. 2016)."""
import torch
from torch import nn


class _SumAt(torch.autograd.Function):
    """scatter_add along the second axis; ONNX: ScatterElements. The exporter's own wants shapes that it cannot work out here."""

    @staticmethod
    def forward(context, sums, ids, shares):
        return sums.scatter_add(1, ids, shares)

    @staticmethod
    def symbolic(g, sums, ids, shares):
        return g.op("ScatterElements", sums, ids, shares, axis_i=1, reduction_s="add")


class Repeats(nn.Module):
    """term(j) = log(1 + sum over entries t of the row that are j of exp(w[distance of t])), added to the score of j.

    Distances are told apart by their number of binary digits, so that a few weights are learned from every row."""

    def __init__(self, length, items):
        super().__init__()
        self.items = items
        buckets = torch.tensor([distance.bit_length() for distance in range(length + 1)])
        self.register_buffer("bucket", buckets, persistent=False)
        self.weight = nn.Parameter(torch.full((int(buckets[-1]) + 1,), 2.0))

    def shares(self, ids, at):
        """exp(w[distance]) float [n, p, t] of what stands at t as seen from column at [n, p]; 0 for pads and what stands behind."""
        place = torch.arange(ids.shape[1], device=ids.device)
        distance = at[..., None] - place
        there = (distance >= 0) & (ids > 0)[:, None]
        return torch.exp(self.weight[self.bucket[distance.clamp(min=0)]]) * there.to(self.weight.dtype)

    def forward(self, ids):
        """The term of every item as seen from the last column, float [n, items]. ids int64 [n, width], item + 1, 0 pads."""
        last = torch.full_like(ids[:, :1], ids.shape[1] - 1)
        return self.summed(self.shares(ids, last)[:, 0], ids)

    def summed(self, shares, ids):
        """float [m, items] of shares [m, t] and ids [m, t]."""
        sums = torch.zeros(ids.shape[0], self.items + 1, dtype=shares.dtype, device=ids.device)
        sums = _SumAt.apply(sums, ids, shares) if torch.onnx.is_in_onnx_export() else sums.scatter_add(1, ids, shares)
        return torch.log1p(sums[:, 1:])

    def of_targets(self, ids, shares, counted, targets):
        """float [m]: the term of each target. ids [n, t], shares [n, p, t], counted [n, p] with m of them, targets [m]."""
        rows = counted.nonzero()[:, 0]
        return torch.log1p((shares[counted] * (ids[rows] == targets[:, None] + 1).to(shares.dtype)).sum(1))

    def of_drawn(self, ids, shares, counted, drawn):
        """float [m, k]: the terms of the items drawn [k]."""
        same = (ids[:, :, None] == drawn + 1).to(shares.dtype)
        return torch.log1p((shares @ same)[counted])


def with_repeats(scores, repeats, ids):
    """scores float [n, items] of rows ids, with the term where there is one."""
    return scores if repeats is None else scores + repeats(ids)

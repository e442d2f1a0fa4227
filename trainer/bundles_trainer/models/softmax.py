"""Cross-entropy over all items, and an estimate of it for very many."""
import numpy as np
import torch
from torch.nn import functional as F

IGNORED = -100


def full_softmax(weight, bias, hidden, targets):
    """Mean of -log softmax(hidden . weight + bias)[target] over all items."""
    return F.cross_entropy(F.linear(hidden, weight, bias).float(), targets)


def sampled_softmax(weight, bias, hidden, targets, drawn, log_expected):
    """The same with the sum over the other items estimated from draws j ~ q: sum exp(s_j - log(k q_j)) over draws that are not the
    target is unbiased for it (Bengio and Senecal 2008), so the target itself stays as it is and only draws are corrected by log q.

    drawn int64 [k]; log_expected float [k] = log(k q_j)."""
    own = (hidden * weight[targets]).sum(-1) + bias[targets]
    others = F.linear(hidden, weight[drawn], bias[drawn]).float() - log_expected
    others = others.masked_fill(drawn[None, :] == targets[:, None], -1e9)
    logits = torch.cat([own.float()[:, None], others], dim=1)
    return F.cross_entropy(logits, torch.zeros_like(targets))


def softmax_loss(weight, bias, hidden, batch, name="targets"):
    """Full or sampled softmax over the positions that have a target, whichever the batch is made for; 0 where none has one."""
    counted = batch[name] != IGNORED
    targets = batch[name][counted]
    if len(targets) == 0:
        return hidden.sum() * 0.0
    if "drawn" in batch:
        return sampled_softmax(weight, bias, hidden[counted], targets, batch["drawn"], batch["log_expected"])
    return full_softmax(weight, bias, hidden[counted], targets)


class Draws:
    """Draws items by (count + 1)^0.75 (Mikolov et al. 2013), with replacement."""

    def __init__(self, counts, number):
        weights = (np.asarray(counts, dtype=np.float64) + 1) ** 0.75
        self._shares = weights / weights.sum()
        self._ladder = np.cumsum(self._shares)
        self._number = number

    def draw(self, chance):
        """(items int64 [k], log expected count of each float32 [k])."""
        drawn = np.searchsorted(self._ladder, chance.random(self._number) * self._ladder[-1], side="right")
        drawn = np.minimum(drawn, len(self._ladder) - 1).astype(np.int64)
        return drawn, np.log(self._number * self._shares[drawn]).astype(np.float32)

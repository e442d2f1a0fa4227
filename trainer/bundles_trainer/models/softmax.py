"""Cross-entropy over all items, and an estimate of it for very many."""
import numpy as np
import torch
from torch.nn import functional as F

IGNORED = -100


def full_softmax(logits, targets):
    """Mean of -log softmax(logits)[target] over all items."""
    return F.cross_entropy(logits.float(), targets)


def sampled_softmax(own, others, targets, drawn, log_expected):
    """The same with the sum over the other items estimated from draws j ~ q: sum exp(s_j - log(k q_j)) over draws that are not the
    target is unbiased for it (Bengio and Senecal 2008), so the target itself stays as it is and only draws are corrected by log q.

    own float [m], others float [m, k]: scores of the targets and of the draws; drawn int64 [k]; log_expected float [k] = log(k q_j)."""
    others = (others.float() - log_expected).masked_fill(drawn[None, :] == targets[:, None], -1e9)
    return F.cross_entropy(torch.cat([own.float()[:, None], others], dim=1), torch.zeros_like(targets))


def softmax_loss(weight, bias, hidden, batch, name="targets", repeats=None):
    """Full or sampled softmax over the positions that have a target, whichever the batch is made for; 0 where none has one.

    `repeats` is a term for what the row holds, as seen from the columns where targets are asked for; None where there is none."""
    counted = batch[name] != IGNORED
    targets = batch[name][counted]
    if len(targets) == 0:
        return hidden.sum() * 0.0
    hidden = hidden[counted]
    if repeats is not None:
        ids = batch["items"]
        at = batch["asked_at"] if "asked_at" in batch else torch.arange(ids.shape[1], device=ids.device).expand_as(ids)
        shares = repeats.shares(ids, at)
    if "drawn" not in batch:
        logits = F.linear(hidden, weight, bias)
        if repeats is not None:
            logits = logits + repeats.summed(shares[counted], ids[counted.nonzero()[:, 0]])
        return full_softmax(logits, targets)
    drawn = batch["drawn"]
    own = (hidden * weight[targets]).sum(-1) + bias[targets]
    others = F.linear(hidden, weight[drawn], bias[drawn])
    if repeats is not None:
        own = own + repeats.of_targets(ids, shares, counted, targets)
        others = others + repeats.of_drawn(ids, shares, counted, drawn)
    return sampled_softmax(own, others, targets, drawn, batch["log_expected"])


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

"""How well held-out items are ranked. Only to stop in time and to report; the contest of models is held elsewhere."""
import numpy as np
import torch


def ranks(scores, targets, seen):
    """Rank (1 is best, ties counted half) of each row's target among the items that the row has not seen.

    scores float [n, items]; targets int64 [n]; seen int64 [n, k], item + 1, 0 for nothing."""
    own = scores.gather(1, targets[:, None])
    open_ = torch.ones(scores.shape[0], scores.shape[1] + 1, dtype=torch.bool, device=scores.device)
    open_.scatter_(1, seen, False)
    open_ = open_[:, 1:].scatter(1, targets[:, None], False)
    above = ((scores > own) & open_).sum(1).double()
    ties = ((scores == own) & open_).sum(1).double()
    return 1 + above + ties / 2


def summary(all_ranks):
    """Quality in [0, 1] (mean of 1 / log2(1 + rank), a full-length NDCG of one hidden item) and the hit rate at 10."""
    all_ranks = np.asarray(all_ranks, dtype=np.float64)
    return {"quality": float(np.mean(1 / np.log2(1 + all_ranks))), "hitRate10": float(np.mean(all_ranks <= 10.5))}

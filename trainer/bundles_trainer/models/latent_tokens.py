"""Where a token bag starts: directions of tokens from the catalogue alone."""
import numpy as np
import torch


def directions(tokens, vocabulary, dim, power, seed):
    """(directions float32 [vocabulary + 1, dim], log idf float32 [vocabulary + 1]).

    The right singular vectors of the matrix of normed TF-IDF rows (tf = 1 + ln count, idf = (ln((1 + n) / (1 + df)) + 1)^power), by
    randomised iteration (Halko et al. 2011). tokens int64 [items, width], 0 pads."""
    items = len(tokens)
    row = np.repeat(np.arange(items), tokens.shape[1])
    keys, counts = np.unique(row * (vocabulary + 1) + tokens.ravel(), return_counts=True)
    row, token = keys // (vocabulary + 1), keys % (vocabulary + 1)
    row, token, counts = row[token > 0], token[token > 0], counts[token > 0]
    frequency = np.bincount(token, minlength=vocabulary + 1)
    log_idf = power * np.log(np.log((1 + items) / (1 + frequency)) + 1)
    values = (1 + np.log(counts)) * np.exp(log_idf[token])
    norms = np.sqrt(np.bincount(row, values**2, minlength=items))
    values = values / np.maximum(norms[row], 1e-12)
    matrix = torch.sparse_coo_tensor(
        torch.from_numpy(np.stack([row, token])), torch.from_numpy(values.astype(np.float32)), (items, vocabulary + 1)
    ).coalesce()
    across = matrix.t().coalesce()
    rank = min(dim, items, vocabulary)
    chance = np.random.Generator(np.random.PCG64([seed, 5]))
    probe = torch.from_numpy(chance.standard_normal((vocabulary + 1, min(rank + 16, items, vocabulary))).astype(np.float32))
    basis = torch.linalg.qr(torch.sparse.mm(matrix, probe))[0]
    for _ in range(4):
        basis = torch.linalg.qr(torch.sparse.mm(across, basis))[0]
        basis = torch.linalg.qr(torch.sparse.mm(matrix, basis))[0]
    small = torch.sparse.mm(across, basis)
    left, _, _ = torch.linalg.svd(small, full_matrices=False)
    found = np.zeros((vocabulary + 1, dim), dtype=np.float32)
    found[:, :rank] = left[:, :rank].numpy()
    found[0] = 0
    return found, log_idf.astype(np.float32)

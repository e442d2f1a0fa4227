"""Singular vectors of a sparse matrix, by randomised iteration (Halko et al. 2011)."""
import numpy as np
import torch


def right_singular(row, column, values, shape, rank, seed):
    """(vectors float32 [columns, rank], singular values float32 [rank]) of the matrix with these values; the largest first.

    rank is cut to what the shape allows."""
    rows, columns = shape
    rank = min(rank, rows, columns)
    matrix = torch.sparse_coo_tensor(
        torch.from_numpy(np.stack([row, column])), torch.from_numpy(values.astype(np.float32)), (rows, columns)
    ).coalesce()
    across = matrix.t().coalesce()
    chance = np.random.Generator(np.random.PCG64([seed, 5]))
    probe = torch.from_numpy(chance.standard_normal((columns, min(rank + 16, rows, columns))).astype(np.float32))
    basis = torch.linalg.qr(torch.sparse.mm(matrix, probe))[0]
    for _ in range(4):
        basis = torch.linalg.qr(torch.sparse.mm(across, basis))[0]
        basis = torch.linalg.qr(torch.sparse.mm(matrix, basis))[0]
    left, values, _ = torch.linalg.svd(torch.sparse.mm(across, basis), full_matrices=False)
    return left[:, :rank].numpy(), values[:rank].numpy()

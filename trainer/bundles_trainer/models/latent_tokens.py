"""Where a token bag starts: directions of tokens from the catalogue alone."""
import numpy as np

from bundles_trainer.models.singular import right_singular


def directions(tokens, vocabulary, dim, power, seed):
    """(directions float32 [vocabulary + 1, dim], log idf float32 [vocabulary + 1]).

    The right singular vectors of the matrix of normed TF-IDF rows (tf = 1 + ln count, idf = (ln((1 + n) / (1 + df)) + 1)^power).
    tokens int64 [items, width], 0 pads."""
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
    vectors, _ = right_singular(row, token, values, (items, vocabulary + 1), min(dim, vocabulary), seed)
    found = np.zeros((vocabulary + 1, dim), dtype=np.float32)
    found[:, : vectors.shape[1]] = vectors
    found[0] = 0
    return found, log_idf.astype(np.float32)

# The rivals of bench/neighbours: SciPy's sparse product and NumPy's argpartition, one thread. Prints CPU seconds, peak MiB and the
# number found, and checks the other side's files against its own result where they are there.
# Usage: neighbours-rival.py FOLDER pairs|pairs-frequent|knn ITEMS LEAST_OR_NEIGHBOURS
import resource
import sys
from os.path import exists, join

import numpy as np
from scipy import sparse

folder, what, items, number = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])


def take(name, kind=np.int32):
    return np.fromfile(join(folder, name), dtype=kind)


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def pairs(x, least, frequent_first):
    held = np.asarray(x.sum(axis=0)).ravel()
    kept = np.flatnonzero(held >= least) if frequent_first else np.arange(x.shape[1])
    y = x[:, kept] if frequent_first else x
    together = (y.T @ y).tocoo()
    wanted = (together.row < together.col) & (together.data >= least)
    first, second, count = kept[together.row[wanted]], kept[together.col[wanted]], together.data[wanted]
    forward, back = count / held[first], count / held[second]
    return first, second, count, (forward, back, forward * x.shape[0] / held[second])


def nearest(x, neighbours):
    together = (x.T @ x).tocsr()
    norm = np.sqrt(together.diagonal())
    together.setdiag(0)
    together.eliminate_zeros()
    scale = sparse.diags(1 / np.where(norm > 0, norm, 1))
    similar = (scale @ together @ scale).tocsr()
    best = []
    for item in range(similar.shape[0]):
        start, end = similar.indptr[item], similar.indptr[item + 1]
        values = similar.data[start:end]
        if end - start > neighbours:
            top = np.argpartition(values, -neighbours)[-neighbours:]
            best.append((similar.indices[start:end][top], values[top]))
        else:
            best.append((similar.indices[start:end], values))
    return best


offsets, members = take("offsets"), take("items")
ones = np.ones(len(members), dtype=np.float32 if what == "knn" else np.int32)
x = sparse.csr_matrix((ones, members, offsets), shape=(len(offsets) - 1, items))
before = cpu()
found = nearest(x, number) if what == "knn" else pairs(x, number, what == "pairs-frequent")
seconds = cpu() - before
size = sum(len(columns) for columns, _ in found) if what == "knn" else len(found[0])
print(f"{seconds:.3f}\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}\t{size}")

if what != "knn" and exists(join(folder, "pairs")):
    order = np.lexsort((found[1], found[0]))
    ours = take("pairs").reshape(3, -1)
    assert ours.shape[1] == size and all((a == b[order]).all() for a, b in zip(ours, found)), "the pairs differ"
if what == "knn" and exists(join(folder, "knn-values")):
    starts, values = take("knn-offsets"), take("knn-values", np.float32)
    for item, (_, theirs) in enumerate(found):
        # Ties may fall to other items; the similarities that were kept must be the same.
        ours = np.sort(values[starts[item] : starts[item + 1]])
        assert len(ours) == len(theirs) and np.allclose(ours, np.sort(theirs), rtol=1e-5), f"the neighbours of {item} differ"

"""Who shares what: each thing counts the less, the more accounts have it."""

import numpy as np
import pandas as pd
import scipy.sparse as sp

#: What more accounts have than this is a place or a service, and joins nobody.
COMMON = 60


def incidence(folder, accounts, tokens, values=None):
    """Accounts by things; only things that several accounts have and not too many."""
    rows = pd.DataFrame({"a": np.asarray(accounts), "t": np.asarray(tokens, dtype=object)})
    rows["v"] = 1.0 if values is None else np.asarray(values, dtype=float)
    rows = rows[rows.t.notna() & (rows.t != "")]
    rows = rows.groupby(["a", "t"], as_index=False).v.sum()
    users = rows.groupby("t").a.transform("size")
    rows = rows[(users >= 2) & (users <= COMMON)]
    codes, _ = pd.factorize(rows.t)
    size = (folder.n, max(1, codes.max() + 1 if len(codes) else 1))
    return sp.csr_matrix((rows.v.to_numpy(float), (rows.a.to_numpy(), codes)), shape=size)


def shared(matrix):
    """Of each pair, the sum over what both have of 1 / log2 of how many have it; the amounts do not count."""
    has = (matrix > 0).astype(float)
    users = np.asarray(has.sum(axis=0)).ravel()
    weight = 1 / np.log2(np.maximum(users, 2))
    return dense(has @ sp.diags(weight) @ has.T)


def shared_amount(matrix):
    """The same by how much of each one's own goes there: of both the lesser part's geometric middle."""
    total = np.asarray(matrix.sum(axis=1)).ravel()
    part = sp.diags(1 / np.maximum(total, 1e-9)) @ matrix
    users = np.asarray((matrix > 0).sum(axis=0)).ravel()
    root = part.sqrt()
    return dense(root @ sp.diags(1 / np.log2(np.maximum(users, 2))) @ root.T)


def dense(product):
    full = np.asarray(product.todense(), dtype=np.float32)
    np.fill_diagonal(full, 0)
    return full


def directed(folder, a, b, values=None):
    """Something from one to the other, either way."""
    keep = pd.notna(b)
    a, b = np.asarray(a)[keep].astype(int), np.asarray(b)[keep].astype(int)
    v = np.ones(len(a)) if values is None else np.asarray(values, float)[keep]
    one = sp.csr_matrix((v, (a, b)), shape=(folder.n, folder.n))
    return dense(one.maximum(one.T))


def closeness(folder, one, other):
    """Of what one gives and what the other gets, the part that is between these two."""
    n = folder.n
    count = sp.csr_matrix((np.ones(len(one)), (one, other)), shape=(n, n))
    gives = np.asarray(count.sum(axis=1)).ravel()
    gets = np.asarray(count.sum(axis=0)).ravel()
    part = (
        sp.diags(1 / np.sqrt(np.maximum(gives, 1)))
        @ count
        @ sp.diags(1 / np.sqrt(np.maximum(gets, 1)))
    )
    return dense(part.maximum(part.T))


def tidy(matrix):
    users = np.asarray((matrix > 0).sum(axis=0)).ravel()
    return matrix[:, np.flatnonzero((users >= 2) & (users <= COMMON))].tocsr()


def meeting(reach):
    """Money of two in one purse: the lesser of both parts, the less the more accounts' money comes there."""
    part = tidy(reach)
    if part.shape[1] == 0:
        return np.zeros((reach.shape[0],) * 2, np.float32)
    users = np.asarray((part > 0).sum(axis=0)).ravel()
    root = part.sqrt()
    return dense(root @ sp.diags(1 / np.log2(np.maximum(users, 2))) @ root.T)


def both_ways(product):
    full = dense(product)
    return full, full.T

"""Whose texts are alike."""

import numpy as np
import pandas as pd
import scipy.sparse as sp

from sharing import dense
from tables import words


def shingles(text, length):
    found = words(text)
    return {" ".join(found[at : at + length]) for at in range(len(found) - length + 1)}


def text_kinds(folder):
    """Runs of words that few accounts write; the subject of the job, which all repeat, is in too many to count."""
    rows = folder.documents
    kinds = {}
    groups = {
        "bid": rows[rows.kind == "bid"],
        "message": rows[rows.kind == "message"],
        "resume": rows[~rows.kind.isin(["bid", "message"])],
    }
    ratings = folder.ratings
    for name, found in groups.items():
        add_text(folder, kinds, name, found.a.to_numpy(), found.text.to_numpy())
    add_text(folder, kinds, "comment", ratings.f.to_numpy(), ratings.comment.to_numpy())
    return kinds


def add_text(folder, kinds, name, accounts, texts):
    per = {}
    for a, text in zip(accounts, texts):
        if text:
            per.setdefault(a, []).append(text)
    for length in (3, 6):
        pairs = [
            (a, s)
            for a, all_ in sorted(per.items())
            for s in sorted(set().union(*(shingles(t, length) for t in all_)))
        ]
        a = np.array([p[0] for p in pairs], int)
        counts = np.bincount(a, minlength=folder.n).astype(float)
        matrix = few(folder, a, [p[1] for p in pairs], 25)
        users = np.asarray(matrix.sum(axis=0)).ravel()
        both = dense(matrix @ sp.diags(1 / np.log2(np.maximum(users, 2))) @ matrix.T)
        kinds[f"{name}_{length}"] = np.log1p(both)
        kinds[f"{name}_{length}_part"] = (both / np.sqrt(np.outer(counts, counts) + 25)).astype(
            np.float32
        )


def few(folder, accounts, tokens, most):
    codes, _ = (
        pd.factorize(np.asarray(tokens, dtype=object)) if len(tokens) else (np.array([], int), None)
    )
    width = codes.max() + 1 if len(codes) else 1
    matrix = sp.csr_matrix((np.ones(len(codes)), (accounts, codes)), shape=(folder.n, width))
    users = np.asarray(matrix.sum(axis=0)).ravel()
    return matrix[:, np.flatnonzero((users >= 2) & (users <= most))].tocsr()


def close_texts(folder, i, j):
    """How like the two most alike texts of both are, and which part of what both write has its like."""
    rows = folder.documents[folder.documents.text != ""]
    ratings = folder.ratings[folder.ratings.comment != ""]
    groups = {
        "bid": (rows[rows.kind == "bid"].a, rows[rows.kind == "bid"].text),
        "message": (rows[rows.kind == "message"].a, rows[rows.kind == "message"].text),
        "resume": (
            rows[~rows.kind.isin(["bid", "message"])].a,
            rows[~rows.kind.isin(["bid", "message"])].text,
        ),
        "comment": (ratings.f, ratings.comment),
    }
    columns = {}
    for name, (accounts, texts) in groups.items():
        most, part = text_likeness(folder, accounts.to_numpy(), texts.to_numpy())
        columns[f"{name}_like"] = np.asarray(most[i, j]).ravel().astype(np.float32)
        columns[f"{name}_like_part"] = np.sqrt(
            np.asarray(part[i, j]).ravel() * np.asarray(part[j, i]).ravel()
        ).astype(np.float32)
    likes = np.column_stack([columns[f"{name}_like"] for name in groups])
    columns["texts_alike"] = (likes > 0.3).sum(axis=1).astype(np.float32)
    columns["texts_like"] = likes.sum(axis=1)
    return columns


#: So many texts an account are compared, from all of its time.
TEXTS_COMPARED = 8


def text_likeness(folder, accounts, texts):
    """Accounts by accounts: the greatest likeness of two texts, and the part of one's texts that have a like among the other's."""
    n = folder.n
    chosen = []
    for a in np.unique(accounts):
        mine = np.flatnonzero(accounts == a)
        chosen += list(mine[np.unique(np.linspace(0, len(mine) - 1, TEXTS_COMPARED).astype(int))])
    who = accounts[chosen].astype(int) if chosen else np.array([], int)
    pairs = [(at, s) for at, one in enumerate(chosen) for s in sorted(shingles(texts[one], 3))]
    if not pairs:
        return sp.csr_matrix((n, n)), sp.csr_matrix((n, n))
    of = np.array([at for at, _ in pairs])
    codes, _ = pd.factorize(np.array([s for _, s in pairs], dtype=object))
    known = pd.DataFrame({"a": who[of], "s": codes}).drop_duplicates()
    users = np.bincount(known.s)
    rare = (users[codes] >= 2) & (users[codes] <= 25)
    length = np.sqrt(np.bincount(of, np.log(n / users[codes]), len(chosen)))
    weight = np.sqrt(np.log(n / users[codes])) / np.maximum(length[of], 1e-9)
    matrix = sp.csr_matrix(
        (weight[rare].astype(np.float32), (of[rare], codes[rare])), shape=(len(chosen), len(users))
    )
    product = (matrix @ matrix.T).tocoo()
    keep = (product.data > 0.1) & (who[product.row] != who[product.col])
    row, col, value = product.row[keep], product.col[keep], product.data[keep]
    table = pd.DataFrame({"a": who[row], "b": who[col], "text": row, "v": value})
    top = table.groupby(["a", "b"]).v.max().reset_index()
    most = sp.csr_matrix((top.v, (top.a, top.b)), shape=(n, n))
    alike = (
        table[table.v > 0.3]
        .drop_duplicates(["a", "b", "text"])
        .groupby(["a", "b"])
        .size()
        .reset_index(name="c")
    )
    per = np.bincount(who, minlength=n)
    part = sp.csr_matrix((alike.c / per[alike.a], (alike.a, alike.b)), shape=(n, n))
    return most, part

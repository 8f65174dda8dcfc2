"""What can be told of each account and of each pair of a world, from its files alone; labels are never read here."""

import hashlib
import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from sklearn.feature_extraction.text import HashingVectorizer

from money import circles
from own import own_features
from pairs import CONTEXT, candidates, pair_kinds, surprise
from tables import Folder, words
from texts import close_texts
from ties import declared, far_alike


@dataclass
class Seen:
    """A world as a model sees it."""

    name: str
    ids: np.ndarray
    own: pd.DataFrame
    #: Both ends of each pair that shares something.
    i: np.ndarray
    j: np.ndarray
    #: One column a kind of thing shared.
    shared: pd.DataFrame
    #: The most each account shares with anybody.
    most: pd.DataFrame
    #: Which words and pairs of words each account writes, by kind of text, without names of people and places.
    texts: dict


def seen(path, cache=None):
    """Reads a folder, or what was kept of it when the same code read it before."""
    kept = None if cache is None else Path(cache) / f"{Path(path).name}-{code_mark()}.pickle"
    if kept is not None and kept.exists():
        return pickle.loads(kept.read_bytes())
    found = look(Folder(path))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return found


def code_mark():
    """Of all that features depend on; the model comes after them."""
    files = sorted(file for file in Path(__file__).parent.glob("*.py") if file.name != "limit.py")
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def look(folder):
    own = own_features(folder)
    kinds = pair_kinds(folder)
    i, j = candidates(kinds, folder.n)
    shared = pd.DataFrame({name: matrix[i, j].astype(np.float32) for name, matrix in kinds.items()})
    shared = refined(shared, folder, i, j)
    return Seen(
        name=folder.path.name,
        ids=folder.ids,
        own=own.astype(np.float32),
        i=i,
        j=j,
        shared=shared,
        most=most_shared(shared, Neighbours(folder.n, i, j)),
        texts=written(folder),
    )


def refined(shared, folder, i, j):
    """What is worth telling only of pairs that something else joins already."""
    more = {}
    for tell in (close_texts, circles, declared, far_alike):
        more.update(tell(folder, i, j))
    told = pd.concat([shared, pd.DataFrame(more)], axis=1)
    return pd.concat([told, pd.DataFrame(surprise(told, folder.n))], axis=1)


def written(folder):
    accounts = folder.accounts
    hidden = set()
    for column in ("display_name", "legal_name", "city", "country", "employer", "education"):
        for value in accounts[column]:
            hidden.update(words(value))
    rows = folder.documents
    found = {}
    turned = HashingVectorizer(
        n_features=2**17,
        ngram_range=(1, 2),
        binary=True,
        norm=None,
        alternate_sign=False,
        dtype=np.float32,
    )
    for kind in ("bid", "message"):
        texts = [""] * folder.n
        for a, group in rows[(rows.kind == kind) & (rows.text != "")].groupby("a"):
            texts[a] = " ".join(
                word for text in group.text for word in words(text) if word not in hidden
            )
        found[kind] = turned.transform(texts)
    return found


def ranked(frame):
    """Where in its own world each stands: worlds differ in what is usual."""
    ranks = frame.rank(pct=True).astype(np.float32)
    return ranks.rename(columns=lambda name: f"{name}.rank")


def bonds(names):
    """Kinds that join by themselves."""
    return [
        name
        for name in names
        if name not in CONTEXT and name != "known" and not name.startswith(("rare_", "declared_"))
    ]


class Neighbours:
    """The pairs of a world seen from each account."""

    def __init__(self, n, i, j):
        self.n = n
        self.a = np.concatenate([i, j])
        self.b = np.concatenate([j, i])

    def both(self, values):
        return np.concatenate([values, values])

    def best(self, values, count):
        """Each account's greatest values, in falling order, and with whom; 0 and nobody where there are fewer."""
        all_ = self.both(np.asarray(values, float))
        order = np.lexsort((-all_, self.a))
        a = self.a[order]
        turn = np.arange(len(a)) - np.searchsorted(a, a)
        top = np.zeros((self.n, count))
        who = np.full((self.n, count), -1)
        keep = turn < count
        top[a[keep], turn[keep]] = all_[order][keep]
        who[a[keep], turn[keep]] = self.b[order][keep]
        return top, who

    def two_best(self, values):
        first = np.zeros(self.n, np.float32)
        all_ = self.both(values)
        np.maximum.at(first, self.a, all_)
        holds = all_ == first[self.a]
        several = np.bincount(self.a[holds], minlength=self.n) > 1
        second = np.zeros(self.n, np.float32)
        np.maximum.at(second, self.a[~holds], all_[~holds])
        return first, np.where(several, first, second)

    def mean(self, weights, values, known=0.0):
        """The mean of what the others are, each as heavy as its pair."""
        w = self.both(np.asarray(weights, float))
        total = np.bincount(self.a, w, self.n)
        return np.bincount(self.a, w * values[self.b], self.n) / (total + known)

    def total(self, values):
        return np.bincount(self.a, self.both(np.asarray(values, float)), self.n)


def most_shared(shared, near):
    """Of each account: the most it shares with anybody, by kind, and how many kinds its surest partners show."""
    columns = {}
    scaled = np.zeros(len(shared))
    breadth = np.zeros(len(shared))
    for name in bonds(shared.columns):
        values = shared[name].to_numpy()
        columns[f"{name}.most"], columns[f"{name}.second"] = near.two_best(values)
        level = np.quantile(values[values > 0], 0.9) if (values > 0).any() else 1
        part = np.clip(values / max(level, 1e-9), 0, 1.5)
        scaled += part
        breadth += part > 0.3
    for name, values in (("strength", scaled), ("breadth", breadth)):
        top, _ = near.best(values, 3)
        for at in range(3):
            columns[f"{name}.{at + 1}"] = top[:, at]
    for name in shared:
        if name.startswith("rare_"):
            columns[f"{name}.most"], columns[f"{name}.second"] = near.two_best(
                shared[name].to_numpy()
            )
    columns["partners"] = near.total(np.ones(len(shared)))
    columns["broad_partners"] = near.total(breadth >= 3)
    return pd.DataFrame(columns).astype(np.float32)

"""What can be told of each account and of each pair of a world, from its files alone; labels are never read here."""

import hashlib
import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from own import own_features
from pairs import CONTEXT, candidates, pair_kinds
from tables import Folder, words


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
    #: What each account writes, by kind of text, without names of people and places.
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
    parts = [(Path(__file__).parent / name).read_bytes() for name in ("tables.py", "own.py", "pairs.py", "features.py")]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]


def look(folder):
    own = own_features(folder)
    kinds = pair_kinds(folder)
    i, j = candidates(kinds, folder.n)
    columns = {name: matrix[i, j].astype(np.float32) for name, matrix in kinds.items()}
    return Seen(
        name=folder.path.name,
        ids=folder.ids,
        own=own.astype(np.float32),
        i=i,
        j=j,
        shared=pd.DataFrame(columns),
        texts=written(folder),
    )


def written(folder):
    accounts = folder.accounts
    hidden = set()
    for column in ("display_name", "legal_name", "city", "country", "employer", "education"):
        for value in accounts[column]:
            hidden.update(words(value))
    rows = folder.documents
    found = {}
    for kind in ("bid", "message"):
        texts = [""] * folder.n
        for a, group in rows[(rows.kind == kind) & (rows.text != "")].groupby("a"):
            texts[a] = " ".join(word for text in group.text for word in words(text) if word not in hidden)
        found[kind] = texts
    return found


def ranked(frame):
    """Where in its own world each stands: worlds differ in what is usual."""
    ranks = frame.rank(pct=True).astype(np.float32)
    return ranks.rename(columns=lambda name: f"{name}.rank")


def bonds(names):
    """Kinds that join by themselves."""
    return [name for name in names if name not in CONTEXT and name != "known"]


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

    def mean(self, weights, values, known=0.0):
        """The mean of what the others are, each as heavy as its pair."""
        w = self.both(np.asarray(weights, float))
        total = np.bincount(self.a, w, self.n)
        return np.bincount(self.a, w * values[self.b], self.n) / (total + known)

    def total(self, values):
        return np.bincount(self.a, self.both(np.asarray(values, float)), self.n)


def shared_features(world):
    """Of each account: the most it shares with anybody, by kind, and how many kinds its surest partners show."""
    near = Neighbours(len(world.ids), world.i, world.j)
    columns = {}
    names = bonds(world.shared.columns)
    scaled = np.zeros(len(world.i))
    breadth = np.zeros(len(world.i))
    for name in names:
        values = world.shared[name].to_numpy()
        top, _ = near.best(values, 2)
        columns[f"{name}.most"] = top[:, 0]
        columns[f"{name}.second"] = top[:, 1]
        level = np.quantile(values[values > 0], 0.9) if (values > 0).any() else 1
        part = np.clip(values / max(level, 1e-9), 0, 1.5)
        scaled += part
        breadth += part > 0.3
    for name, values in (("strength", scaled), ("breadth", breadth)):
        top, _ = near.best(values, 3)
        for at in range(3):
            columns[f"{name}.{at + 1}"] = top[:, at]
    columns["partners"] = near.total(np.ones(len(world.i)))
    columns["broad_partners"] = near.total(breadth >= 3)
    return pd.DataFrame(columns).astype(np.float32)

"""What can be known at all about who belongs to a scheme: a strong model on everything that the files hold.

    limit.py --train FOLDER... --test FOLDER... [--cache DIR] [--seeds N]

Trains on the labels of the first folders, ranks the accounts of the others, and prints JSON. Accounts are judged by
themselves first, then pairs, then accounts by their pairs and groups, over and over; each step is trained on what
the steps before say of worlds that those were not trained on.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

try:
    import lightgbm
    import numpy as np
    import pandas as pd
    import scipy.sparse as sp
    import sklearn
    from scipy.sparse.csgraph import connected_components
    from sklearn.linear_model import LogisticRegression
except ModuleNotFoundError as missing:
    sys.exit(
        f"{missing.name} is missing: python3 -m pip install -r {Path(__file__).with_name('requirements.txt')}"
    )

from features import Neighbours, bonds, ranked, seen

FOLDS = 5
ROUNDS = 3
#: Of honest accounts and pairs so many are learnt from, each weighing as many as it stands for.
HONEST_KEPT = 0.35
PAIRS_KEPT = 0.04
#: So many pairs an account, the surest, are judged from the second round on.
PAIRS_A_HEAD = 4

ACCOUNT_MODEL = {
    "objective": "binary",
    "num_iterations": 200,
    "learning_rate": 0.05,
    "num_leaves": 12,
    "min_child_samples": 10,
    "feature_fraction": 0.15,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
}
PAIR_MODEL = {
    **ACCOUNT_MODEL,
    "num_iterations": 150,
    "num_leaves": 24,
    "feature_fraction": 0.3,
    "min_child_samples": 20,
}

#: What of both ends a pair is judged by besides.
ENDS = [
    "split_score",
    "ip_vpn",
    "ip_hosting",
    "remote_port",
    "remote_tool",
    "hours_off",
    "night",
    "payout_name_least",
    "reach_1_met",
    "reach_2_met",
    "reach_3_met",
    "private_out",
    "rests",
    "papers_doubtful",
    "top_client",
    "bids_a_day",
    "top_hire",
    "is_client",
    "age",
    "sessions",
    "income",
    "pulled_part",
    "changes",
    "text_bid",
    "text_message",
]
APART = ["split_at", "hours_middle", "income_mean", "last_seen"]


class Labelled:
    """A world with what its labels say; `ring` is 0 for the honest."""

    def __init__(self, path, cache):
        self.world = seen(path, cache)
        self.name = self.world.name
        with open(Path(path) / "labels.csv", newline="", encoding="utf-8-sig") as file:
            rows = {row["account_id"]: row for row in csv.DictReader(file)}
        mine = [rows.get(account) for account in self.world.ids]
        self.bad = np.array([row is not None and row["role"] != "benign" for row in mine])
        self.kind = np.array([row["kind"] if row else "" for row in mine], dtype=object)
        clusters = {
            c: at + 1 for at, c in enumerate(sorted({row["cluster"] for row in mine if row}))
        }
        self.ring = np.array(
            [clusters[row["cluster"]] if bad else 0 for row, bad in zip(mine, self.bad)]
        )
        self.n = len(self.bad)
        self.own = pd.concat([self.world.own, ranked(self.world.own)], axis=1)
        self.begin(np.random.default_rng(0))

    def begin(self, random):
        """All pairs again, and another choice of the honest to learn from."""
        self.account_share = self.pair_share = None
        self.kept = self.bad | (self.kind != "") | (random.random(self.n) < HONEST_KEPT)
        self.look_at(np.arange(len(self.world.i)))
        self.pairs_kept = self.pair_bad | (random.random(len(self.i)) < PAIRS_KEPT)

    def look_at(self, chosen):
        self.i, self.j = self.world.i[chosen], self.world.j[chosen]
        self.things = {
            name: self.world.shared[name].to_numpy()[chosen] for name in self.world.shared
        }
        self.has = np.column_stack([self.things[name] > 0 for name in bonds(self.things)])
        self.near = Neighbours(self.n, self.i, self.j)
        self.pair_bad = (self.ring[self.i] > 0) & (self.ring[self.i] == self.ring[self.j])

    def narrow(self):
        """From the second round on only pairs that may be of one scheme are judged, all of them learnt from."""
        if len(self.i) < len(self.world.i):
            return
        order = np.argsort(-self.pair_share, kind="stable")[: PAIRS_A_HEAD * self.n]
        chosen = np.sort(order)
        self.look_at(chosen)
        self.pair_share = self.pair_share[chosen]
        self.pairs_kept = np.ones(len(chosen), bool)


def average_precision(score, bad):
    """Ties counted together."""
    order = np.argsort(-score, kind="stable")
    score, bad = score[order], bad[order]
    last = np.r_[np.flatnonzero(np.diff(score)), len(score) - 1]
    hits = np.cumsum(bad)[last]
    return float((np.diff(np.r_[0, hits]) * hits / (last + 1)).sum() / max(1, bad.sum()))


class Stack:
    """Trains step by step; what a step says of a training world comes from models that did not see it."""

    def __init__(self, train, test, seed):
        self.train, self.test, self.seed = train, test, seed
        random = np.random.default_rng(seed)
        for world in train + test:
            world.begin(random)
        self.fold = random.permutation(len(train)) % FOLDS
        #: By step, how much each feature tells: of accounts alone, of pairs alone, and of all together at last.
        self.gain = {
            "accounts": defaultdict(float),
            "pairs": defaultdict(float),
            "together": defaultdict(float),
        }

    def run(self):
        self.texts()
        self.accounts(lambda world: world.own, "accounts")
        for turn in range(ROUNDS):
            self.pairs("pairs" if turn == 0 else None)
            self.accounts(
                lambda world: pd.concat([world.own, world.world.most, joined(world)], axis=1),
                "together" if turn == ROUNDS - 1 else None,
            )
        return [world.account_share for world in self.test]

    def texts(self):
        for kind in ("bid", "message"):
            results = self.fit(TextModel, lambda world: world.world.texts[kind])
            for world, result in results:
                world.own[f"text_{kind}"] = result

    def accounts(self, features, step):
        for world, result in self.fit(lambda train: self.account_model(train, step), features):
            world.account_share = result

    def pairs(self, step):
        for world, result in self.fit(lambda train: self.pair_model(train, step), pair_features):
            world.pair_share = result
        for world in self.train + self.test:
            world.narrow()

    def fit(self, make, features):
        """By world, what models say that were trained on other worlds."""
        known = [(w, features(w)) for w in self.train]
        asked = [(w, features(w)) for w in self.test]
        told, sums = [], [0.0] * len(asked)
        for fold in range(FOLDS):
            model = make([pair for pair, f in zip(known, self.fold) if f != fold])
            told += [(w, model.predict(x)) for (w, x), f in zip(known, self.fold) if f == fold]
            sums = [total + model.predict(x) / FOLDS for total, (_, x) in zip(sums, asked)]
        return told + list(zip(self.test, sums))

    def account_model(self, train, step):
        x = pd.concat([x[w.kept] for w, x in train])
        y = np.concatenate([w.bad[w.kept] for w, _ in train])
        free = np.concatenate([(w.kind == "")[w.kept] for w, _ in train]) & ~y
        return self.boost(x, y, np.where(free, 1 / HONEST_KEPT, 1.0), ACCOUNT_MODEL, step)

    def pair_model(self, train, step):
        x = pd.concat([x[w.pairs_kept] for w, x in train])
        y = np.concatenate([w.pair_bad[w.pairs_kept] for w, _ in train])
        whole = len(x) == sum(len(x) for _, x in train)
        return self.boost(x, y, np.where(y | whole, 1.0, 1 / PAIRS_KEPT), PAIR_MODEL, step)

    def boost(self, x, y, weight, about, step):
        parameters = {
            **about,
            "seed": self.seed,
            "deterministic": True,
            "force_row_wise": True,
            "num_threads": 1,
            "verbosity": -1,
        }
        data = lightgbm.Dataset(x.to_numpy(np.float32), label=y, weight=weight)
        model = lightgbm.train(parameters, data)
        for name, gain in zip(x.columns, model.feature_importance("gain")) if step else ():
            self.gain[step][name.removesuffix(".rank")] += float(gain)
        return model


class TextModel:
    """Words and pairs of words that several accounts use, by logistic regression."""

    def __init__(self, train):
        rows = sp.vstack([words[w.kept] for w, words in train]).tocsr()
        bad = np.concatenate([w.bad[w.kept] for w, _ in train])
        writes = np.asarray(rows.sum(axis=1)).ravel() > 0
        users = np.asarray(rows.sum(axis=0)).ravel()
        self.used = np.flatnonzero((users >= 12) & (users < 0.5 * writes.sum()))
        self.model = None
        if writes.sum() > 200 and bad[writes].any():
            self.model = LogisticRegression(C=0.02, max_iter=300).fit(
                rows[writes][:, self.used], bad[writes]
            )

    def predict(self, words):
        if self.model is None:
            return np.full(words.shape[0], np.nan)
        told = self.model.decision_function(words[:, self.used])
        return np.where(np.asarray(words.sum(axis=1)).ravel() > 0, told, np.nan)


def pair_features(labelled):
    own, share = labelled.own, labelled.account_share
    i, j = labelled.i, labelled.j
    columns = dict(labelled.things)
    columns["kinds"] = labelled.has.sum(axis=1)
    for name in ("client_part", "bid_like", "message_like", "meets", "rare_sum", "kinds"):
        values = columns[name]
        most = np.zeros(labelled.n)
        np.maximum.at(most, i, values)
        np.maximum.at(most, j, values)
        columns[f"{name}.of_most"] = values / np.maximum(np.maximum(most[i], most[j]), 1e-6)
        columns[f"{name}.of_least"] = values / np.maximum(np.minimum(most[i], most[j]), 1e-6)
    ends = {name: own[name].to_numpy() for name in ENDS}
    ends["share"] = np.log(share + 1e-4)
    link = labelled.pair_share
    heard = np.zeros(labelled.n) if link is None else labelled.near.mean(link, share, 0.05)
    ends["heard"] = np.log(heard + 1e-4)
    columns["third"] = np.log(through_others(labelled) + 1e-4)
    columns["before"] = np.zeros(len(i)) if link is None else np.log(link + 1e-5)
    for name, values in ends.items():
        columns[f"{name}.less"] = np.fmin(values[i], values[j])
        columns[f"{name}.more"] = np.fmax(values[i], values[j])
    for name in APART:
        values = own[name].to_numpy()
        columns[f"{name}.apart"] = np.abs(values[i] - values[j])
    return pd.DataFrame({name: np.asarray(values, np.float32) for name, values in columns.items()})


def through_others(labelled):
    """How surely both are linked to the same others."""
    i, j, link = labelled.i, labelled.j, labelled.pair_share
    if link is None:
        return np.zeros(len(i))
    linked = sp.csr_matrix((link, (i, j)), shape=(labelled.n,) * 2)
    linked = linked + linked.T
    return np.asarray((linked @ linked)[i, j]).ravel()


def joined(labelled):
    """Of each account what its pairs and its group say."""
    near, share, link = labelled.near, labelled.account_share, labelled.pair_share
    columns = {}
    top, who = near.best(link, 4)
    for at in range(4):
        columns[f"link.{at + 1}"] = top[:, at]
        columns[f"link.{at + 1}.other"] = np.where(who[:, at] >= 0, share[who[:, at]], 0)
    columns["links"] = near.total(link)
    columns["heard"] = near.mean(link, share, 0.05)
    columns["heard_strong"] = near.mean(link**2, share, 0.02)
    columns["before"] = share
    columns["weighed"] = np.bincount(near.a, near.both(link) * share[near.b], near.n)
    for name in bonds(labelled.things):
        columns[f"{name}.heard"] = near.mean(labelled.things[name], share, 0.05)
    for name in ASIDE:
        values = near.both(labelled.things[name])
        weight = near.both(link)
        columns[f"link.{name}"] = np.bincount(near.a, weight * values, near.n) / (
            np.bincount(near.a, weight, near.n) + 1e-3
        )
    for level in (0.02, 0.1, 0.4):
        columns.update(group(labelled, level))
    return pd.DataFrame(columns).astype(np.float32)


#: What joins nobody but tells of those who are joined whether they are a household, a firm or a scheme.
ASIDE = [
    "surname",
    "birth",
    "known",
    "hours_apart",
    "followed",
    "met",
    "opened_apart",
    "reopened",
    "trade",
    "address",
    "employer",
    "parcel_home",
    "declared_family_of",
    "declared_employs",
    "declared_represents",
    "declared_recommended",
]

#: What the members of a group show by themselves, on average.
GROUP = [
    "split_score",
    "ip_vpn",
    "ip_hosting",
    "remote_port",
    "hours_off",
    "reach_2_met",
    "private_out",
    "papers_doubtful",
    "top_client",
    "age",
]


def group(labelled, level):
    """The group of accounts that pairs of at least this share join: how large, how dense, how bad, how broad."""
    share, link, i, j = labelled.account_share, labelled.pair_share, labelled.i, labelled.j
    n = labelled.n
    on = link >= level
    graph = sp.csr_matrix((np.ones(on.sum()), (i[on], j[on])), shape=(n, n))
    _, part = connected_components(graph, directed=False)
    size = np.bincount(part)
    inside = part[i] == part[j]
    weight = np.bincount(part[i[inside]], link[inside], len(size))
    mark = f"group_{level}"
    columns = {
        f"{mark}.size": size[part],
        f"{mark}.density": (weight / np.maximum(1, size * (size - 1) / 2))[part],
        f"{mark}.share": (np.bincount(part, share) / size)[part],
        f"{mark}.shares": np.bincount(part, share)[part],
    }
    most = np.zeros(len(size))
    np.maximum.at(most, part, share)
    columns[f"{mark}.most"] = most[part]
    has = labelled.has[inside & on]
    of = part[i[inside & on]]
    kinds = (
        sp.csr_matrix((np.ones(len(of)), (of, np.arange(len(of)))), shape=(len(size), len(of)))
        @ has
    )
    columns[f"{mark}.kinds"] = (np.asarray(kinds) > 0).sum(axis=1)[part]
    for name in labelled.things:
        if name.startswith("rare_"):
            told = np.bincount(of, labelled.things[name][inside & on], len(size))
            columns[f"{mark}.{name}"] = (
                told / np.maximum(1, np.bincount(of, minlength=len(size)))
            )[part]
    for name in GROUP:
        values = labelled.own[name].to_numpy(float)
        known = ~np.isnan(values)
        total = np.bincount(part[known], values[known], len(size))
        columns[f"{mark}.{name}"] = (
            total / np.maximum(1, np.bincount(part[known], minlength=len(size)))
        )[part]
    return columns


def by_kind(worlds, scores):
    """Accounts of each kind of ring against the honest alone, over all worlds; and honest kinds among the best."""
    kinds = sorted({k for w in worlds for k in w.kind[w.bad]})
    rings = {}
    for kind in kinds:
        rows = [
            (s[m], w.bad[m])
            for w, s in zip(worlds, scores)
            for m in [~w.bad | (w.kind == kind)]
            if (w.bad & (w.kind == kind)).any()
        ]
        among = [(rank(s)[w.bad & (w.kind == kind)] < w.bad.sum()) for w, s in zip(worlds, scores)]
        hit = np.concatenate(among)
        rings[kind] = {
            "accounts": len(hit),
            "among_best": int(hit.sum()),
            "ap": rounded(np.mean([average_precision(s, b) for s, b in rows])),
        }
    honest = defaultdict(lambda: [0, 0])
    for w, s in zip(worlds, scores):
        for kind, place in zip(w.kind[~w.bad], rank(s)[~w.bad]):
            honest[kind or "unlabelled"][1] += 1
            honest[kind or "unlabelled"][0] += int(place < w.bad.sum())
    taken = {
        kind: {"among_best": hit, "accounts": of}
        for kind, (hit, of) in sorted(honest.items())
        if hit
    }
    return rings, taken


def rank(score):
    place = np.empty(len(score), int)
    place[np.argsort(-score, kind="stable")] = np.arange(len(score))
    return place


def rounded(value):
    return round(float(value), 3)


def telling(gain, count=10):
    names = sorted(gain, key=lambda name: (-gain[name], name))[:count]
    return {name: rounded(gain[name] / sum(gain.values())) for name in names}


def measure(train, test, seeds):
    scores = [0.0] * len(test)
    gains = defaultdict(lambda: defaultdict(float))
    for seed in range(seeds):
        stack = Stack(train, test, seed)
        for at, told in enumerate(stack.run()):
            scores[at] = scores[at] + np.log(told / (1 - told)) / seeds
        for step, gain in stack.gain.items():
            for name, value in gain.items():
                gains[step][name] += value
        print(
            f"seed {seed}:",
            [rounded(average_precision(s, w.bad)) for s, w in zip(scores, test)],
            file=sys.stderr,
        )
    rings, honest = by_kind(test, scores)
    each = {w.name: rounded(average_precision(s, w.bad)) for w, s in zip(test, scores)}
    return {
        "ap": rounded(np.mean([average_precision(s, w.bad) for s, w in zip(scores, test)])),
        "worlds": each,
        "rings": rings,
        "honest": honest,
        "features": {step: telling(gain) for step, gain in gains.items()},
        "versions": {
            "python": sys.version.split()[0],
            "lightgbm": lightgbm.__version__,
            "numpy": np.__version__,
            "pandas": pd.__version__,
            "scikit-learn": sklearn.__version__,
        },
    }, scores


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--train", nargs="+", required=True)
    words.add_argument("--test", nargs="+", required=True)
    words.add_argument("--cache")
    words.add_argument("--seeds", type=int, default=2)
    words.add_argument("--scores", help="writes each tested account's score there")
    asked = words.parse_args()
    train = [Labelled(path, asked.cache) for path in asked.train]
    test = [Labelled(path, asked.cache) for path in asked.test]
    found, scores = measure(train, test, asked.seeds)
    if asked.scores:
        with open(asked.scores, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(["world", "account_id", "score", "bad", "kind", "ring"])
            for w, s in zip(test, scores):
                out.writerows(
                    zip(
                        [w.name] * len(s),
                        w.world.ids,
                        s.round(4),
                        w.bad.astype(int),
                        w.kind,
                        w.ring,
                    )
                )
    json.dump(found, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()

"""What an account is paid, by whom, and where it goes."""

from collections import defaultdict

import numpy as np
import pandas as pd
import scipy.sparse as sp

from money import money_graph, purses
from tables import DAY, seconds, words


def wallets(folder, row):
    accounts = folder.accounts
    known = folder.payment_accounts.set_index("payment_account_id")
    created = seconds(accounts.created_at)
    for purpose in ("payout", "funding"):
        rows = purses(folder, purpose)
        by = rows.groupby("a")
        row.count(f"{purpose}s", by.payment_account_id.nunique())
        for kind in ("bank", "wallet", "crypto", "prepaid"):
            row.per(
                f"{purpose}_{kind}",
                (rows.payment_account_id.map(known.kind) == kind).groupby(rows.a).mean(),
            )
        name = rows.a.map(accounts.legal_name).map(lambda v: set(words(v)))
        holder = rows.payment_account_id.map(known.holder_name).fillna("")
        likes = pd.Series(
            [
                overlap(mine, set(words(theirs))) if theirs else np.nan
                for mine, theirs in zip(name, holder)
            ],
            index=rows.index,
            dtype=float,
        )
        row.per(f"{purpose}_name_least", likes.groupby(rows.a).min())
        row.per(f"{purpose}_name_most", likes.groupby(rows.a).max())
        row.per(
            f"{purpose}_firm",
            (rows.payment_account_id.map(known.holder_company).fillna("") != "")
            .groupby(rows.a)
            .max(),
        )
        land = rows.payment_account_id.map(known.country).fillna("")
        claimed = rows.a.map(accounts.country)
        row.per(
            f"{purpose}_abroad",
            (land != claimed)
            .where((land != "") & (claimed != ""))
            .astype(float)
            .groupby(rows.a)
            .mean(),
        )
        opened = seconds(rows.payment_account_id.map(known.opened_at).fillna(""))
        row.per(f"{purpose}_opened", ((opened - rows.a.map(created)) / DAY).groupby(rows.a).max())
        row.per(f"{purpose}_fresh", ((rows["first"] - opened) / DAY).groupby(rows.a).min())
        users = (
            rows.drop_duplicates(["a", "payment_account_id"]).groupby("payment_account_id").size()
        )
        row.per(f"{purpose}_users", rows.payment_account_id.map(users).groupby(rows.a).max())
        row.per(
            f"{purpose}_last_since",
            ((rows["first"] - rows.a.map(created)) / DAY).groupby(rows.a).max(),
        )
    paid, funded = (purses(folder, p) for p in ("payout", "funding"))
    both = set(zip(paid.a, paid.payment_account_id)) & set(zip(funded.a, funded.payment_account_id))
    row.put("pays_from_payout", np.isin(np.arange(folder.n), [a for a, _ in both]))


def overlap(one, other):
    """Initials count as half."""
    hits = sum(1.0 if word in other else 0.5 if word[0] in other else 0.0 for word in one)
    return hits / max(1, len(one))


def flows(folder, row):
    """What comes in and from whom, how soon and how much of it leaves, and how many accounts' money meets there."""
    names, value, pass_on, hub = money_graph(folder)
    moved = folder.transfers.assign(
        f=names.get_indexer(folder.transfers.from_payment_account_id),
        t=names.get_indexer(folder.transfers.to_payment_account_id),
    )
    paid = purses(folder, "payout")
    owners = defaultdict(list)
    for a, purse in zip(paid.a, names.get_indexer(paid.payment_account_id)):
        if a not in owners[purse]:
            owners[purse].append(a)
    own = pd.DataFrame(
        [(a, purse) for purse, who in owners.items() for a in who], columns=["a", "p"]
    )
    come = own.merge(moved, left_on="p", right_on="t")
    gone = own.merge(moved, left_on="p", right_on="f")
    escrow = pd.Series(hub, index=range(len(hub)))
    good = come[~come.status.isin(["failed", "reversed"])]
    row.count("income", good.groupby("a").value.sum())
    row.count("income_times", good.groupby("a").size())
    row.per("income_mean", good.groupby("a").value.mean())
    row.per("income_private", 1 - good.f.map(escrow).astype(float).groupby(good.a).mean())
    private = come[~come.f.map(escrow)]
    row.count("payers", private.groupby("a").f.nunique())
    row.count("private_times", private.groupby("a").size())
    row.per("private_mean", private.groupby("a").value.mean())
    row.count("pulled", (come.initiated_by == "payee").groupby(come.a).sum())
    row.per("pulled_part", (come.initiated_by == "payee").astype(float).groupby(come.a).mean())
    row.per("pulled_mean", come[come.initiated_by == "payee"].groupby("a").value.mean())
    row.count("disputed", come.status.isin(["disputed", "reversed"]).groupby(come.a).sum())
    row.per(
        "disputed_part",
        come.status.isin(["disputed", "reversed"]).astype(float).groupby(come.a).mean(),
    )
    row.count("without_job", (private.job_id == "").groupby(private.a).sum())
    settled = gone[~gone.status.isin(["failed", "reversed"])]
    out = settled.groupby("a").value.sum()
    row.count("spent", out)
    row.per("passed_on", out / good.groupby("a").value.sum())
    targets = settled.groupby(["a", "t"]).value.sum()
    row.per("payees", targets.groupby("a").size())
    row.per("top_payee", targets.groupby("a").max() / targets.groupby("a").sum())
    private_out = settled[~settled.t.map(escrow)]
    row.per("private_out", private_out.groupby("a").value.sum() / good.groupby("a").value.sum())
    rest(good, settled, row)
    ends(folder, row, names, pass_on, hub, own)
    known = folder.payment_accounts.set_index("payment_account_id")
    kinds = settled.t.map(lambda t: names[t]).map(known.kind).fillna("")
    for kind in ("crypto", "prepaid", "wallet"):
        row.per(f"out_{kind}", settled.value.where(kinds == kind, 0).groupby(settled.a).sum() / out)


def rest(come, gone, row):
    """Days until the next payment leaves after one has come."""
    both = pd.concat([come.assign(kind=0), gone.assign(kind=1)]).sort_values(
        ["a", "at", "kind"], ignore_index=True
    )
    next_out = both["at"].where(both.kind == 1).groupby(both.a).bfill()
    wait = ((next_out - both["at"]) / DAY)[both.kind == 0]
    row.per("rests", wait.groupby(both.a).median())
    row.per("rests_mean", wait.clip(upper=100).groupby(both.a).mean())
    size = both.value.where(both.kind == 1).groupby(both.a).bfill() / both.value
    row.per(
        "leaves_like_came",
        ((size > 0.5) & (size < 1.05))[both.kind == 0].astype(float).groupby(both.a).mean(),
    )


def ends(folder, row, names, pass_on, hub, own):
    income = np.ones(len(own))
    reach = sp.csr_matrix((income, (own.a, own.p)), shape=(folder.n, len(names)))
    reach = sp.diags(1 / np.maximum(np.asarray(reach.sum(axis=1)).ravel(), 1)) @ reach
    payers = np.asarray((pass_on > 0).sum(axis=0)).ravel()
    for hop in (1, 2, 3):
        reach = (reach @ pass_on).tocsr()
        reach.data[reach.data < 0.01] = 0
        reach.eliminate_zeros()
        fans = np.asarray((reach > 0).sum(axis=0)).ravel()
        private = reach @ sp.diags((~hub).astype(float))
        row.put(f"reach_{hop}", np.asarray(private.sum(axis=1)).ravel())
        top = np.asarray(private.argmax(axis=1)).ravel()
        most = np.asarray(private.max(axis=1).todense()).ravel()
        row.put(f"reach_{hop}_top", most)
        row.put(f"reach_{hop}_fans", np.where(most > 0, fans[top], np.nan))
        row.put(f"reach_{hop}_payers", np.where(most > 0, payers[top], np.nan))
        meets = private @ sp.diags(((fans >= 2) & (fans <= 12)).astype(float))
        row.put(f"reach_{hop}_met", np.asarray(meets.sum(axis=1)).ravel())

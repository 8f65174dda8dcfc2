"""Whose money comes together, and to whom it comes back."""

import numpy as np
import pandas as pd
import scipy.sparse as sp

from sharing import both_ways, incidence, meeting, shared, tidy
from tables import plain


def purses(folder, purpose):
    rows = folder.account_payments
    return rows[rows.purpose == purpose] if purpose else rows


def money_graph(folder):
    """Which share of what a purse sends goes where; the platform's own purses and shops pass nothing on."""
    moved = folder.transfers
    moved = moved[~moved.status.isin(["failed", "reversed"])]
    names = pd.Index(
        pd.unique(
            pd.concat(
                [
                    moved.from_payment_account_id,
                    moved.to_payment_account_id,
                    folder.payment_accounts.payment_account_id,
                    folder.account_payments.payment_account_id,
                ]
            )
        )
    )
    f = names.get_indexer(moved.from_payment_account_id)
    t = names.get_indexer(moved.to_payment_account_id)
    value = sp.csr_matrix((moved.value.to_numpy(), (f, t)), shape=(len(names), len(names)))
    payees = np.asarray((value > 0).sum(axis=1)).ravel()
    payers = np.asarray((value > 0).sum(axis=0)).ravel()
    hub = (payees > 40) | (payers > 60)
    sent = np.asarray(value.sum(axis=1)).ravel()
    got = np.asarray(value.sum(axis=0)).ravel()
    pass_on = sp.diags(np.where(hub, 0, 1 / np.maximum(np.maximum(sent, got), 1e-9))) @ value
    return names, value, pass_on.tocsr(), hub


def money_kinds(folder):
    names, value, pass_on, hub = money_graph(folder)
    n = folder.n
    kinds = {}

    def holds(purpose):
        rows = purses(folder, purpose)
        at = names.get_indexer(rows.payment_account_id)
        matrix = sp.csr_matrix((np.ones(len(rows)), (rows.a, at)), shape=(n, len(names)))
        matrix.data[:] = 1
        return matrix

    paid, funded = holds("payout"), holds("funding")
    for name, matrix in (("payout", paid), ("funding", funded), ("purse", paid + funded)):
        kinds[name] = shared(tidy(matrix))
    income = np.asarray(value.sum(axis=0)).ravel()
    weighted = paid @ sp.diags(income + 1e-6)
    start = sp.diags(1 / np.maximum(np.asarray(weighted.sum(axis=1)).ravel(), 1e-9)) @ weighted
    reach = start
    everything = None
    for hop in (1, 2, 3, 4):
        reach = (reach @ pass_on).tocsr()
        reach.data[reach.data < 0.01] = 0
        reach.eliminate_zeros()
        kinds[f"meets_{hop}"] = meeting(reach)
        kinds[f"to_{hop}"] = np.maximum(*both_ways(reach @ paid.T))
        kinds[f"funds_{hop}"] = np.maximum(*both_ways(reach @ funded.T))
        everything = reach if everything is None else everything + reach
    kinds["meets"] = meeting(everything)
    private = everything.tolil()
    private[:, np.flatnonzero(hub)] = 0
    kinds["meets_private"] = meeting(private.tocsr())
    payers = (value > 0).astype(float).T
    known = np.asarray(((paid + funded) > 0).sum(axis=0)).ravel() > 0
    fed = paid @ payers @ sp.diags((~hub).astype(float))
    kinds["payers"] = shared(tidy(fed))
    kinds["payers_unknown"] = shared(tidy(fed @ sp.diags((~known).astype(float))))
    feeds = funded @ payers @ sp.diags((~hub).astype(float))
    kinds["funders"] = shared(tidy(feeds))
    holder = folder.payment_accounts.set_index("payment_account_id")
    rows = purses(folder, "payout")
    kinds["holder"] = shared(
        incidence(
            folder, rows.a, rows.payment_account_id.map(holder.holder_name).fillna("").map(plain)
        )
    )
    kinds["holder_firm"] = shared(
        incidence(folder, rows.a, rows.payment_account_id.map(holder.holder_company).fillna(""))
    )
    reached = everything.tocoo()
    far = names[reached.col]
    kinds["end_holder"] = shared(
        incidence(folder, reached.row, pd.Series(far).map(holder.holder_name).fillna("").map(plain))
    )
    kinds["end_firm"] = shared(
        incidence(folder, reached.row, pd.Series(far).map(holder.holder_company).fillna(""))
    )
    return kinds


def circles(folder, i, j):
    """Who is hired by an account that his money comes back to."""
    names, _, pass_on, _ = money_graph(folder)
    deals = folder.deals
    n = folder.n

    def holds(purpose):
        rows = purses(folder, purpose)
        at = names.get_indexer(rows.payment_account_id)
        return sp.csr_matrix((np.ones(len(rows)), (rows.a, at)), shape=(n, len(names)))

    paid, funded = holds("payout"), holds("funding")
    reach, back = paid, paid @ funded.T
    for _ in range(4):
        reach = (reach @ pass_on).tocsr()
        back = back + reach @ funded.T
    hires = sp.csr_matrix((np.ones(len(deals)), (deals.c, deals.a)), shape=(n, n))
    hires = sp.diags(1 / np.maximum(np.asarray(hires.sum(axis=1)).ravel(), 1)) @ hires
    circle = back.T.multiply(hires).tocsr().sqrt()
    returns = circle.maximum(circle.T).tocsr()
    return {"circle": np.asarray(returns[i, j]).ravel().astype(np.float32)}

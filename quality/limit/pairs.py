"""All that pairs of accounts share, which pairs are worth a look, and how rare what they share is."""

import numpy as np

from money import money_kinds
from texts import text_kinds
from ties import (
    clock_kinds,
    contact_kinds,
    known_kinds,
    life_kinds,
    link_kinds,
    login_kinds,
    paper_kinds,
    work_kinds,
)

#: Alone they join nobody: so many pairs show them that they only tell of pairs joined otherwise.
CONTEXT = {
    "hours",
    "hours_apart",
    "met",
    "followed",
    "same_days",
    "opened_apart",
    "reopened",
    "trade",
    "surname",
    "birth",
}


#: Likenesses that grow with chance: an account's few nearest by them are looked at.
NEAREST = [
    "bid_3_part",
    "bid_6",
    "message_3_part",
    "message_6",
    "resume_3_part",
    "comment_3_part",
    "client_part",
    "bids_same",
    "wrote_same",
    "exit_asn",
    "exit_net",
    "net",
    "meets",
    "funders",
]


MAKERS = [
    login_kinds,
    clock_kinds,
    money_kinds,
    paper_kinds,
    contact_kinds,
    work_kinds,
    link_kinds,
    known_kinds,
    life_kinds,
    text_kinds,
]


def pair_kinds(folder):
    kinds = {}
    for make in MAKERS:
        kinds.update(make(folder))
    return kinds


def candidates(kinds, n):
    """Pairs worth a look, as the lesser and the greater number."""
    chosen = np.zeros((n, n), bool)
    for name, matrix in kinds.items():
        if name in CONTEXT:
            continue
        if name in NEAREST or np.count_nonzero(matrix) > 20 * n:
            best = np.argpartition(-matrix, 6, axis=1)[:, :6]
            rows = np.repeat(np.arange(n), 6)
            good = matrix[rows, best.ravel()] > 0
            chosen[rows[good], best.ravel()[good]] = True
        else:
            chosen |= matrix > 0
    chosen |= chosen.T
    return np.nonzero(np.triu(chosen, 1))


#: What tells of one thing: five signs of one machine are one piece of evidence.
FAMILIES = {
    "network": "ip exit exit_net exit_asn net ip_part exit_part exit_net_part ip_same_days remote_host",
    "machine": "device device_part fingerprint",
    "payout": "payout purse holder holder_firm",
    "funding": "funding payers_unknown funders",
    "money": "meets meets_private meets_1 meets_2 meets_3 to_1 to_2 end_holder end_firm circle funds_1 funds_2 funds_3",
    "papers": "number file issuer issuer_phone look face look_far face_far paper_address paper_name",
    "contact": "phone email mail_host site parcel parcel_home recipient address changed_together",
    "brought": "referred one_referrer recommended linked one_firm",
    "past": "employer education",
    "bids": "bid_3 bid_3_part bid_6_part bid_like bid_like_part",
    "talk": "message_3_part message_6_part message_like message_like_part",
    "resume": "resume_3_part resume_6_part resume_like",
    "comments": "comment_3_part comment_like comment_like_part",
    "clients": "client_part rater_part hires_same hired rated wrote_same bids_same",
    "clock": "hours followed reopened",
}


def surprise(shared, n):
    """How few pairs of the world share as much, as a logarithm: by family of evidence, and the strongest families' sum."""
    columns = {}
    for family, names in FAMILIES.items():
        most = np.zeros(len(shared))
        for name in names.split():
            values = shared[name].to_numpy()
            values = -values if name == "reopened" else values
            order = np.sort(values)
            above = len(values) - np.searchsorted(order, values, side="left")
            told = np.log(n * (n - 1) / 2 / above)
            most = np.maximum(most, told if name in CONTEXT else np.where(values > 0, told, 0))
        columns[f"rare_{family}"] = most
    all_ = np.sort(np.column_stack(list(columns.values())), axis=1)[:, ::-1]
    floor = np.log(n)
    for at in range(4):
        columns[f"rare_top_{at + 1}"] = all_[:, at]
    columns["rare_sum"] = np.maximum(all_ - floor / 2, 0).sum(axis=1)
    columns["rare_families"] = (all_ > floor).sum(axis=1)
    return {name: values.astype(np.float32) for name, values in columns.items()}

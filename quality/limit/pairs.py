"""What any two accounts share, one matrix a kind of thing: each thing counts the less, the more accounts have it."""

import re

import numpy as np
import pandas as pd
import scipy.sparse as sp

from tables import DAY, HOUR, plain, seconds, words

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


def host(url):
    return re.sub(r"^https?://(www\.)?", "", str(url or "").lower()).split("/")[0]


def street(address):
    """An address without the flat, the short forms written out."""
    text = str(address or "").lower()
    text = re.sub(r"\b(apt|flat|room|unit|suite|#)\.? ?\w+", " ", text)
    found = [SHORT.get(word, word) for word in words(text)]
    return " ".join(found[:4]) if len(found) >= 2 else ""


SHORT = {"st": "street", "rd": "road", "ave": "avenue", "dr": "drive", "ln": "lane", "blvd": "boulevard", "sq": "square"}


def login_kinds(folder):
    logins = folder.logins
    masked = logins.ip_kind.isin(["vpn", "hosting", "tor"])
    kinds = {}
    for name, column, rows in [
        ("ip", "ip", logins[~masked]),
        ("exit", "ip", logins[masked]),
        ("exit_net", "net", logins[masked]),
        ("exit_asn", "ip_asn", logins[masked]),
        ("net", "net", logins[~masked]),
        ("device", "device_id", logins),
        ("fingerprint", "device_fingerprint", logins),
    ]:
        matrix = incidence(folder, rows.a, rows[column])
        kinds[name] = shared(matrix)
        if name in ("ip", "exit", "device", "exit_net"):
            kinds[f"{name}_part"] = shared_amount(matrix)
    ports = logins[logins.service_port != ""]
    kinds["remote_host"] = shared(incidence(folder, ports.a, ports.ip))
    near = logins.assign(bucket=logins.ip + "|" + (logins.start // (2 * DAY)).astype(int).astype(str))
    kinds["ip_same_days"] = np.minimum(shared(incidence(folder, near.a, near.bucket)), 20)
    return kinds


def clock_kinds(folder):
    """How like their hours are, and whether their sessions follow each other without ever meeting."""
    logins = folder.logins
    first, _ = folder.span
    hour = ((logins.start // HOUR) % 24).astype(int)
    of_day = sp.csr_matrix((np.ones(len(logins)), (logins.a, hour)), shape=(folder.n, 24)).toarray()
    of_day = sum(np.roll(of_day, k, axis=1) * w for k, w in ((-1, 0.5), (0, 1), (1, 0.5)))
    share = (of_day + 0.5) / (of_day + 0.5).sum(axis=1, keepdims=True)
    usual = of_day.sum(axis=0) / max(1, of_day.sum())
    lift = np.sqrt(share) - np.sqrt(usual)
    length = np.linalg.norm(lift, axis=1, keepdims=True) + 1e-6
    kinds = {"hours": ((lift / length) @ (lift / length).T).astype(np.float32)}
    kinds["hours_apart"] = np.sqrt(np.maximum(0, 1 - np.sqrt(share) @ np.sqrt(share).T)).astype(np.float32)
    when = ((logins.start - first) // HOUR).astype(int).to_numpy()
    ends = logins.end.fillna(logins.start + HOUR)
    last = np.maximum(when, np.minimum(((ends - first) // HOUR).astype(int), when + 12))
    wide = max(int(last.max()) + 30, 48) if len(logins) else 48
    a = np.concatenate([logins.a.to_numpy()] + [logins.a.to_numpy()[last >= when + k] for k in range(1, 13)])
    t = np.concatenate([when] + [when[last >= when + k] + k for k in range(1, 13)])
    active = sp.csr_matrix((np.ones(len(a)), (a, t)), shape=(folder.n, wide))
    active.data[:] = 1
    days = sp.csr_matrix((np.ones(len(a)), (a, t // 24)), shape=(folder.n, wide // 24 + 1))
    days.data[:] = 1
    together = dense(days @ days.T)
    met = dense(active @ active.T)
    after = sp.csr_matrix((np.ones(len(a)), (a, np.minimum(t + 2, wide - 1))), shape=active.shape)
    after.data[:] = 1
    next_ = dense(active @ after.T)
    next_ = np.maximum(next_, next_.T)
    per_day = np.asarray(active.sum(axis=1)).ravel() / np.maximum(1, np.asarray(days.sum(axis=1)).ravel())
    chance = together * np.outer(per_day, per_day) * (share @ share.T)
    kinds["met"] = np.log((met + 2) / (chance + 2)).astype(np.float32)
    kinds["followed"] = np.log((next_ + 2) / (chance + 2)).astype(np.float32)
    np.fill_diagonal(kinds["hours"], 0)
    counts = np.asarray(days.sum(axis=1)).ravel()
    total = max(1, wide // 24)
    kinds["same_days"] = np.log((together + 2) / (np.outer(counts, counts) / total + 2)).astype(np.float32)
    return kinds


def purses(folder, purpose):
    rows = folder.account_payments
    return rows[rows.purpose == purpose] if purpose else rows


def money_graph(folder):
    """Which share of what a purse sends goes where; the platform's own purses and shops pass nothing on."""
    moved = folder.transfers
    moved = moved[~moved.status.isin(["failed", "reversed"])]
    names = pd.Index(pd.unique(pd.concat([
        moved.from_payment_account_id, moved.to_payment_account_id,
        folder.payment_accounts.payment_account_id, folder.account_payments.payment_account_id,
    ])))
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
    kinds["holder"] = shared(incidence(folder, rows.a, rows.payment_account_id.map(holder.holder_name).fillna("").map(plain)))
    kinds["holder_firm"] = shared(incidence(folder, rows.a, rows.payment_account_id.map(holder.holder_company).fillna("")))
    reached = everything.tocoo()
    far = names[reached.col]
    kinds["end_holder"] = shared(incidence(folder, reached.row, pd.Series(far).map(holder.holder_name).fillna("").map(plain)))
    kinds["end_firm"] = shared(incidence(folder, reached.row, pd.Series(far).map(holder.holder_company).fillna("")))
    return kinds


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


def paper_kinds(folder):
    papers = folder.documents
    kinds = {}
    formal = papers[~papers.kind.isin(["bid", "message", "profile"])]
    for name, column in (("number", "number"), ("issuer_phone", "issuer_phone")):
        kinds[name] = shared(incidence(folder, formal.a, formal[column]))
    kinds["file"] = shared(incidence(folder, formal.a, formal.sha256))
    domain = formal.issuer_email.str.split("@").str[-1]
    kinds["issuer"] = shared(incidence(folder, formal.a, domain))
    kinds["issuer_name"] = shared(incidence(folder, formal.a, formal.issuer_name.map(plain)))
    kinds["paper_address"] = shared(incidence(folder, formal.a, formal.address_on_document.map(street)))
    kinds["paper_name"] = shared(incidence(folder, formal.a, formal.name_on_document.map(plain)))
    for name, column, near in (("look", "perceptual_hash", 6), ("face", "photo_hash", 6)):
        kinds[name] = alike(folder, papers, column, near)
    return kinds


def alike(folder, papers, column, near):
    """Hashes that differ in a few bits."""
    rows = papers[papers[column].str.fullmatch("[0-9a-fA-F]{16}")]
    rows = rows.drop_duplicates(["a", column])
    result = np.zeros((folder.n, folder.n), np.float32)
    codes = np.array([int(value, 16) for value in rows[column]], dtype=np.uint64)
    who = rows.a.to_numpy()
    for at in range(0, len(codes), 500):
        bits = np.bitwise_count(codes[at : at + 500, None] ^ codes[None, :])
        i, j = np.nonzero(bits <= near)
        np.maximum.at(result, (who[at + i], who[j]), 1 - bits[i, j] / (2 * near))
    np.fill_diagonal(result, 0)
    crowd = (result > 0).sum(axis=1)
    return (result / np.log2(2 + np.sqrt(np.outer(crowd, crowd)) / 4)).astype(np.float32)


def contact_kinds(folder):
    """Telephones, mailboxes, sites and addresses: now, before, and as told elsewhere."""
    accounts, changes = folder.accounts, folder.changes
    profiles = folder.of_accounts("profiles")
    everyone = np.arange(folder.n)

    def told(field, form=lambda value: value):
        then = changes[changes.field == field]
        who = [everyone, then.a, then.a, profiles.a]
        what = [accounts[field], then.old_value, then.new_value, profiles[field] if field in profiles else pd.Series([""] * len(profiles))]
        return np.concatenate(who), pd.concat(what).map(form)

    kinds = {}
    kinds["phone"] = shared(incidence(folder, *told("phone", lambda v: "".join(re.findall(r"\d", str(v))))))
    kinds["email"] = shared(incidence(folder, *told("email", lambda v: str(v).lower())))
    kinds["mail_host"] = shared(incidence(folder, *told("email", lambda v: str(v).lower().split("@")[-1])))
    kinds["mail_box"] = shared(incidence(folder, *told("email", lambda v: re.sub(r"\d", "", str(v).lower().split("@")[0]))))
    kinds["site"] = shared(incidence(folder, *told("website", host)))
    a, address = told("address", street) if "address" in profiles else (everyone, accounts.address.map(street))
    kinds["address"] = shared(incidence(folder, a, address))
    kinds["employer"] = shared(incidence(folder, *told("employer", plain)))
    kinds["education"] = shared(incidence(folder, *told("education", plain)))
    kinds["surname"] = shared(incidence(folder, everyone, accounts.legal_name.map(lambda v: (words(v) or [""])[-1])))
    kinds["same_name"] = shared(incidence(folder, everyone, accounts.legal_name.map(plain)))
    kinds["birth"] = shared(incidence(folder, everyone, accounts.birth_date))
    parcels = folder.of_accounts("shipments")
    kinds["parcel"] = shared(incidence(folder, parcels.a, parcels.address.map(street)))
    homes = pd.concat([parcels.address, accounts.address]).map(street)
    kinds["parcel_home"] = shared(incidence(folder, np.concatenate([parcels.a, everyone]), homes))
    kinds["recipient"] = shared(incidence(folder, np.concatenate([parcels.a, everyone]), pd.concat([parcels.recipient_name, accounts.legal_name]).map(plain)))
    kinds["referred"] = directed(folder, everyone, accounts.referred_by.map(folder.index))
    kinds["one_referrer"] = shared(incidence(folder, everyone, accounts.referred_by))
    return kinds


def work_kinds(folder):
    deals, ratings = folder.deals, folder.ratings
    kinds = {}
    clients = incidence(folder, deals.a, deals.c.astype(str))
    kinds["client"] = shared(clients)
    kinds["client_part"] = shared_amount(clients)
    kinds["hired"] = closeness(folder, deals.c, deals.a)
    kinds["rated"] = closeness(folder, ratings.f, ratings.t)
    kinds["rater_part"] = shared_amount(incidence(folder, ratings.t, ratings.f.astype(str)))
    kinds["hires_same"] = shared_amount(incidence(folder, deals.c, deals.a.astype(str)))
    bids = folder.of_accounts("bids")
    kinds["bids_same"] = shared_amount(incidence(folder, bids.a, bids.job_id))
    written = folder.documents
    kinds["wrote_to"] = directed(folder, written.a, written.to_account_id.map(folder.index))
    kinds["wrote_to"] = np.log1p(kinds["wrote_to"])
    kinds["wrote_same"] = shared_amount(incidence(folder, written.a, written.to_account_id))
    return kinds


def closeness(folder, one, other):
    """Of what one gives and what the other gets, the part that is between these two."""
    n = folder.n
    count = sp.csr_matrix((np.ones(len(one)), (one, other)), shape=(n, n))
    gives = np.asarray(count.sum(axis=1)).ravel()
    gets = np.asarray(count.sum(axis=0)).ravel()
    part = sp.diags(1 / np.sqrt(np.maximum(gives, 1))) @ count @ sp.diags(1 / np.sqrt(np.maximum(gets, 1)))
    return dense(part.maximum(part.T))


def link_kinds(folder):
    links = folder.table("links")
    accounts = links[(links.from_type == "account") & (links.to_type == "account")]
    kinds = {"linked": directed(folder, accounts.from_id.map(folder.index).fillna(0), accounts.to_id.map(folder.index))}
    told = accounts[accounts.kind == "recommended"]
    kinds["recommended"] = directed(folder, told.from_id.map(folder.index).fillna(0), told.to_id.map(folder.index))
    a = pd.concat([links[links.from_type == "account"].from_id, links[links.to_type == "account"].to_id]).map(folder.index)
    b = pd.concat([
        links[links.from_type == "account"].to_id, links[links.to_type == "account"].from_id,
    ])
    kinds["one_firm"] = shared(incidence(folder, a[a.notna()].astype(int), b[a.notna()]))
    return kinds


def known_kinds(folder):
    """What the platform itself says that honest people share."""
    known = folder.table("known_shared")
    named = {kind: set(rows.value.str.split("/").str[0]) for kind, rows in known.groupby("type")}
    nets = {value.split("/")[0].rsplit(".", 1)[0] for value in known[known.type == "ip"].value if "/24" in value}
    logins = folder.logins
    ip = logins[logins.ip.isin(named.get("ip", set())) | logins.net.isin(nets)]
    device = logins[logins.device_id.isin(named.get("device", set()))]
    paid = folder.account_payments
    paid = paid[paid.payment_account_id.isin(named.get("payment_account", set()))]
    a = pd.concat([ip.a, device.a, paid.a])
    token = pd.concat([ip.net, device.device_id, paid.payment_account_id])
    return {"known": shared(incidence(folder, a, token))}


def life_kinds(folder):
    """Opened, closed, changed within days of each other."""
    created = seconds(folder.accounts.created_at).to_numpy() / DAY
    closed = seconds(folder.accounts.closed_at).to_numpy() / DAY
    gap = np.abs(created[:, None] - created[None, :])
    after = created[None, :] - closed[:, None]
    after = np.where(after >= -1, after, np.inf)
    after = np.fmin(after, after.T)
    kinds = {
        "opened_apart": np.log1p(np.nan_to_num(gap, nan=3000)).astype(np.float32),
        "reopened": np.log1p(np.clip(np.nan_to_num(np.where(np.isfinite(after), after, 3000), nan=3000), 0, None)).astype(np.float32),
    }
    changes = folder.changes[folder.changes.field.isin(["phone", "email"]) & folder.changes["at"].notna()]
    week = (changes["at"] // (10 * DAY)).astype(int).astype(str)
    kinds["changed_together"] = shared(incidence(folder, changes.a, changes.field + week))
    trade = folder.accounts.trade.to_numpy()
    kinds["trade"] = ((trade[:, None] == trade[None, :]) & (trade != "")[:, None]).astype(np.float32)
    return kinds


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
        pairs = [(a, s) for a, all_ in sorted(per.items()) for s in sorted(set().union(*(shingles(t, length) for t in all_)))]
        a = np.array([p[0] for p in pairs], int)
        counts = np.bincount(a, minlength=folder.n).astype(float)
        matrix = few(folder, a, [p[1] for p in pairs], 25)
        users = np.asarray(matrix.sum(axis=0)).ravel()
        both = dense(matrix @ sp.diags(1 / np.log2(np.maximum(users, 2))) @ matrix.T)
        kinds[f"{name}_{length}"] = np.log1p(both)
        kinds[f"{name}_{length}_part"] = (both / np.sqrt(np.outer(counts, counts) + 25)).astype(np.float32)


def few(folder, accounts, tokens, most):
    codes, _ = pd.factorize(np.asarray(tokens, dtype=object)) if len(tokens) else (np.array([], int), None)
    width = codes.max() + 1 if len(codes) else 1
    matrix = sp.csr_matrix((np.ones(len(codes)), (accounts, codes)), shape=(folder.n, width))
    users = np.asarray(matrix.sum(axis=0)).ravel()
    return matrix[:, np.flatnonzero((users >= 2) & (users <= most))].tocsr()


#: Alone they join nobody: so many pairs show them that they only tell of pairs joined otherwise.
CONTEXT = {"hours", "hours_apart", "met", "followed", "same_days", "opened_apart", "reopened", "trade", "surname", "birth"}

#: Likenesses that grow with chance: an account's few nearest by them are looked at.
NEAREST = ["bid_3_part", "bid_6", "message_3_part", "message_6", "resume_3_part", "comment_3_part", "client_part", "bids_same", "wrote_same", "exit_asn", "exit_net", "net", "meets", "funders"]

MAKERS = [
    login_kinds, clock_kinds, money_kinds, paper_kinds, contact_kinds,
    work_kinds, link_kinds, known_kinds, life_kinds, text_kinds,
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

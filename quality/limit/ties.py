"""What any two accounts share of machines, hours, papers, contacts, clients and what sources say; one matrix a kind of thing."""

import re

import numpy as np
import pandas as pd
import scipy.sparse as sp

from sharing import closeness, dense, directed, incidence, shared, shared_amount
from tables import DAY, HOUR, plain, seconds, words


def host(url):
    return re.sub(r"^https?://(www\.)?", "", str(url or "").lower()).split("/")[0]


def street(address):
    """An address without the flat, the short forms written out."""
    text = str(address or "").lower()
    text = re.sub(r"\b(apt|flat|room|unit|suite|#)\.? ?\w+", " ", text)
    found = [SHORT.get(word, word) for word in words(text)]
    return " ".join(found[:4]) if len(found) >= 2 else ""


SHORT = {
    "st": "street",
    "rd": "road",
    "ave": "avenue",
    "dr": "drive",
    "ln": "lane",
    "blvd": "boulevard",
    "sq": "square",
}


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
    near = logins.assign(
        bucket=logins.ip + "|" + (logins.start // (2 * DAY)).astype(int).astype(str)
    )
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
    kinds["hours_apart"] = np.sqrt(np.maximum(0, 1 - np.sqrt(share) @ np.sqrt(share).T)).astype(
        np.float32
    )
    when = ((logins.start - first) // HOUR).astype(int).to_numpy()
    ends = logins.end.fillna(logins.start + HOUR)
    last = np.maximum(when, np.minimum(((ends - first) // HOUR).astype(int), when + 12))
    wide = max(int(last.max()) + 30, 48) if len(logins) else 48
    a = np.concatenate(
        [logins.a.to_numpy()] + [logins.a.to_numpy()[last >= when + k] for k in range(1, 13)]
    )
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
    per_day = np.asarray(active.sum(axis=1)).ravel() / np.maximum(
        1, np.asarray(days.sum(axis=1)).ravel()
    )
    chance = together * np.outer(per_day, per_day) * (share @ share.T)
    kinds["met"] = np.log((met + 2) / (chance + 2)).astype(np.float32)
    kinds["followed"] = np.log((next_ + 2) / (chance + 2)).astype(np.float32)
    np.fill_diagonal(kinds["hours"], 0)
    counts = np.asarray(days.sum(axis=1)).ravel()
    total = max(1, wide // 24)
    kinds["same_days"] = np.log((together + 2) / (np.outer(counts, counts) / total + 2)).astype(
        np.float32
    )
    return kinds


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
    kinds["paper_address"] = shared(
        incidence(folder, formal.a, formal.address_on_document.map(street))
    )
    kinds["paper_name"] = shared(incidence(folder, formal.a, formal.name_on_document.map(plain)))
    for name, column, near in (("look", "perceptual_hash", 6), ("face", "photo_hash", 6)):
        kinds[name] = alike(folder, papers, column, near)
    return kinds


def alike(folder, papers, column, near):
    """Hashes of one length that differ in a few bits."""
    rows = papers[papers[column].str.fullmatch("([0-9a-fA-F]{2}){4,32}")].drop_duplicates(
        ["a", column]
    )
    result = np.zeros((folder.n, folder.n), np.float32)
    for _, group in rows.groupby(rows[column].str.len()):
        codes = np.array([list(bytes.fromhex(value)) for value in group[column]], dtype=np.uint8)
        who = group.a.to_numpy()
        for at in range(0, len(codes), 300):
            bits = sum(
                np.bitwise_count(codes[at : at + 300, k, None] ^ codes[None, :, k]).astype(np.int16)
                for k in range(codes.shape[1])
            )
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
        what = [
            accounts[field],
            then.old_value,
            then.new_value,
            profiles[field] if field in profiles else pd.Series([""] * len(profiles)),
        ]
        return np.concatenate(who), pd.concat(what).map(form)

    kinds = {}
    kinds["phone"] = shared(
        incidence(folder, *told("phone", lambda v: "".join(re.findall(r"\d", str(v)))))
    )
    kinds["email"] = shared(incidence(folder, *told("email", lambda v: str(v).lower())))
    kinds["mail_host"] = shared(
        incidence(folder, *told("email", lambda v: str(v).lower().split("@")[-1]))
    )
    kinds["mail_box"] = shared(
        incidence(folder, *told("email", lambda v: re.sub(r"\d", "", str(v).lower().split("@")[0])))
    )
    kinds["site"] = shared(incidence(folder, *told("website", host)))
    a, address = (
        told("address", street)
        if "address" in profiles
        else (everyone, accounts.address.map(street))
    )
    kinds["address"] = shared(incidence(folder, a, address))
    kinds["employer"] = shared(incidence(folder, *told("employer", plain)))
    kinds["education"] = shared(incidence(folder, *told("education", plain)))
    kinds["surname"] = shared(
        incidence(folder, everyone, accounts.legal_name.map(lambda v: (words(v) or [""])[-1]))
    )
    kinds["same_name"] = shared(incidence(folder, everyone, accounts.legal_name.map(plain)))
    kinds["birth"] = shared(incidence(folder, everyone, accounts.birth_date))
    parcels = folder.of_accounts("shipments")
    kinds["parcel"] = shared(incidence(folder, parcels.a, parcels.address.map(street)))
    homes = pd.concat([parcels.address, accounts.address]).map(street)
    kinds["parcel_home"] = shared(incidence(folder, np.concatenate([parcels.a, everyone]), homes))
    kinds["recipient"] = shared(
        incidence(
            folder,
            np.concatenate([parcels.a, everyone]),
            pd.concat([parcels.recipient_name, accounts.legal_name]).map(plain),
        )
    )
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


def link_kinds(folder):
    links = folder.table("links")
    accounts = links[(links.from_type == "account") & (links.to_type == "account")]
    kinds = {
        "linked": directed(
            folder, accounts.from_id.map(folder.index).fillna(0), accounts.to_id.map(folder.index)
        )
    }
    told = accounts[accounts.kind == "recommended"]
    kinds["recommended"] = directed(
        folder, told.from_id.map(folder.index).fillna(0), told.to_id.map(folder.index)
    )
    a = pd.concat(
        [links[links.from_type == "account"].from_id, links[links.to_type == "account"].to_id]
    ).map(folder.index)
    b = pd.concat(
        [
            links[links.from_type == "account"].to_id,
            links[links.to_type == "account"].from_id,
        ]
    )
    kinds["one_firm"] = shared(incidence(folder, a[a.notna()].astype(int), b[a.notna()]))
    return kinds


def known_kinds(folder):
    """What the platform itself says that honest people share."""
    known = folder.table("known_shared")
    named = {kind: set(rows.value.str.split("/").str[0]) for kind, rows in known.groupby("type")}
    nets = {
        value.split("/")[0].rsplit(".", 1)[0]
        for value in known[known.type == "ip"].value
        if "/24" in value
    }
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
        "reopened": np.log1p(
            np.clip(np.nan_to_num(np.where(np.isfinite(after), after, 3000), nan=3000), 0, None)
        ).astype(np.float32),
    }
    changes = folder.changes[
        folder.changes.field.isin(["phone", "email"]) & folder.changes["at"].notna()
    ]
    week = (changes["at"] // (10 * DAY)).astype(int).astype(str)
    kinds["changed_together"] = shared(incidence(folder, changes.a, changes.field + week))
    trade = folder.accounts.trade.to_numpy()
    kinds["trade"] = ((trade[:, None] == trade[None, :]) & (trade != "")[:, None]).astype(
        np.float32
    )
    return kinds


def declared(folder, i, j):
    """What a source says of the two: of one family, of one firm or one representative, brought by the other."""
    links = folder.table("links")
    columns = {}
    for kind in ("family_of", "employs", "represents", "recommended"):
        rows = links[links.kind == kind]
        straight = rows[(rows.from_type == "account") & (rows.to_type == "account")]
        ends = [
            (rows.from_type, rows.from_id, rows.to_type, rows.to_id),
            (rows.to_type, rows.to_id, rows.from_type, rows.from_id),
        ]
        a = pd.concat([one.where(of == "account").map(folder.index) for of, one, _, _ in ends])
        other = pd.concat([to + " " + id_ for _, _, to, id_ in ends])
        known = a.notna()
        common = shared(incidence(folder, a[known].astype(int), other[known]))
        one = straight.from_id.map(folder.index)
        direct = directed(
            folder, one[one.notna()].astype(int), straight.to_id.map(folder.index)[one.notna()]
        )
        columns[f"declared_{kind}"] = np.maximum(common, direct)[i, j]
    return columns


def far_alike(folder, i, j):
    """Papers and faces a little further apart: alone by chance, but not between accounts that are joined otherwise."""
    columns = {"look_far": "perceptual_hash", "face_far": "photo_hash"}
    return {
        name: alike(folder, folder.documents, column, 10)[i, j] for name, column in columns.items()
    }

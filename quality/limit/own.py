"""What an account shows by itself: sessions, papers, money, work, contradictions between what it says and what is seen."""

import re
from collections import defaultdict

import numpy as np
import pandas as pd

from pairs import host, incidence, money_graph, purses, shingles, street
from tables import DAY, HOUR, plain, seconds, words, zone_offset

REMOTE_PORTS = {"3389", "5938", "7070", "5900", "5901", "4899"}


class Row:
    """Collects one column after another; what is unknown stays unknown."""

    def __init__(self, n):
        self.n = n
        self.columns = {}

    def put(self, name, values):
        self.columns[name] = np.asarray(values, dtype=float)

    def per(self, name, series):
        """From a series by account number."""
        self.put(name, series.reindex(range(self.n)).to_numpy(dtype=float))

    def count(self, name, series):
        self.put(name, series.reindex(range(self.n)).fillna(0).to_numpy(dtype=float))

    def frame(self):
        return pd.DataFrame(self.columns)


def own_features(folder):
    row = Row(folder.n)
    for part in (life, contacts, sessions, handover, shifts, papers, wallets, flows, selling, buying, writing, others_say):
        part(folder, row)
    return row.frame()


def typical(keys, values):
    """The commonest value of each key, told from the data themselves."""
    table = pd.DataFrame({"k": keys, "v": values})
    table = table[(table.k != "") & (table.v != "") & table.v.notna()]
    return table.groupby("k").v.agg(lambda v: v.value_counts().index[0])


def life(folder, row):
    accounts = folder.accounts
    begin, end = folder.span
    created = seconds(accounts.created_at)
    row.put("age", (end - created) / DAY)
    row.put("opened_before_watch", (created < begin))
    for field in ("verified_at", "video_verified_at"):
        row.put(field, (seconds(accounts[field]) - created) / DAY)
    closed = seconds(accounts.closed_at)
    row.put("lived", (closed.fillna(end) - created) / DAY)
    row.put("closed", closed.notna())
    row.put("suspended", accounts.status == "suspended")
    row.put("closed_reason", accounts.closed_reason != "")
    for role in ("developer", "client", "both", "agency"):
        row.put(f"is_{role}", accounts.role == role)
    row.put("referred", accounts.referred_by != "")
    row.put("referred_others", accounts.account_id.map(accounts.referred_by.value_counts()).fillna(0))
    batch = created.sort_values()
    order = np.searchsorted(batch, created)
    row.put("opened_same_days", [((batch - at).abs() < 3 * DAY).sum() if at == at else np.nan for at in created])
    del order
    changes = folder.changes
    for field in ("phone", "email", "address", "website", "employer", "display_name", "legal_name", "city"):
        row.count(f"changes_{field}", changes[changes.field == field].groupby("a").size())
    row.count("changes", changes.groupby("a").size())
    ordered = changes.sort_values(["a", "at"])
    gaps = ordered.groupby("a")["at"].diff() / DAY
    row.per("changes_apart", gaps.groupby(ordered.a).min())


def contacts(folder, row):
    accounts = folder.accounts
    for field in ("phone", "email", "website", "employer", "education", "address", "birth_date", "timezone"):
        row.put(f"has_{field}", accounts[field] != "")
    hosts = accounts.email.str.lower().str.split("@").str[-1]
    row.put("mail_host_users", np.where(hosts != "", hosts.map(hosts.value_counts()), np.nan))
    sites = accounts.website.map(host)
    row.put("site_users", np.where(sites != "", sites.map(sites.value_counts()), np.nan))
    websites = folder.table("websites")
    state = websites.assign(h=websites.url.map(host)).drop_duplicates("h").set_index("h").status
    row.put("site_dead", np.where(sites != "", sites.map(state).map({"live": 0, "parked": 1, "defunct": 1}), np.nan))
    row.put("mail_like_site", (hosts == sites) & (sites != ""))
    names = [set(words(name)) for name in accounts.legal_name]
    row.put("mail_like_name", [likeness(name, box) for name, box in zip(names, accounts.email.str.split("@").str[0])])
    row.put("handle_like_name", [likeness(name, handle) for name, handle in zip(names, accounts.handle)])
    row.put("names_differ", [jaccard(name, set(words(shown))) for name, shown in zip(names, accounts.display_name)])
    prefix = accounts.phone.str[:4]
    usual = typical(accounts.country, prefix)
    row.put("phone_elsewhere", np.where((prefix != "") & (accounts.country != ""), prefix != accounts.country.map(usual), np.nan))
    zones = typical(accounts.city, accounts.timezone)
    row.put("zone_elsewhere", np.where((accounts.timezone != "") & (accounts.city != ""), accounts.timezone != accounts.city.map(zones), np.nan))
    firms = folder.table("companies")
    row.put("employer_known", accounts.employer.map(plain).isin(set(firms.name.map(plain)) - {""}))
    firm_hosts = set(firms.email.str.split("@").str[-1]) | set(firms.website.map(host)) - {""}
    row.put("mail_at_firm", hosts.isin(firm_hosts - {""}))
    row.put("mail_near_firm", [near_host(h, firm_hosts) if h not in firm_hosts else 0 for h in hosts])
    employers = accounts.employer.map(plain)
    row.put("employer_users", np.where(employers != "", employers.map(employers.value_counts()), np.nan))
    row.put("mail_like_employer", [likeness(set(words(e)) - {"ltd", "inc", "labs", "systems"}, h) for e, h in zip(accounts.employer, hosts)])
    row.put("unwatched_mail", [bool(re.search(r"\d{3,}", str(v))) for v in accounts.email])
    watch = folder.table("watchlist")
    listed = set(watch.name.map(plain)) | {plain(n) for names_ in watch.aliases for n in names_.split("|")}
    row.put("listed_name", accounts.legal_name.map(plain).isin(listed - {""}))
    links = folder.table("links")
    for kind in ("recommended", "employs", "represents", "family_of", "officer_of"):
        ends = pd.concat([links[(links.kind == kind) & (links.from_type == "account")].from_id, links[(links.kind == kind) & (links.to_type == "account")].to_id])
        row.put(f"link_{kind}", accounts.account_id.map(ends.value_counts()).fillna(0))
    profiles(folder, row)
    parcels(folder, row)


def near_host(name, others):
    core = re.sub(r"[^a-z]", "", name.split(".")[0])
    return float(len(core) > 5 and any(core != o and (core.startswith(o) or o.startswith(core)) for o in {re.sub(r"[^a-z]", "", x.split(".")[0]) for x in others} if len(o) > 5))


def profiles(folder, row):
    accounts = folder.accounts
    rows = folder.of_accounts("profiles")
    row.count("profiles", rows.groupby("a").size())
    for field in ("country", "city", "nationality", "name", "email", "phone", "employer", "education"):
        mine = rows.a.map(accounts["legal_name" if field == "name" else field])
        known = (rows[field] != "") & (mine != "")
        differs = (rows[field].map(plain) != mine.map(plain)).where(known)
        row.per(f"profile_{field}_differs", differs.astype(float).groupby(rows.a).mean())


def parcels(folder, row):
    accounts = folder.accounts
    rows = folder.of_accounts("shipments")
    row.count("parcels", rows.groupby("a").size())
    home = rows.a.map(accounts.address.map(street))
    row.per("parcel_elsewhere", (rows.address.map(street) != home).where(home != "").astype(float).groupby(rows.a).mean())
    country = rows.a.map(accounts.country)
    row.per("parcel_abroad", ((rows.country != country) & (rows.country != "") & (country != "")).astype(float).groupby(rows.a).mean())
    name = rows.a.map(accounts.legal_name)
    row.per("parcel_other_name", (rows.recipient_name.map(plain) != name.map(plain)).where(rows.recipient_name != "").astype(float).groupby(rows.a).mean())


def likeness(name, text):
    box = re.sub(r"[^a-z]", "", "".join(words(text)))
    if not box:
        return np.nan
    return max((len(part) for part in name if part in box), default=0) / len(box)


def jaccard(one, other):
    return len(one & other) / len(one | other) if one | other else np.nan


def offsets(folder):
    """Hours ahead of UTC: of the zone claimed, else of the one usual in the city claimed."""
    accounts = folder.accounts
    year = int(1970 + folder.span[0] / (365.25 * DAY))
    zone = accounts.timezone.where(accounts.timezone != "", accounts.city.map(typical(accounts.city, accounts.timezone)))
    zone = zone.where(zone.notna() & (zone != ""), accounts.country.map(typical(accounts.country, accounts.timezone)))
    return zone.map(lambda z: zone_offset(z, year) if isinstance(z, str) and z else np.nan).to_numpy(float)


def sessions(folder, row):
    logins = folder.logins
    by = logins.groupby("a")
    begin, end = folder.span
    row.count("sessions", by.size())
    active = (by.start.max() - by.start.min()) / DAY
    row.per("sessions_a_week", by.size() / (active / 7 + 1))
    row.per("active_days", active)
    row.per("last_seen", (end - by.start.max()) / DAY)
    row.per("first_seen", (by.start.min() - begin) / DAY)
    for name, column in (("ips", "ip"), ("nets", "net"), ("asns", "ip_asn"), ("devices", "device_id"), ("agents", "user_agent"), ("ip_countries", "ip_country"), ("systems", "device_os")):
        row.per(f"n_{name}", by[column].nunique())
        top = logins[logins[column] != ""].groupby(["a", column]).size()
        row.per(f"top_{name}", top.groupby("a").max() / top.groupby("a").sum())
    for kind in ("residential", "mobile", "business", "education", "coworking", "hosting", "vpn", "tor", ""):
        row.per(f"ip_{kind or 'unknown'}", (logins.ip_kind == kind).groupby(logins.a).mean())
    row.per("service_port", (logins.service_port != "").groupby(logins.a).mean())
    row.per("remote_port", logins.service_port.isin(REMOTE_PORTS).groupby(logins.a).mean())
    row.per("remote_tool", (logins.device_remote_access != "").groupby(logins.a).mean())
    opened = logins.ip_open_ports.map(lambda v: bool(REMOTE_PORTS & set(str(v).split("|"))))
    row.per("open_remote_port", opened.groupby(logins.a).mean())
    masked = logins.ip_kind.isin(["hosting", "vpn", "tor"])
    row.per("remote_and_masked", (masked & logins.service_port.isin(REMOTE_PORTS)).groupby(logins.a).mean())
    agent = [bool(os_) and bool(agent_) and words(os_)[:1] != [] and words(os_)[0] not in words(agent_) for os_, agent_ in zip(logins.device_os, logins.user_agent)]
    row.per("agent_differs", pd.Series(agent, index=logins.index).groupby(logins.a).mean())
    claimed = logins.a.map(folder.accounts.country)
    seen = logins.ip_country.where(logins.ip_country != "")
    row.per("abroad", (seen != claimed).where(seen.notna() & (claimed != "")).astype(float).groupby(logins.a).mean())
    plain_abroad = (seen != claimed).where(seen.notna() & (claimed != "") & ~masked).astype(float)
    row.per("abroad_plain", plain_abroad.groupby(logins.a).mean())
    length = ((logins.end - logins.start) / HOUR).clip(0, 48)
    row.per("session_mean", length.groupby(logins.a).mean())
    row.per("session_max", length.groupby(logins.a).max())
    hours(folder, row)
    journeys(folder, row)
    users = logins.drop_duplicates(["a", "ip"]).groupby("ip").size()
    row.per("ip_users", logins.ip.map(users).groupby(logins.a).mean())
    row.per("ip_users_max", logins.ip.map(users).groupby(logins.a).max())
    users = logins[logins.device_id != ""].drop_duplicates(["a", "device_id"]).groupby("device_id").size()
    row.per("device_users", logins.device_id.map(users).groupby(logins.a).mean())
    row.per("device_users_max", logins.device_id.map(users).groupby(logins.a).max())


def hours(folder, row):
    logins = folder.logins
    shift = pd.Series(offsets(folder))
    row.put("zone_known", shift.notna())
    local = ((logins.start / HOUR + logins.a.map(shift)) % 24)
    row.per("night", (local < 6).where(local.notna()).astype(float).groupby(logins.a).mean())
    row.per("office_hours", ((local >= 8) & (local < 18)).where(local.notna()).astype(float).groupby(logins.a).mean())
    weekend = ((logins.start // DAY + 3) % 7) >= 5
    row.per("weekend", weekend.groupby(logins.a).mean())
    for name, angle in (("local", local), ("utc", (logins.start / HOUR) % 24)):
        x = np.cos(angle * np.pi / 12).groupby(logins.a).mean()
        y = np.sin(angle * np.pi / 12).groupby(logins.a).mean()
        row.per(f"hours_{name}_spread", np.hypot(x, y))
        if name == "local":
            middle = (np.arctan2(y, x) * 12 / np.pi) % 24
            row.per("hours_middle", middle)
            row.per("hours_off", np.abs((middle - 14.5 + 12) % 24 - 12))
    kept = logins[logins.ip_kind.isin(["residential", "mobile", ""])]
    zone = typical(folder.accounts.country, folder.accounts.timezone)
    year = int(1970 + folder.span[0] / (365.25 * DAY))
    there = kept.ip_country.map(zone).map(lambda z: zone_offset(z, year) if isinstance(z, str) else np.nan)
    here = (kept.start / HOUR + there) % 24
    row.per("night_at_ip", (here < 6).where(here.notna()).astype(float).groupby(kept.a).mean())


def journeys(folder, row):
    """From one country to another within hours."""
    logins = folder.logins.sort_values(["a", "start"])
    logins = logins[logins.ip_country != ""]
    same = logins.a.eq(logins.a.shift())
    jump = same & (logins.ip_country != logins.ip_country.shift()) & ((logins.start - logins.start.shift()) < 6 * HOUR)
    row.per("jumps", jump.groupby(logins.a).mean())
    overlap = same & (logins.start < logins.end.shift()) & (logins.device_id != logins.device_id.shift())
    row.per("two_at_once", overlap.groupby(logins.a).mean())


def handover(folder, row):
    """The time at which an account looks most like passing into other hands, and what else happened then."""
    logins = folder.logins
    changes, payments = folder.changes, purses(folder, "payout")
    mails = changes[changes.field.isin(["phone", "email"])].groupby("a")["at"].apply(list).to_dict()
    purse_starts = payments.groupby("a")["first"].apply(lambda s: sorted(s.dropna())).to_dict()
    found = defaultdict(lambda: np.full(folder.n, np.nan))
    for a, mine in logins.groupby("a"):
        if len(mine) < 12:
            continue
        best = split(mine)
        for name, value in best.items():
            found[f"split_{name}"][a] = value
        at = best["at"]
        near = [abs(t - at) / DAY for t in mails.get(a, []) if t == t]
        found["split_contact_gap"][a] = min(near, default=np.nan)
        near = [abs(t - at) / DAY for t in purse_starts.get(a, [])[1:]]
        found["split_payout_gap"][a] = min(near, default=np.nan)
    for name in ("split_at", "split_score", "split_devices", "split_nets", "split_hours", "split_masked", "split_remote", "split_remote_after", "split_masked_after", "split_hour_shift", "split_contact_gap", "split_payout_gap"):
        row.put(name, found[name])
    begin, _ = folder.span
    row.put("split_at", (row.columns["split_at"] - begin) / DAY)


def split(mine):
    start = mine.start.to_numpy()
    devices = pd.factorize(mine.device_id)[0]
    nets = pd.factorize(mine.ip_asn.where(mine.ip_asn != "", mine.net))[0]
    hour = ((start // HOUR) % 24).astype(int)
    masked = mine.ip_kind.isin(["vpn", "hosting", "tor"]).to_numpy()
    remote = (mine.service_port.isin(REMOTE_PORTS) | (mine.device_remote_access != "")).to_numpy()
    best = None
    for cut in np.unique(np.linspace(4, len(start) - 4, 15).astype(int)):
        d, n, h = (apart(values, cut, size) for values, size in ((devices, devices.max() + 1), (nets, nets.max() + 1), (hour // 2, 12)))
        score = d + n + h
        if best is None or score > best["score"]:
            angle = [np.angle(np.exp(1j * part * np.pi / 12).sum()) * 12 / np.pi for part in (hour[:cut], hour[cut:])]
            best = {
                "at": start[cut], "score": score, "devices": d, "nets": n, "hours": h,
                "masked": masked[cut:].mean() - masked[:cut].mean(), "remote": remote[cut:].mean() - remote[:cut].mean(),
                "masked_after": masked[cut:].mean(), "remote_after": remote[cut:].mean(),
                "hour_shift": abs((angle[1] - angle[0] + 12) % 24 - 12),
            }
    return best


def apart(values, cut, size):
    one = np.bincount(values[:cut], minlength=size) / cut
    two = np.bincount(values[cut:], minlength=size) / (len(values) - cut)
    noise = np.sqrt(size / cut / 4 + size / (len(values) - cut) / 4) / 4
    return max(0.0, np.abs(one - two).sum() / 2 - min(noise, 0.3))


def shifts(folder, row):
    """How many hours of a day an account is in use, and how long without a pause."""
    logins = folder.logins
    hour = (logins.start // HOUR).astype(int)
    last = np.minimum((logins.end.fillna(logins.start) // HOUR).astype(int), hour + 12)
    pairs = {(a, t) for a, f, l in zip(logins.a, hour, last) for t in range(f, max(f, l) + 1)}
    table = pd.DataFrame(sorted(pairs), columns=["a", "t"])
    per_day = table.groupby(["a", table.t // 24]).size()
    row.per("hours_a_day", per_day.groupby("a").mean())
    row.per("hours_a_day_max", per_day.groupby("a").max())
    row.per("hours_a_day_high", per_day.groupby("a").quantile(0.9))
    broken = (table.a != table.a.shift()) | (table.t - table.t.shift() > 2)
    runs = table.groupby(["a", broken.cumsum()]).t.agg(lambda t: t.iloc[-1] - t.iloc[0] + 1)
    row.per("run_max", runs.groupby("a").max())
    row.per("run_high", runs.groupby("a").quantile(0.95))


def papers(folder, row):
    accounts = folder.accounts
    rows = folder.documents
    formal = rows[~rows.kind.isin(["bid", "message", "profile"])]
    for kind in ("passport", "national_id", "driving_licence", "diploma", "visa", "statement", "resume", "portfolio", "contract", "invoice"):
        row.count(f"papers_{kind}", formal[formal.kind == kind].groupby("a").size())
    row.count("papers", formal.groupby("a").size())
    for result in ("failed", "poor_image", "unchecked"):
        row.per(f"papers_{result}", (formal.verification_result == result).groupby(formal.a).mean())
    row.count("papers_doubtful", formal.verification_result.isin(["failed", "poor_image"]).groupby(formal.a).sum())
    name = formal.a.map(accounts.legal_name).map(lambda v: set(words(v)))
    likes = pd.Series([jaccard(mine, set(words(theirs))) if theirs else np.nan for mine, theirs in zip(name, formal.name_on_document)], index=formal.index, dtype=float)
    row.per("paper_name_least", likes.groupby(formal.a).min())
    birth = formal.a.map(accounts.birth_date)
    row.per("paper_birth_differs", (formal.birth_date != birth).where((formal.birth_date != "") & (birth != "")).astype(float).groupby(formal.a).max())
    home = formal.a.map(accounts.address.map(street))
    there = formal.address_on_document.map(street)
    row.per("paper_address_differs", (home != there).where((home != "") & (there != "")).astype(float).groupby(formal.a).mean())
    land = formal.a.map(accounts.nationality)
    row.per("paper_land_differs", (formal.issuing_country != land).where((formal.issuing_country != "") & (land != "")).astype(float).groupby(formal.a).max())
    row.per("paper_numbers", formal[formal.number != ""].groupby("a").number.nunique())
    row.per("paper_faces", formal[formal.photo_hash != ""].groupby("a").photo_hash.nunique())
    row.per("papers_late", ((formal["at"] - formal.a.map(seconds(accounts.created_at))) / DAY).groupby(formal.a).max())


def wallets(folder, row):
    accounts = folder.accounts
    known = folder.payment_accounts.set_index("payment_account_id")
    created = seconds(accounts.created_at)
    for purpose in ("payout", "funding"):
        rows = purses(folder, purpose)
        by = rows.groupby("a")
        row.count(f"{purpose}s", by.payment_account_id.nunique())
        for kind in ("bank", "wallet", "crypto", "prepaid"):
            row.per(f"{purpose}_{kind}", (rows.payment_account_id.map(known.kind) == kind).groupby(rows.a).mean())
        name = rows.a.map(accounts.legal_name).map(lambda v: set(words(v)))
        holder = rows.payment_account_id.map(known.holder_name).fillna("")
        likes = pd.Series([overlap(mine, set(words(theirs))) if theirs else np.nan for mine, theirs in zip(name, holder)], index=rows.index, dtype=float)
        row.per(f"{purpose}_name_least", likes.groupby(rows.a).min())
        row.per(f"{purpose}_name_most", likes.groupby(rows.a).max())
        row.per(f"{purpose}_firm", (rows.payment_account_id.map(known.holder_company).fillna("") != "").groupby(rows.a).max())
        land = rows.payment_account_id.map(known.country).fillna("")
        claimed = rows.a.map(accounts.country)
        row.per(f"{purpose}_abroad", (land != claimed).where((land != "") & (claimed != "")).astype(float).groupby(rows.a).mean())
        opened = seconds(rows.payment_account_id.map(known.opened_at).fillna(""))
        row.per(f"{purpose}_opened", ((opened - rows.a.map(created)) / DAY).groupby(rows.a).max())
        row.per(f"{purpose}_fresh", ((rows["first"] - opened) / DAY).groupby(rows.a).min())
        users = rows.drop_duplicates(["a", "payment_account_id"]).groupby("payment_account_id").size()
        row.per(f"{purpose}_users", rows.payment_account_id.map(users).groupby(rows.a).max())
        row.per(f"{purpose}_last_since", ((rows["first"] - rows.a.map(created)) / DAY).groupby(rows.a).max())
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
        f=names.get_indexer(folder.transfers.from_payment_account_id), t=names.get_indexer(folder.transfers.to_payment_account_id)
    )
    paid = purses(folder, "payout")
    owners = defaultdict(list)
    for a, purse in zip(paid.a, names.get_indexer(paid.payment_account_id)):
        if a not in owners[purse]:
            owners[purse].append(a)
    own = pd.DataFrame([(a, purse) for purse, who in owners.items() for a in who], columns=["a", "p"])
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
    row.per("disputed_part", come.status.isin(["disputed", "reversed"]).astype(float).groupby(come.a).mean())
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
    both = pd.concat([come.assign(kind=0), gone.assign(kind=1)]).sort_values(["a", "at", "kind"], ignore_index=True)
    next_out = both["at"].where(both.kind == 1).groupby(both.a).bfill()
    wait = ((next_out - both["at"]) / DAY)[both.kind == 0]
    row.per("rests", wait.groupby(both.a).median())
    row.per("rests_mean", wait.clip(upper=100).groupby(both.a).mean())
    size = both.value.where(both.kind == 1).groupby(both.a).bfill() / both.value
    row.per("leaves_like_came", ((size > 0.5) & (size < 1.05))[both.kind == 0].astype(float).groupby(both.a).mean())


def ends(folder, row, names, pass_on, hub, own):
    import scipy.sparse as sp

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


def selling(folder, row):
    deals, ratings = folder.deals, folder.ratings
    bids = folder.of_accounts("bids")
    bids["at"] = seconds(bids.submitted_at)
    by = bids.groupby("a")
    row.count("bids", by.size())
    row.per("bids_a_day", by.size() / ((by["at"].max() - by["at"].min()) / DAY + 3))
    row.per("bids_day_max", bids.groupby(["a", bids["at"] // DAY]).size().groupby("a").max())
    row.per("bids_won", (bids.status == "accepted").groupby(bids.a).mean())
    row.per("bids_withdrawn", (bids.status == "withdrawn").groupby(bids.a).mean())
    row.per("bids_written", (bids.document_id != "").groupby(bids.a).mean())
    jobs = folder.table("jobs").drop_duplicates("job_id").set_index("job_id")
    delay = (bids["at"] - seconds(bids.job_id.map(jobs.posted_at).fillna(""))) / HOUR
    row.per("bids_delay", delay.groupby(bids.a).median())
    row.per("bids_delay_least", delay.groupby(bids.a).quantile(0.1))
    own = bids.a.map(folder.accounts.trade)
    theirs = bids.job_id.map(jobs.category).fillna("")
    row.per("bids_off_trade", (own != theirs).where((own != "") & (theirs != "")).astype(float).groupby(bids.a).mean())
    row.per("trades", theirs[theirs != ""].groupby(bids.a).nunique())
    row.count("jobs_won", deals.groupby("a").size())
    clients = deals.groupby(["a", "c"]).size()
    row.per("clients", clients.groupby("a").size())
    row.per("top_client", clients.groupby("a").max() / clients.groupby("a").sum())
    row.per("budget", deals.budget.groupby(deals.a).median())
    per_week = deals.groupby(["a", deals["at"] // (7 * DAY)]).budget.sum()
    row.per("week_max", per_week.groupby("a").max())
    time = (seconds(jobs.finished_at) - seconds(jobs.posted_at)) / DAY
    row.per("done_in", deals.job_id.map(time).groupby(deals.a).median())
    got = ratings.groupby("t")
    row.count("ratings_got", got.size())
    row.per("ratings_mean", got.share.mean())
    row.per("ratings_spread", got.share.std())
    row.per("raters", got.f.nunique())
    top = ratings.groupby(["t", "f"]).size()
    row.per("top_rater", top.groupby("t").max() / top.groupby("t").sum())
    pairs = set(zip(ratings.f, ratings.t))
    mutual = pd.Series([(t, f) in pairs for f, t in zip(ratings.f, ratings.t)], index=ratings.index, dtype=float)
    row.per("ratings_mutual", mutual.groupby(ratings.t).mean())
    row.per("ratings_commented", (ratings.comment != "").groupby(ratings.t).mean())
    row.count("ratings_without_job", (ratings.job_id == "").groupby(ratings.t).sum())
    row.per("ratings_burst", ratings.groupby(["t", ratings["at"] // (14 * DAY)]).size().groupby("t").max())


def buying(folder, row):
    deals, ratings = folder.deals, folder.ratings
    jobs = folder.of_accounts("jobs", "client_account_id")
    row.count("jobs", jobs.groupby("a").size())
    hired = deals.groupby(["c", "a"]).size()
    row.per("hires", hired.groupby("c").size())
    row.per("top_hire", hired.groupby("c").max() / hired.groupby("c").sum())
    row.per("hires_spread", (hired**2).groupby("c").sum() / hired.groupby("c").sum() ** 2)
    row.count("hired", hired.groupby("c").sum())
    given = ratings.groupby("f")
    row.per("gives_mean", given.share.mean())
    row.per("gives_spread", given.share.std())
    row.count("gives", given.size())
    row.per("rated_spread", given.t.nunique() / given.size())
    bids = folder.of_accounts("bids")
    per_job = bids.groupby("job_id").size()
    row.per("job_bids", jobs.job_id.map(per_job).groupby(jobs.a).mean())
    row.per("job_budget", pd.to_numeric(jobs.budget, errors="coerce").groupby(jobs.a).median())
    time = (seconds(jobs.finished_at) - seconds(jobs.posted_at)) / DAY
    row.per("job_done_in", time.groupby(jobs.a).median())


def writing(folder, row):
    rows = folder.documents[folder.documents.text != ""]
    for kind in ("bid", "message"):
        mine = rows[rows.kind == kind]
        row.count(f"texts_{kind}", mine.groupby("a").size())
        row.per(f"words_{kind}", mine.text.str.count(" ").groupby(mine.a).mean())
        row.per(f"again_{kind}", mine.groupby("a").text.apply(repeats))
        row.per(f"starts_{kind}", mine.text.str[:25].groupby(mine.a).nunique() / mine.groupby("a").size())
    written = folder.documents
    to = written[written.to_account_id != ""]
    row.per("written_to", to.groupby("a").to_account_id.nunique() / to.groupby("a").size())


def repeats(texts):
    """How much of a text its writer had written before."""
    before, part = set(), []
    for text in list(texts)[:30]:
        found = shingles(text, 4)
        if before and found:
            part.append(len(found & before) / len(found))
        before |= found
    return np.mean(part) if part else np.nan


def others_say(folder, row):
    """What is said of it in comments: how much the same words come back."""
    ratings = folder.ratings[folder.ratings.comment != ""]
    common = ratings.comment.map(ratings.comment.value_counts())
    row.per("comment_common", np.log(common).groupby(ratings.t).mean())
    row.per("comment_own_common", np.log(common).groupby(ratings.f).mean())
    row.per("comment_length", ratings.comment.str.len().groupby(ratings.t).mean())

"""When, from where and on what an account is used, and when it passes into other hands."""

from collections import defaultdict

import numpy as np
import pandas as pd

from money import purses
from row import typical
from tables import DAY, HOUR, words, zone_offset

REMOTE_PORTS = {"3389", "5938", "7070", "5900", "5901", "4899"}


def offsets(folder):
    """Hours ahead of UTC: of the zone claimed, else of the one usual in the city claimed."""
    accounts = folder.accounts
    year = int(1970 + folder.span[0] / (365.25 * DAY))
    zone = accounts.timezone.where(
        accounts.timezone != "", accounts.city.map(typical(accounts.city, accounts.timezone))
    )
    zone = zone.where(
        zone.notna() & (zone != ""),
        accounts.country.map(typical(accounts.country, accounts.timezone)),
    )
    return zone.map(
        lambda z: zone_offset(z, year) if isinstance(z, str) and z else np.nan
    ).to_numpy(float)


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
    for name, column in (
        ("ips", "ip"),
        ("nets", "net"),
        ("asns", "ip_asn"),
        ("devices", "device_id"),
        ("agents", "user_agent"),
        ("ip_countries", "ip_country"),
        ("systems", "device_os"),
    ):
        row.per(f"n_{name}", by[column].nunique())
        top = logins[logins[column] != ""].groupby(["a", column]).size()
        row.per(f"top_{name}", top.groupby("a").max() / top.groupby("a").sum())
    for kind in (
        "residential",
        "mobile",
        "business",
        "education",
        "coworking",
        "hosting",
        "vpn",
        "tor",
        "",
    ):
        row.per(f"ip_{kind or 'unknown'}", (logins.ip_kind == kind).groupby(logins.a).mean())
    row.per("service_port", (logins.service_port != "").groupby(logins.a).mean())
    row.per("remote_port", logins.service_port.isin(REMOTE_PORTS).groupby(logins.a).mean())
    row.per("remote_tool", (logins.device_remote_access != "").groupby(logins.a).mean())
    opened = logins.ip_open_ports.map(lambda v: bool(REMOTE_PORTS & set(str(v).split("|"))))
    row.per("open_remote_port", opened.groupby(logins.a).mean())
    masked = logins.ip_kind.isin(["hosting", "vpn", "tor"])
    row.per(
        "remote_and_masked",
        (masked & logins.service_port.isin(REMOTE_PORTS)).groupby(logins.a).mean(),
    )
    agent = [
        bool(os_) and bool(agent_) and words(os_)[:1] != [] and words(os_)[0] not in words(agent_)
        for os_, agent_ in zip(logins.device_os, logins.user_agent)
    ]
    row.per("agent_differs", pd.Series(agent, index=logins.index).groupby(logins.a).mean())
    claimed = logins.a.map(folder.accounts.country)
    seen = logins.ip_country.where(logins.ip_country != "")
    row.per(
        "abroad",
        (seen != claimed)
        .where(seen.notna() & (claimed != ""))
        .astype(float)
        .groupby(logins.a)
        .mean(),
    )
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
    users = (
        logins[logins.device_id != ""]
        .drop_duplicates(["a", "device_id"])
        .groupby("device_id")
        .size()
    )
    row.per("device_users", logins.device_id.map(users).groupby(logins.a).mean())
    row.per("device_users_max", logins.device_id.map(users).groupby(logins.a).max())


def hours(folder, row):
    logins = folder.logins
    shift = pd.Series(offsets(folder))
    row.put("zone_known", shift.notna())
    local = (logins.start / HOUR + logins.a.map(shift)) % 24
    row.per("night", (local < 6).where(local.notna()).astype(float).groupby(logins.a).mean())
    row.per(
        "office_hours",
        ((local >= 8) & (local < 18)).where(local.notna()).astype(float).groupby(logins.a).mean(),
    )
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
    there = kept.ip_country.map(zone).map(
        lambda z: zone_offset(z, year) if isinstance(z, str) else np.nan
    )
    here = (kept.start / HOUR + there) % 24
    row.per("night_at_ip", (here < 6).where(here.notna()).astype(float).groupby(kept.a).mean())


def journeys(folder, row):
    """From one country to another within hours."""
    logins = folder.logins.sort_values(["a", "start"])
    logins = logins[logins.ip_country != ""]
    same = logins.a.eq(logins.a.shift())
    jump = (
        same
        & (logins.ip_country != logins.ip_country.shift())
        & ((logins.start - logins.start.shift()) < 6 * HOUR)
    )
    row.per("jumps", jump.groupby(logins.a).mean())
    overlap = (
        same & (logins.start < logins.end.shift()) & (logins.device_id != logins.device_id.shift())
    )
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
    for name in (
        "split_at",
        "split_score",
        "split_devices",
        "split_nets",
        "split_hours",
        "split_masked",
        "split_remote",
        "split_remote_after",
        "split_masked_after",
        "split_hour_shift",
        "split_contact_gap",
        "split_payout_gap",
    ):
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
        d, n, h = (
            apart(values, cut, size)
            for values, size in (
                (devices, devices.max() + 1),
                (nets, nets.max() + 1),
                (hour // 2, 12),
            )
        )
        score = d + n + h
        if best is None or score > best["score"]:
            angle = [
                np.angle(np.exp(1j * part * np.pi / 12).sum()) * 12 / np.pi
                for part in (hour[:cut], hour[cut:])
            ]
            best = {
                "at": start[cut],
                "score": score,
                "devices": d,
                "nets": n,
                "hours": h,
                "masked": masked[cut:].mean() - masked[:cut].mean(),
                "remote": remote[cut:].mean() - remote[:cut].mean(),
                "masked_after": masked[cut:].mean(),
                "remote_after": remote[cut:].mean(),
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

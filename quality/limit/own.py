"""What an account shows by itself: sessions, papers, money, work, contradictions between what it says and what is seen."""

import re

import numpy as np
import pandas as pd

from income import flows, wallets
from row import Row, typical
from sessions import handover, sessions, shifts
from tables import DAY, HOUR, plain, seconds, words
from texts import shingles
from ties import host, street


def own_features(folder):
    row = Row(folder.n)
    for part in (
        life,
        contacts,
        sessions,
        handover,
        shifts,
        papers,
        wallets,
        flows,
        selling,
        buying,
        writing,
        others_say,
    ):
        part(folder, row)
    return row.frame()


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
    row.put(
        "referred_others", accounts.account_id.map(accounts.referred_by.value_counts()).fillna(0)
    )
    row.put(
        "opened_same_days",
        [((created - at).abs() < 3 * DAY).sum() if at == at else np.nan for at in created],
    )
    changes = folder.changes
    for field in (
        "phone",
        "email",
        "address",
        "website",
        "employer",
        "display_name",
        "legal_name",
        "city",
    ):
        row.count(f"changes_{field}", changes[changes.field == field].groupby("a").size())
    row.count("changes", changes.groupby("a").size())
    ordered = changes.sort_values(["a", "at"])
    gaps = ordered.groupby("a")["at"].diff() / DAY
    row.per("changes_apart", gaps.groupby(ordered.a).min())


def contacts(folder, row):
    accounts = folder.accounts
    for field in (
        "phone",
        "email",
        "website",
        "employer",
        "education",
        "address",
        "birth_date",
        "timezone",
    ):
        row.put(f"has_{field}", accounts[field] != "")
    hosts = accounts.email.str.lower().str.split("@").str[-1]
    row.put("mail_host_users", np.where(hosts != "", hosts.map(hosts.value_counts()), np.nan))
    sites = accounts.website.map(host)
    row.put("site_users", np.where(sites != "", sites.map(sites.value_counts()), np.nan))
    websites = folder.table("websites")
    state = websites.assign(h=websites.url.map(host)).drop_duplicates("h").set_index("h").status
    row.put(
        "site_dead",
        np.where(sites != "", sites.map(state).map({"live": 0, "parked": 1, "defunct": 1}), np.nan),
    )
    row.put("mail_like_site", (hosts == sites) & (sites != ""))
    names = [set(words(name)) for name in accounts.legal_name]
    row.put(
        "mail_like_name",
        [likeness(name, box) for name, box in zip(names, accounts.email.str.split("@").str[0])],
    )
    row.put(
        "handle_like_name", [likeness(name, handle) for name, handle in zip(names, accounts.handle)]
    )
    row.put(
        "names_differ",
        [jaccard(name, set(words(shown))) for name, shown in zip(names, accounts.display_name)],
    )
    prefix = accounts.phone.str[:4]
    usual = typical(accounts.country, prefix)
    row.put(
        "phone_elsewhere",
        np.where(
            (prefix != "") & (accounts.country != ""), prefix != accounts.country.map(usual), np.nan
        ),
    )
    zones = typical(accounts.city, accounts.timezone)
    row.put(
        "zone_elsewhere",
        np.where(
            (accounts.timezone != "") & (accounts.city != ""),
            accounts.timezone != accounts.city.map(zones),
            np.nan,
        ),
    )
    firms = folder.table("companies")
    row.put("employer_known", accounts.employer.map(plain).isin(set(firms.name.map(plain)) - {""}))
    firm_hosts = set(firms.email.str.split("@").str[-1]) | set(firms.website.map(host)) - {""}
    row.put("mail_at_firm", hosts.isin(firm_hosts - {""}))
    row.put(
        "mail_near_firm", [near_host(h, firm_hosts) if h not in firm_hosts else 0 for h in hosts]
    )
    employers = accounts.employer.map(plain)
    row.put(
        "employer_users", np.where(employers != "", employers.map(employers.value_counts()), np.nan)
    )
    row.put(
        "mail_like_employer",
        [
            likeness(set(words(e)) - {"ltd", "inc", "labs", "systems"}, h)
            for e, h in zip(accounts.employer, hosts)
        ],
    )
    row.put("mail_digits", [bool(re.search(r"\d{3,}", str(v))) for v in accounts.email])
    watch = folder.table("watchlist")
    listed = set(watch.name.map(plain)) | {
        plain(n) for names_ in watch.aliases for n in names_.split("|")
    }
    row.put("listed_name", accounts.legal_name.map(plain).isin(listed - {""}))
    links = folder.table("links")
    for kind in ("recommended", "employs", "represents", "family_of", "officer_of"):
        ends = pd.concat(
            [
                links[(links.kind == kind) & (links.from_type == "account")].from_id,
                links[(links.kind == kind) & (links.to_type == "account")].to_id,
            ]
        )
        row.put(f"link_{kind}", accounts.account_id.map(ends.value_counts()).fillna(0))
    profiles(folder, row)
    parcels(folder, row)


def near_host(name, others):
    core = re.sub(r"[^a-z]", "", name.split(".")[0])
    return float(
        len(core) > 5
        and any(
            core != o and (core.startswith(o) or o.startswith(core))
            for o in {re.sub(r"[^a-z]", "", x.split(".")[0]) for x in others}
            if len(o) > 5
        )
    )


def profiles(folder, row):
    accounts = folder.accounts
    rows = folder.of_accounts("profiles")
    row.count("profiles", rows.groupby("a").size())
    for field in (
        "country",
        "city",
        "nationality",
        "name",
        "email",
        "phone",
        "employer",
        "education",
    ):
        mine = rows.a.map(accounts["legal_name" if field == "name" else field])
        known = (rows[field] != "") & (mine != "")
        differs = (rows[field].map(plain) != mine.map(plain)).where(known)
        row.per(f"profile_{field}_differs", differs.astype(float).groupby(rows.a).mean())


def parcels(folder, row):
    accounts = folder.accounts
    rows = folder.of_accounts("shipments")
    row.count("parcels", rows.groupby("a").size())
    home = rows.a.map(accounts.address.map(street))
    row.per(
        "parcel_elsewhere",
        (rows.address.map(street) != home).where(home != "").astype(float).groupby(rows.a).mean(),
    )
    country = rows.a.map(accounts.country)
    row.per(
        "parcel_abroad",
        ((rows.country != country) & (rows.country != "") & (country != ""))
        .astype(float)
        .groupby(rows.a)
        .mean(),
    )
    name = rows.a.map(accounts.legal_name)
    row.per(
        "parcel_other_name",
        (rows.recipient_name.map(plain) != name.map(plain))
        .where(rows.recipient_name != "")
        .astype(float)
        .groupby(rows.a)
        .mean(),
    )


def likeness(name, text):
    box = re.sub(r"[^a-z]", "", "".join(words(text)))
    if not box:
        return np.nan
    return max((len(part) for part in name if part in box), default=0) / len(box)


def jaccard(one, other):
    return len(one & other) / len(one | other) if one | other else np.nan


def papers(folder, row):
    accounts = folder.accounts
    rows = folder.documents
    formal = rows[~rows.kind.isin(["bid", "message", "profile"])]
    for kind in (
        "passport",
        "national_id",
        "driving_licence",
        "diploma",
        "visa",
        "statement",
        "resume",
        "portfolio",
        "contract",
        "invoice",
    ):
        row.count(f"papers_{kind}", formal[formal.kind == kind].groupby("a").size())
    row.count("papers", formal.groupby("a").size())
    for result in ("failed", "poor_image", "unchecked"):
        row.per(f"papers_{result}", (formal.verification_result == result).groupby(formal.a).mean())
    row.count(
        "papers_doubtful",
        formal.verification_result.isin(["failed", "poor_image"]).groupby(formal.a).sum(),
    )
    name = formal.a.map(accounts.legal_name).map(lambda v: set(words(v)))
    likes = pd.Series(
        [
            jaccard(mine, set(words(theirs))) if theirs else np.nan
            for mine, theirs in zip(name, formal.name_on_document)
        ],
        index=formal.index,
        dtype=float,
    )
    row.per("paper_name_least", likes.groupby(formal.a).min())
    birth = formal.a.map(accounts.birth_date)
    row.per(
        "paper_birth_differs",
        (formal.birth_date != birth)
        .where((formal.birth_date != "") & (birth != ""))
        .astype(float)
        .groupby(formal.a)
        .max(),
    )
    home = formal.a.map(accounts.address.map(street))
    there = formal.address_on_document.map(street)
    row.per(
        "paper_address_differs",
        (home != there).where((home != "") & (there != "")).astype(float).groupby(formal.a).mean(),
    )
    land = formal.a.map(accounts.nationality)
    row.per(
        "paper_land_differs",
        (formal.issuing_country != land)
        .where((formal.issuing_country != "") & (land != ""))
        .astype(float)
        .groupby(formal.a)
        .max(),
    )
    row.per("paper_numbers", formal[formal.number != ""].groupby("a").number.nunique())
    row.per("paper_faces", formal[formal.photo_hash != ""].groupby("a").photo_hash.nunique())
    row.per(
        "papers_late",
        ((formal["at"] - formal.a.map(seconds(accounts.created_at))) / DAY).groupby(formal.a).max(),
    )


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
    row.per(
        "bids_off_trade",
        (own != theirs).where((own != "") & (theirs != "")).astype(float).groupby(bids.a).mean(),
    )
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
    mutual = pd.Series(
        [(t, f) in pairs for f, t in zip(ratings.f, ratings.t)], index=ratings.index, dtype=float
    )
    row.per("ratings_mutual", mutual.groupby(ratings.t).mean())
    row.per("ratings_commented", (ratings.comment != "").groupby(ratings.t).mean())
    row.count("ratings_without_job", (ratings.job_id == "").groupby(ratings.t).sum())
    row.per(
        "ratings_burst",
        ratings.groupby(["t", ratings["at"] // (14 * DAY)]).size().groupby("t").max(),
    )


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
        row.per(
            f"starts_{kind}",
            mine.text.str[:25].groupby(mine.a).nunique() / mine.groupby("a").size(),
        )
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

"""Reads a dataset folder as it is: any file and any column may be missing."""

import re
import unicodedata
from datetime import datetime
from functools import lru_cache, cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

DAY = 86_400.0
HOUR = 3_600.0


def words(text):
    """Lower-case words without accents; what is not known has none."""
    plain = unicodedata.normalize("NFKD", str(text or "")).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain.lower())


def plain(text):
    return " ".join(words(text))


@lru_cache(maxsize=None)
def zone_offset(zone, year):
    """Mean hours ahead of UTC in that year; none where the zone is unknown."""
    try:
        offsets = [ZoneInfo(zone).utcoffset(datetime(year, month, 1)) for month in (1, 7)]
    except Exception:
        return np.nan
    return sum(o.total_seconds() for o in offsets) / 2 / 3600


class Folder:
    """The tables of one world; accounts are numbered by a hash of their id, so that no order can tell anything."""

    def __init__(self, path):
        self.path = Path(path)
        accounts = self.table("accounts", ["account_id", "created_at"])
        order = pd.util.hash_pandas_object(accounts.account_id, index=False)
        self.accounts = accounts.iloc[np.argsort(order.to_numpy(), kind="stable")].reset_index(
            drop=True
        )
        self.ids = self.accounts.account_id.to_numpy()
        self.n = len(self.ids)
        self.index = pd.Series(np.arange(self.n), index=self.ids)

    def table(self, name, needed=()):
        file = self.path / f"{name}.csv"
        if file.exists():
            rows = pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8-sig").astype(
                object
            )
        else:
            rows = pd.DataFrame()
        for column in COLUMNS[name]:
            if column not in rows:
                rows[column] = ""
        return rows

    def of_accounts(self, name, column="account_id"):
        """Rows of known accounts alone, with the account's number as `a`."""
        rows = self.table(name)
        rows["a"] = rows[column].map(self.index)
        rows = rows[rows.a.notna()].copy()
        rows["a"] = rows.a.astype(int)
        return rows.reset_index(drop=True)

    @cached_property
    def logins(self):
        rows = self.of_accounts("logins")
        rows["start"] = seconds(rows.started_at)
        rows["end"] = seconds(rows.ended_at)
        ips = self.table("ips").drop_duplicates("ip").set_index("ip")
        for column in ("kind", "asn", "country", "open_ports"):
            rows[f"ip_{column}"] = rows.ip.map(ips[column]).fillna("")
        devices = self.table("devices").drop_duplicates("device_id").set_index("device_id")
        for column in ("kind", "os", "fingerprint", "remote_access"):
            rows[f"device_{column}"] = rows.device_id.map(devices[column]).fillna("")
        rows["net"] = rows.ip.map(subnet)
        return rows[rows.start.notna()].sort_values(["start", "a", "ip"]).reset_index(drop=True)

    @cached_property
    def span(self):
        """When the platform was watched."""
        starts = self.logins.start
        return (starts.min(), starts.max()) if len(starts) else (0.0, DAY)

    @cached_property
    def documents(self):
        rows = self.of_accounts("documents")
        rows["at"] = seconds(rows.submitted_at)
        # Which languages somebody speaks is never evidence.
        rows["text"] = rows.text.str.replace(r"(?i)\blanguages?\s*:[^.\n]*", " ", regex=True)
        return rows.sort_values(["at", "document_id"]).reset_index(drop=True)

    @cached_property
    def changes(self):
        rows = self.of_accounts("account_changes")
        rows["at"] = seconds(rows.changed_at)
        return rows

    @cached_property
    def payment_accounts(self):
        return (
            self.table("payment_accounts")
            .drop_duplicates("payment_account_id")
            .reset_index(drop=True)
        )

    @cached_property
    def account_payments(self):
        rows = self.of_accounts("account_payments")
        rows["first"] = seconds(rows.first_used_at)
        rows["last"] = seconds(rows.last_used_at)
        return rows

    @cached_property
    def transfers(self):
        rows = self.table("transfers")
        rows["at"] = seconds(rows.sent_at)
        rows["value"] = pd.to_numeric(rows.amount, errors="coerce").fillna(0.0)
        return rows.sort_values(["at", "transfer_id"]).reset_index(drop=True)

    @cached_property
    def deals(self):
        """Who worked for whom: accepted bids and ratings, as client `c` and freelancer `a`."""
        jobs = self.table("jobs").drop_duplicates("job_id").set_index("job_id")
        client = jobs.client_account_id.map(self.index)
        bids = self.of_accounts("bids")
        won = bids[bids.status == "accepted"].copy()
        won["c"] = won.job_id.map(client)
        won["at"] = seconds(won.submitted_at)
        won["budget"] = pd.to_numeric(won.job_id.map(jobs.budget), errors="coerce")
        won = won[won.c.notna() & (won.c != won.a)]
        return won.assign(c=won.c.astype(int))[["c", "a", "job_id", "at", "budget"]].reset_index(
            drop=True
        )

    @cached_property
    def ratings(self):
        rows = self.of_accounts("ratings", "from_account_id").rename(columns={"a": "f"})
        rows["t"] = rows.to_account_id.map(self.index)
        rows = rows[rows.t.notna()].copy()
        rows["t"] = rows.t.astype(int)
        low = pd.to_numeric(rows.scale_min, errors="coerce").fillna(1.0)
        high = pd.to_numeric(rows.scale_max, errors="coerce").fillna(5.0)
        rows["share"] = (pd.to_numeric(rows.score, errors="coerce") - low) / (high - low)
        rows["at"] = seconds(rows.rated_at)
        return rows.reset_index(drop=True)


def seconds(column):
    times = pd.to_datetime(column.replace("", None), utc=True, errors="coerce", format="ISO8601")
    return (times - pd.Timestamp(0, tz="UTC")).dt.total_seconds()


def subnet(ip):
    return ":".join(ip.split(":")[:4]) if ":" in ip else ".".join(ip.split(".")[:3])


COLUMNS = {
    "accounts": "account_id role handle display_name legal_name birth_date trade nationality country city address timezone email phone website employer education status created_at verified_at video_verified_at closed_at closed_reason referred_by".split(),
    "account_changes": "account_id field old_value new_value changed_at".split(),
    "logins": "account_id ip device_id started_at ended_at user_agent service_port".split(),
    "ips": "ip country city asn as_name kind open_ports".split(),
    "devices": "device_id kind os fingerprint remote_access".split(),
    "payment_accounts": "payment_account_id kind provider holder_name holder_company country currency opened_at".split(),
    "account_payments": "account_id payment_account_id purpose first_used_at last_used_at".split(),
    "transfers": "transfer_id from_payment_account_id to_payment_account_id amount currency sent_at channel initiated_by status job_id reference".split(),
    "documents": "document_id account_id kind used_for name_on_document birth_date number issuing_country issuer_name issuer_email issuer_phone address_on_document sha256 perceptual_hash photo_hash verification_result text submitted_at to_account_id".split(),
    "jobs": "job_id client_account_id title category posted_at due_at finished_at budget".split(),
    "bids": "bid_id account_id job_id submitted_at status document_id".split(),
    "ratings": "rating_id from_account_id to_account_id score scale_min scale_max rated_at job_id comment".split(),
    "profiles": "profile_id account_id site name nationality country city email phone employer education website".split(),
    "shipments": "shipment_id account_id address country recipient_name requested_at".split(),
    "websites": "url status".split(),
    "companies": "company_id name country address email phone website".split(),
    "persons": "person_id name country birth_date address email phone".split(),
    "links": "from_type from_id to_type to_id kind".split(),
    "watchlist": "entry_id name aliases".split(),
    "known_shared": "type value reason".split(),
}

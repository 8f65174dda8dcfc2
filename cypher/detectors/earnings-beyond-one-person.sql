-- Counts: for each account, and each payout that several share: what was paid into it, by currency, the jobs that it
--         won and delivered, the most at once, and the seconds of the third fullest week of any of its accounts.
-- Cost:   one pass over payouts, the transfers into them, the accepted bids and the logins.
-- Months: calendar months in UTC, from that of the first payment to that of the last, both counted. Weeks, of
--         deliveries: likewise, from Monday on.
-- Limits: what somebody moves between own purses is earned by nobody. Sums are of amounts rounded to nine places.
WITH said AS (
  SELECT a.id AS who, a.created_at, coalesce(d.to_id, a.id) AS party,
         CASE WHEN s.from_id IS NULL THEN a.role ELSE s.role END AS role,
         CASE WHEN s.from_id IS NULL THEN a.trade ELSE s.trade END AS trade
  FROM account a
  LEFT JOIN stated_then s ON s.from_id = a.id
  LEFT JOIN declared_with d ON d.from_id = a.id
),
uses AS (
  SELECT u.from_id AS who, u.to_id AS purse
  FROM paid_through u JOIN account a ON a.id = u.from_id
  WHERE coalesce(u.purpose, 'payout') = 'payout' AND coalesce(u._at, a._at, '') <= $as_of
),
payouts AS (SELECT purse, count(*) AS uses, count(DISTINCT who) AS holders FROM uses GROUP BY purse),
shared AS (
  SELECT purse
  FROM payouts LEFT JOIN covers k ON k.to_id = purse AND k.to_type = 'PaymentAccount'
  WHERE holders > 1 AND holders <= $hub_accounts AND k.to_id IS NULL
),
hands AS (
  SELECT who AS id, 'account' AS kind, who
  FROM said
  WHERE coalesce(created_at, '') <= $as_of AND coalesce(role, '') <> 'client'
  UNION ALL
  SELECT DISTINCT purse, 'payout', who FROM shared JOIN uses USING (purse)
),
purses AS (
  SELECT who AS id, 'account' AS kind, purse
  FROM uses JOIN payouts USING (purse)
  WHERE payouts.uses = 1
  UNION ALL
  SELECT purse, 'payout', purse FROM shared
),
-- Those openly connected are as many people as they are accounts. The trade is that of the first that has one.
speaking AS (
  SELECT id, kind, party, role, trade,
         first_value(trade) OVER (
           PARTITION BY id, kind ORDER BY CASE WHEN trade IS NULL THEN 1 ELSE 0 END, who) AS first_trade
  FROM hands JOIN said USING (who)
),
units AS (
  SELECT id, kind, max(first_trade) AS trade, count(*) AS accounts, count(*) - count(DISTINCT party) + 1 AS people,
         count(CASE WHEN trade = first_trade THEN 1 END) AS of_trade,
         count(CASE WHEN role = 'agency' THEN 1 END) AS agencies
  FROM speaking
  GROUP BY id, kind
),
income AS (
  SELECT p.id, p.kind, coalesce(t.currency, '') AS currency, count(*) AS payments,
         CAST(sum(CAST(least(t.amount, 1e18) AS DECIMAL(38, 9))) AS DOUBLE) AS total, min(t._at) AS first_paid, max(t._at) AS last_paid
  FROM transferred_to t JOIN purses p ON p.purse = t.to_id
  LEFT JOIN purses own ON own.id = p.id AND own.kind = p.kind AND own.purse = t.from_id
  WHERE own.id IS NULL AND t._at <= $as_of AND t.amount > 0 AND coalesce(t.status, 'settled') = 'settled'
    AND (NOT $work_marked OR t.job_id IS NOT NULL OR t.initiated_by = 'platform')
  GROUP BY p.id, p.kind, coalesce(t.currency, '')
),
-- A job counts once, from the first of its accepted bids on.
bids AS (
  SELECT h.id, h.kind, b.submitted_at AS bid_at, coalesce(b.submitted_at, j.posted_at) AS begun, j.due_at,
         CASE WHEN j.finished_at <= $as_of THEN j.finished_at END AS finished,
         CASE WHEN j.finished_at <= $as_of THEN floor((j.finished_at_s - 345600) / 604800) END AS week,
         row_number() OVER (PARTITION BY h.id, h.kind, j.id ORDER BY b.submitted_at NULLS LAST, b.key) AS nth
  FROM bid_on b JOIN job j ON j.id = b.to_id JOIN hands h ON h.who = b.from_id
  WHERE b.status = 'accepted' AND coalesce(b.submitted_at, j._at, '') <= $as_of
),
-- The first Monday of 1970 was its fifth day.
work AS (
  SELECT id, kind, count(*) AS jobs, count(finished) AS delivered, min(bid_at) AS first_bid, max(bid_at) AS last_bid,
         min(finished) AS first_delivered, max(finished) AS last_delivered,
         CAST(max(week) - min(week) AS BIGINT) + 1 AS weeks
  FROM bids
  WHERE nth = 1
  GROUP BY id, kind
),
-- One more at work with each that begins, one less with each that ends; who ends as another begins has ended.
turns AS (
  SELECT id, kind, begun AS turned_at, 1 AS step FROM bids WHERE nth = 1 AND coalesce(finished, due_at) > begun
  UNION ALL
  SELECT id, kind, coalesce(finished, due_at), -1 FROM bids WHERE nth = 1 AND coalesce(finished, due_at) > begun
),
running AS (
  SELECT id, kind, sum(step) OVER (PARTITION BY id, kind ORDER BY turned_at, step ROWS UNBOUNDED PRECEDING) AS jobs
  FROM turns
),
busiest AS (SELECT id, kind, CAST(max(jobs) AS BIGINT) AS at_once FROM running GROUP BY id, kind),
-- Of all sessions that began in a week.
weeks AS (
  SELECT from_id AS who, sum(ended_at_s - started_at_s) AS seconds, count(*) AS sessions,
         min(started_at) AS first_session, max(ended_at) AS last_session
  FROM logged_in_from
  WHERE started_at <= $as_of AND ended_at > started_at AND ended_at <= $as_of
  GROUP BY from_id, floor(started_at_s / 604800)
),
fullest AS (SELECT *, row_number() OVER (PARTITION BY who ORDER BY seconds DESC) AS nth FROM weeks),
logins AS (
  SELECT h.id, h.kind, CAST(sum(f.sessions) AS BIGINT) AS sessions, min(f.first_session) AS first_session,
         max(f.last_session) AS last_session, CAST(max(CASE WHEN f.nth = 3 THEN f.seconds END) AS BIGINT) AS seconds
  FROM hands h JOIN fullest f USING (who)
  GROUP BY h.id, h.kind
)
SELECT id, kind, accounts, people, trade, of_trade, agencies, currency, total, payments, first_paid, last_paid,
       (CAST(substr(last_paid, 1, 4) AS BIGINT) - CAST(substr(first_paid, 1, 4) AS BIGINT)) * 12
         + CAST(substr(last_paid, 6, 2) AS BIGINT) - CAST(substr(first_paid, 6, 2) AS BIGINT) + 1 AS months,
       coalesce(jobs, 0) AS jobs, coalesce(delivered, 0) AS delivered, first_bid, last_bid, first_delivered,
       last_delivered, weeks, coalesce(at_once, 0) AS at_once, coalesce(sessions, 0) AS sessions, first_session,
       last_session, coalesce(seconds, 0) AS seconds
FROM units LEFT JOIN income USING (id, kind) LEFT JOIN work USING (id, kind) LEFT JOIN busiest USING (id, kind)
LEFT JOIN logins USING (id, kind)
WHERE currency IS NOT NULL OR jobs > 0 OR seconds > 0
ORDER BY id, kind, currency

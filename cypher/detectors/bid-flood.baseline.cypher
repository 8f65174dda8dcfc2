// Measures: per trade and half-year of creation, per trade, and over all: how much the busiest bid, how often
//           bids are accepted, and how many bids there are for a login.
// Cost:     one pass over bids and logins.
MATCH (a:Account)
WHERE NOT coalesce(a._stub, false) AND coalesce(a.created_at, '') <= $as_of
CALL (a) {
  MATCH (a)-[b:BID_ON]->(:Job) WHERE b.submitted_at <= $as_of
  WITH substring(b.submitted_at, 0, 7) AS month, count(b) AS bids,
       count(CASE WHEN b.status = 'accepted' THEN 1 END) AS accepted
  RETURN sum(bids) AS bids, sum(accepted) AS accepted, max(bids) AS busiest
}
WITH a, bids, accepted, busiest WHERE bids > 0
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, bids, accepted, busiest,
     COUNT { (a)-[l:LOGGED_IN_FROM]->(:Ip) WHERE l.started_at <= $as_of } AS logins,
     toLower(coalesce(coalesce(then, a).trade, '')) AS trade,
     CASE
       WHEN a.created_at IS NULL THEN ''
       ELSE substring(a.created_at, 0, 4) + CASE WHEN substring(a.created_at, 5, 2) <= '06' THEN 'a' ELSE 'b' END
     END AS half
UNWIND ['all', trade, trade + ' ' + half] AS peers
WITH DISTINCT a, bids, accepted, busiest, logins, peers
WITH peers, count(a) AS accounts, sum(bids) AS bids, sum(accepted) AS accepted,
     percentileCont(busiest, 0.25) AS busy_low, percentileCont(busiest, 0.75) AS busy_high,
     percentileCont(CASE WHEN logins > 0 THEN 1.0 * bids / logins END, 0.25) AS login_low,
     percentileCont(CASE WHEN logins > 0 THEN 1.0 * bids / logins END, 0.75) AS login_high
WHERE accounts >= $min_peers OR peers = 'all'
ORDER BY peers
RETURN collect({
  peers: peers,
  accounts: accounts,
  accepted_share: round(1.0 * accepted / bids, 4),
  busiest: round(busy_high + $fence * (busy_high - busy_low), 2),
  per_login: round(login_high + $fence * (login_high - login_low), 3)
}) AS usual

// Measures: per trade and half-year of creation, per trade, and over all: how much the busiest bid, how often
//           bids are accepted, and how many bids there are for a login.
// Cost:     the rows that bid-flood.baseline.sql counted, a row for each of these.
RETURN [r IN $rows | {
  peers: r.peers,
  accounts: r.accounts,
  accepted_share: round(1.0 * r.accepted / r.bids, 4),
  busiest: round(r.busy_high + $fence * (r.busy_high - r.busy_low), 2),
  per_login: round(r.login_high + $fence * (r.login_high - r.login_low), 3)
}] AS usual

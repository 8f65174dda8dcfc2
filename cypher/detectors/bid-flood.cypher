// Finds: accounts that bid more than nearly all peers of their trade and age, with fewer bids accepted than
//        expected, or with many bids for a login.
// Why:   heavy bidding with few accepted bids, and many bids against the number of logins (P8, M9).
// Cost:  a comparison for each account that bids, and one look at the bids of those that stand out.
// Limits: months are calendar months; a platform that keeps no outcome of bids shows only bids for a login.
UNWIND $rows AS r
WITH r, toLower(r.trade) AS trade
WITH r, coalesce(
       [u IN $usual WHERE u.peers = trade + ' ' + r.half][0],
       [u IN $usual WHERE u.peers = trade][0],
       [u IN $usual WHERE u.peers = 'all'][0]
     ) AS peers
WITH r, peers, round(r.bids * peers.accepted_share, 2) AS expected
// Bids that are accepted as often as the peers' are no flood.
WHERE r.accepted < expected
  AND (r.busiest > peers.busiest
    OR (r.bids >= $min_bids AND r.logins > 0 AND 1.0 * r.bids / r.logins > peers.per_login))
MATCH (a:Account {id: r.account}) WHERE NOT coalesce(a._stub, false)
CALL (a) {
  MATCH (a)-[b:BID_ON]->(j:Job) WHERE b.submitted_at <= $as_of
  WITH b, j ORDER BY b.submitted_at, b.key LIMIT toInteger($most_shown)
  RETURN collect(b) AS shown, collect(DISTINCT j) AS jobs
}
RETURN a.id AS key,
       [a] + jobs AS nodes,
       shown AS relations,
       // The dates are those of the bids.
       [{of: 'BID_ON', rows: r.bids, first: r.first_bid, last: r.last_bid},
        {of: 'LOGGED_IN_FROM', rows: r.logins, first: null, last: null}] AS counted,
       r {
         .bids,
         .accepted,
         expected: expected,
         busiest_month: r.busiest,
         .logins,
         .first_bid,
         .last_bid,
         peers: peers.peers,
         peers_accounts: peers.accounts,
         peers_busiest_month: peers.busiest,
         peers_bids_per_login: peers.per_login
       } AS facts

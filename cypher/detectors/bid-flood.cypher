// Finds: accounts that bid more than nearly all peers of their trade and age, with fewer bids accepted than
//        expected, or with many bids for a login.
// Why:   heavy bidding with few accepted bids, and many bids against the number of logins (P8, M9).
// Cost:  one pass over bids and logins.
// Limits: months are calendar months; a platform that keeps no outcome of bids shows only bids for a login.
MATCH (a:Account)
WHERE NOT coalesce(a._stub, false) AND coalesce(a.created_at, '') <= $as_of
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, toLower(coalesce(coalesce(then, a).trade, '')) AS trade,
     CASE
       WHEN a.created_at IS NULL THEN ''
       ELSE substring(a.created_at, 0, 4) + CASE WHEN substring(a.created_at, 5, 2) <= '06' THEN 'a' ELSE 'b' END
     END AS half
WITH a, coalesce(
       [u IN $usual WHERE u.peers = trade + ' ' + half][0],
       [u IN $usual WHERE u.peers = trade][0],
       [u IN $usual WHERE u.peers = 'all'][0]
     ) AS peers
WHERE peers IS NOT NULL
CALL (a) {
  MATCH (a)-[b:BID_ON]->(:Job) WHERE b.submitted_at <= $as_of
  WITH substring(b.submitted_at, 0, 7) AS month, count(b) AS bids,
       count(CASE WHEN b.status = 'accepted' THEN 1 END) AS accepted,
       min(b.submitted_at) AS first, max(b.submitted_at) AS last
  RETURN sum(bids) AS bids, sum(accepted) AS accepted, max(bids) AS busiest,
         min(first) AS first, max(last) AS last
}
WITH a, peers, bids, accepted, busiest, first, last
WHERE bids > 0 AND (busiest > peers.busiest OR bids >= $min_bids)
CALL (a) {
  OPTIONAL MATCH (a)-[l:LOGGED_IN_FROM]->(:Ip) WHERE l.started_at <= $as_of
  RETURN count(l) AS logins
}
WITH *
WHERE busiest > peers.busiest OR (logins > 0 AND 1.0 * bids / logins > peers.per_login)
CALL (a) {
  MATCH (a)-[b:BID_ON]->(j:Job) WHERE b.submitted_at <= $as_of
  WITH b, j ORDER BY b.submitted_at, b.key LIMIT toInteger($most_shown)
  RETURN collect(b) AS shown, collect(DISTINCT j) AS jobs
}
RETURN a.id AS key,
       [a] + jobs AS nodes,
       shown AS relations,
       // The dates are those of the bids.
       [{of: 'BID_ON', rows: bids, first: first, last: last},
        {of: 'LOGGED_IN_FROM', rows: logins, first: null, last: null}] AS counted,
       {
         bids: bids,
         accepted: accepted,
         expected: round(bids * peers.accepted_share, 2),
         busiest_month: busiest,
         logins: logins,
         first_bid: first,
         last_bid: last,
         peers: peers.peers,
         peers_accounts: peers.accounts,
         peers_busiest_month: peers.busiest,
         peers_bids_per_login: peers.per_login
       } AS facts

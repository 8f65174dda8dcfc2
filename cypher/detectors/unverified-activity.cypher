// Finds: accounts that bid, were rated, were paid or posted jobs before they were verified, or without being so.
// Why:   nothing should happen on a new account before it is fully verified (M10).
// Cost:  the accounts and acts that unverified-activity.sql picked.
// Limits: ratings that an account gives, and what it pays, are not counted. A platform that tells no times of verification has nothing to compare with: there, all of its
//         accounts are unverified, and then none is named.
UNWIND $rows AS row
WITH row.account AS id, collect(row) AS rows
MATCH (a:Account {id: id})
WHERE NOT coalesce(a._stub, false)
WITH a, rows[0] AS o, [r IN rows WHERE r.key IS NULL] AS kinds, [r IN rows WHERE r.key IS NOT NULL] AS picked
WITH *, [u IN $usual WHERE u.peers = o.peers][0] AS peers
WHERE peers IS NOT NULL
CALL (picked) {
  UNWIND picked AS p
  CALL (p) {
    MATCH ()-[r:BID_ON {key: p.key}]->() WHERE p.relation = 'BID_ON'
    RETURN r
  UNION ALL
    MATCH ()-[r:POSTED_BY {key: p.key}]->() WHERE p.relation = 'POSTED_BY'
    RETURN r
  UNION ALL
    MATCH ()-[r:TRANSFERRED_TO {key: p.key}]->() WHERE p.relation = 'TRANSFERRED_TO'
    RETURN r
  }
  RETURN collect(r) AS shown
}
WITH *, reduce(all = 0, k IN kinds | all + k.times) AS acts, reduce(all = 0, k IN kinds | all + k.late) AS overdue
RETURN a.id AS key,
       [a] + reduce(all = [], r IN shown | all + [startNode(r), endNode(r)]) AS nodes,
       shown AS relations,
       [k IN kinds | {of: k.relation, rows: k.times, first: k.first, last: k.last}] AS counted,
       {
         verified_at: o.verified,
         bids: coalesce([k IN kinds WHERE k.relation = 'BID_ON' | k.times][0], 0),
         ratings: coalesce([k IN kinds WHERE k.relation = 'RATED' | k.times][0], 0),
         jobs: coalesce([k IN kinds WHERE k.relation = 'POSTED_BY' | k.times][0], 0),
         payments: coalesce([k IN kinds WHERE k.relation = 'TRANSFERRED_TO' | k.times][0], 0),
         overdue: overdue,
         early: acts - overdue,
         first_act: o.first_act,
         others_active: peers.active - o.own,
         others_late: peers.late - o.own_late,
         peers_active: peers.active,
         peers_early: peers.early_share,
         peers_late: peers.late_share
       } AS facts

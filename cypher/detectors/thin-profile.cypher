// Finds: accounts whose profiles and portfolio hold less than nearly all peers' of their role and trade, and how
//        many of those peers are bare in just the same way.
// Why:   surprisingly simple portfolio, social or developer profiles (H4).
// Cost:  one pass over accounts, profiles and portfolio papers.
// Limits: counts what is filled in and how long it is, not what it says; names, countries and nationalities do
//         not count. Where many peers are as bare, nobody is named.
MATCH (a:Account)
WHERE NOT coalesce(a._stub, false) AND coalesce(a.created_at, '') <= $as_of
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, coalesce(then, a) AS stated
CALL (a) {
  OPTIONAL MATCH (a)<-[:PROFILE_OF]-(p:Profile) WHERE coalesce(p.observed_at, '') <= $as_of
  RETURN sum(CASE WHEN p IS NULL THEN 0 ELSE 1 +
    size([v IN [p.name, p.city, p.email, p.phone, p.employer, p.education, p.website] WHERE v IS NOT NULL]) END) AS said
}
CALL (a) {
  OPTIONAL MATCH (a)<-[:HANDED_IN_BY]-(d:Document)
  WHERE d.kind IN ['portfolio', 'resume', 'profile'] AND coalesce(d.submitted_at, '') <= $as_of
  RETURN sum(CASE WHEN d IS NULL THEN 0
    ELSE 1 + toInteger(log(1 + size(coalesce(d.text, '')) / $text_step) / log(2)) END) AS shown
}
WITH a, stated, said, shown,
     size([v IN [stated.city, stated.address, stated.phone, stated.website, stated.employer, stated.education] WHERE v IS NOT NULL]) AS own,
     coalesce(stated.role, '') AS role, toLower(coalesce(stated.trade, '')) AS trade
WITH a, stated, said, shown, own, said + shown + own AS richness,
     coalesce([u IN $usual WHERE u.peers = role + ' ' + trade][0], [u IN $usual WHERE u.peers = role][0]) AS peers
WHERE peers IS NOT NULL
WITH a, stated, said, shown, own, richness, peers,
     reduce(sum = 0, s IN peers.spread | sum + CASE WHEN s.richness <= richness THEN s.accounts ELSE 0 END) AS as_bare
WITH a, stated, said, shown, own, richness, peers, 1.0 * as_bare / peers.total AS share
WHERE share <= $bare_share AND EXISTS { (a)-[o:BID_ON|RATED|LOGGED_IN_FROM]-() WHERE coalesce(o._at, '') <= $as_of }
CALL (a) {
  OPTIONAL MATCH (a)<-[of:PROFILE_OF|HANDED_IN_BY]-(p)
  WHERE (p:Profile OR p.kind IN ['portfolio', 'resume', 'profile']) AND coalesce(p._at, '') <= $as_of
  WITH of, p ORDER BY p.id
  WITH [h IN collect({of: of, p: p}) WHERE h.p IS NOT NULL] AS held
  RETURN [h IN held[..20] | h.of] AS ofs, [h IN held[..20] | h.p] AS things, [h IN held | h.of] AS all_ofs,
         [h IN held[..20] | coalesce(h.p.site, h.p.kind) + ' ' + toString(size(coalesce(h.p.text, '')) / toInteger($text_step))]
           AS parts
}
WITH a, stated, said, shown, own, richness, peers, share, ofs, things, all_ofs,
     peers.peers + '|' + reduce(shape = '', v IN
       [stated.city, stated.address, stated.phone, stated.website, stated.employer, stated.education] |
       shape + CASE WHEN v IS NULL THEN '-' ELSE '+' END) + reduce(all = '', p IN parts | all + '|' + p) AS shape
ORDER BY shape, a.id
WITH shape, collect({a: a, said: said, shown: shown, own: own, richness: richness, peers: peers, share: share,
                     ofs: ofs, things: things, all_ofs: all_ofs}) AS bare
UNWIND bare AS one
WITH one, size(bare) - 1 AS alike,
     [s IN one.peers.spread | s] AS spread
CALL (one) {
  UNWIND one.all_ofs AS u
  WITH DISTINCT u, coalesce(u._at, startNode(u)._at) AS at
  WITH type(u) AS of, count(u) AS rows, min(at) AS first, max(at) AS last
  ORDER BY of
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS counted
}
RETURN one.a.id AS key,
       [one.a] + one.things AS nodes,
       one.ofs AS relations,
       counted,
       {
         own: one.own,
         profiles: one.said,
         portfolio: one.shown,
         richness: one.richness,
         usual_richness: reduce(at = {left: one.peers.total / 2, value: 0}, s IN spread |
           CASE WHEN at.left < 0 THEN at ELSE {left: at.left - s.accounts, value: s.richness} END).value,
         share_as_bare: round(one.share, 5),
         others: one.peers.total - 1,
         others_as_bare: toInteger(round(one.share * one.peers.total)) - 1,
         peers: one.peers.peers,
         peers_accounts: one.peers.total,
         alike: alike
       } AS facts

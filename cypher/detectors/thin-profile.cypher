// Finds: accounts whose profiles and portfolio hold less than nearly all peers' of their role and trade, and how
//        many of those peers are bare in just the same way.
// Why:   surprisingly simple portfolio, social or developer profiles (H4).
// Cost:  a comparison for each account, and a look at the portfolio papers of those whose profiles are bare.
// Limits: counts what is filled in and how long it is, not what it says; names, countries and nationalities do
//         not count. Where many peers are as bare, nobody is named.
UNWIND $rows AS r
WITH r, coalesce([u IN $usual WHERE u.peers = r.role + ' ' + toLower(r.trade)][0],
                 [u IN $usual WHERE u.peers = r.role][0]) AS peers
// The portfolio can but add to what there is.
WHERE 1.0 * reduce(sum = 0, s IN peers.spread | sum + CASE WHEN s.richness <= r.own + r.said THEN s.accounts ELSE 0 END)
        / peers.total <= $bare_share
MATCH (a:Account {id: r.account})
WHERE NOT coalesce(a._stub, false)
  AND EXISTS { (a)-[o:BID_ON|RATED|LOGGED_IN_FROM]-() WHERE coalesce(o._at, '') <= $as_of }
CALL (a) {
  OPTIONAL MATCH (a)<-[:HANDED_IN_BY]-(d:Document)
  WHERE d.kind IN ['portfolio', 'resume', 'profile'] AND coalesce(d.submitted_at, '') <= $as_of
  RETURN sum(CASE WHEN d IS NULL THEN 0
    ELSE 1 + toInteger(log(1 + size(coalesce(d.text, '')) / $text_step) / log(2)) END) AS shown
}
WITH *, r.own + r.said + shown AS richness
WITH *, 1.0 * reduce(sum = 0, s IN peers.spread | sum + CASE WHEN s.richness <= richness THEN s.accounts ELSE 0 END)
          / peers.total AS share
WHERE share <= $bare_share
CALL (a) {
  OPTIONAL MATCH (a)<-[of:PROFILE_OF|HANDED_IN_BY]-(p)
  WHERE (p:Profile OR p.kind IN ['portfolio', 'resume', 'profile']) AND coalesce(p._at, '') <= $as_of
  WITH of, p ORDER BY p.id
  WITH [h IN collect({of: of, p: p}) WHERE h.p IS NOT NULL] AS held
  RETURN [h IN held[..20] | h.of] AS ofs, [h IN held[..20] | h.p] AS things, [h IN held | h.of] AS all_ofs,
         reduce(all = '', h IN held[..20] | all + '|' + coalesce(h.p.site, h.p.kind) + ' '
           + toString(size(coalesce(h.p.text, '')) / toInteger($text_step))) AS parts
}
WITH *, peers.peers + '|' + r.fields + parts AS shape ORDER BY shape, a.id
WITH shape, collect(r {.own, .said, a: a, shown: shown, richness: richness, peers: peers, share: share, ofs: ofs, things: things,
                       all_ofs: all_ofs}) AS bare
UNWIND bare AS one
CALL (one) {
  UNWIND one.all_ofs AS u
  WITH type(u) AS of, u, coalesce(u._at, startNode(u)._at) AS at
  WITH of, count(DISTINCT u) AS rows, min(at) AS first, max(at) AS last
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS counted
}
RETURN one.a.id AS key,
       [one.a] + one.things AS nodes,
       one.ofs AS relations,
       counted,
       one {
         .own,
         profiles: one.said,
         portfolio: one.shown,
         .richness,
         usual_richness: reduce(at = {left: one.peers.total / 2, value: 0}, s IN one.peers.spread |
           CASE WHEN at.left < 0 THEN at ELSE {left: at.left - s.accounts, value: s.richness} END).value,
         share_as_bare: round(one.share, 5),
         others: one.peers.total - 1,
         others_as_bare: toInteger(round(one.share * one.peers.total)) - 1,
         peers: one.peers.peers,
         peers_accounts: one.peers.total,
         alike: size(bare) - 1
       } AS facts

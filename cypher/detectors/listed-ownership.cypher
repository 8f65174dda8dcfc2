// Finds: companies, and accounts, of which parties that agree with watchlist entries own 50 % or more, directly, through
//        what they own so, and added up over several of them; and the accounts that stand behind these.
// Why:   by OFAC's guidance of 13 August 2014 such a company counts as listed though no list names it; teams work behind
//        fronts that others own (C9, C12, C13).
// Cost:  one pass over the ties LISTED_OWNS, which are few, and the stakes that each of them names by key.
// Limits: stakes without a share are not counted, nor what is held in trust for another; how surely an owner agrees with
//        an entry is said beside. Control is told, and counts for nothing here.
MATCH (w:WatchlistEntry)-[r:LISTED_OWNS]->(e)
WITH e, w, r ORDER BY w._key
WITH e, collect(w) AS listed, collect(r) AS owns
WITH e, listed, owns, head(owns) AS first
CALL (first) {
  UNWIND range(0, size(first.stakes) - 1) AS place
  MATCH (o)-[l:LINKED_TO {key: first.stakes[place]}]->(d)
  WITH place, o, l, d ORDER BY place
  RETURN collect(l) AS stakes, collect(o) + collect(d) AS holders,
         collect({owner: coalesce(o.name, o.id), owned: coalesce(d.name, d.id), share: l.share_percent}) AS steps
}
CALL (first, listed, holders) {
  UNWIND listed AS w
  MATCH (p)-[t:SAME_NAME|SAME_ADDRESS|SAME_IDENTIFIER]->(w)
  WHERE p IN holders AND type(t) + ' ' + t.key IN first.ties
  WITH t ORDER BY type(t), t.key
  RETURN collect(t) AS ties
}
CALL (e, listed, holders) {
  MATCH (p)-[c:LINKED_TO]->(e)
  WHERE c.kind IN ['controls', 'front_for', 'officer_of', 'founded', 'represents'] AND (p IN listed OR p IN holders)
    AND coalesce(c._at, '') <= $as_of AND NOT coalesce(c.until <= $as_of, false)
  WITH p, c ORDER BY c.key
  RETURN collect({who: coalesce(p.name, p.id), kind: c.kind}) AS control
}
CALL (e) {
  MATCH (e)-[h:HELD_BY|LINKED_TO]-(p:PaymentAccount)<-[u:PAID_THROUGH]-(a:Account)
  WHERE coalesce(u._at, startNode(u)._at, '') <= $as_of AND coalesce(h._at, '') <= $as_of
  RETURN a, [p] AS between, [h, u] AS relations,
         CASE WHEN u.purpose = 'funding' THEN 'funding' ELSE 'payout' END AS through
UNION
  MATCH (e)-[l:LINKED_TO]->(a:Account)
  WHERE coalesce(l._at, '') <= $as_of AND NOT coalesce(l.until <= $as_of, false)
  RETURN a, [] AS between, [l] AS relations, l.kind AS through
UNION
  WITH e WHERE e:Account
  RETURN e AS a, [] AS between, [] AS relations, 'owned' AS through
UNION
  RETURN null AS a, [] AS between, [] AS relations, null AS through
}
WITH e, listed, owns, first, stakes, holders, steps, ties, control, a, between, relations, through
ORDER BY a.id, through
WITH e, listed, owns, first, stakes, holders, steps, ties, control,
     [x IN collect(DISTINCT CASE WHEN a IS NULL THEN null ELSE {account: a.id, through: through} END)
       WHERE x IS NOT NULL] AS behind,
     collect(DISTINCT a) AS accounts,
     reduce(all = [], x IN collect(between) | all + x) AS purses,
     reduce(all = [], x IN collect(relations) | all + x) AS account_relations
OPTIONAL MATCH (e)-[then:STATED_THEN]->(e)
WITH e, coalesce(then, e) AS stated, listed, owns, first, stakes, holders, steps, ties, control, behind, accounts, purses,
     account_relations
RETURN head(labels(e)) + ' ' + e.id AS key,
       [e] + listed + holders + accounts + purses AS nodes,
       owns + stakes + ties + account_relations AS relations,
       [x IN accounts | x.id] AS about,
       {
         entity: e.id,
         entity_type: toLower(head(labels(e))),
         name: coalesce(stated.name, stated.legal_name, stated.display_name, e.id),
         share: first.share_percent,
         sure: first.sure,
         entries: [w IN listed | {list: w.list, entry: w.id, name: coalesce(w.name, w.id), country: w.country}],
         stakes: steps,
         control: control,
         accounts: size(accounts),
         behind: behind
       } AS facts

// Finds: companies and persons that a chain of ties leads to a watchlist entry, and the accounts that stand
//        behind them: paid through an account they hold, linked to them, or with the same contact.
// Why:   teams work behind a local front; its officers, owners, address and contacts give it away
//        (C9, C12, C13).
// Cost:  one shortest-path search per company or person and entry, over LINKED_TO and the SAME_… relations,
//        which are few; intermediate nodes are companies and persons only.
// Limits: chains of more than six ties; a chain is the shortest, not the strongest; the $most_entries nearest entries are kept.
CALL () {
  MATCH chain = SHORTEST 1
    (e:Company|Person)
    ((:Company|Person)
      -[t:LINKED_TO|SAME_NAME|SAME_ADDRESS|SAME_IDENTIFIER|SAME_CONTACT WHERE coalesce(t._at, '') <= $as_of]-
      (:Company|Person)){0,5}
    (:Company|Person)
    -[last:LINKED_TO|SAME_NAME|SAME_ADDRESS|SAME_IDENTIFIER|SAME_CONTACT WHERE coalesce(last._at, '') <= $as_of]-
    (w:WatchlistEntry)
  WHERE length(chain) <= $max_ties
    AND NOT coalesce(w.delisted_on <= $as_of AND coalesce(w.listed_on, '') <= w.delisted_on, false)
  RETURN e, w, nodes(chain) AS stops
UNION
  MATCH (w:WatchlistEntry)
  WHERE EXISTS { (w)-[:LINKED_TO]-(:Account|PaymentAccount) }
    AND NOT coalesce(w.delisted_on <= $as_of AND coalesce(w.listed_on, '') <= w.delisted_on, false)
  RETURN w AS e, w, [w] AS stops
}
WITH e, w, stops ORDER BY size(stops), w._key
WITH e, collect({entry: w, stops: stops}) AS found
WITH e, found[..toInteger($most_entries)] AS chains, size(found) AS entries_found
CALL (e, chains) {
  UNWIND chains AS chain
  UNWIND CASE WHEN size(chain.stops) = 1 THEN [null] ELSE range(1, size(chain.stops) - 1) END AS k
  WITH chain, k, chain.stops[k - 1] AS a, chain.stops[k] AS b
  OPTIONAL MATCH (a)-[t:LINKED_TO|SAME_NAME|SAME_ADDRESS|SAME_IDENTIFIER|SAME_CONTACT]-(b)
  WHERE coalesce(t._at, '') <= $as_of
  WITH chain, k, a, b, t ORDER BY type(t), t.kind, t.key
  WITH chain, k, a, b, collect(t) AS ties
  WITH chain, k, ties,
       {from: a.name, to: b.name,
        ties: [t IN ties | {relation: type(t), kind: t.kind, score: t.score, reason: t.reason,
                             ended: coalesce(t.until <= $as_of, false)}]} AS step
  ORDER BY k
  WITH chain, collect(CASE WHEN k IS NULL THEN null ELSE step END) AS steps,
       reduce(all = [], r IN collect(ties) | all + r) AS relations
  RETURN collect({list: chain.entry.list, entry: chain.entry.id, name: coalesce(chain.entry.name, chain.entry.id),
                  kind: chain.entry.kind, country: chain.entry.country,
                  steps: steps}) AS entries,
         reduce(all = [], s IN collect(chain.stops) | all + s) AS chain_nodes,
         reduce(all = [], r IN collect(relations) | all + r) AS chain_relations
}
CALL (e) {
  MATCH (e)-[h:HELD_BY|LINKED_TO]-(p:PaymentAccount)<-[u:PAID_THROUGH]-(a:Account)
  WHERE coalesce(u._at, startNode(u)._at, '') <= $as_of AND coalesce(h._at, '') <= $as_of
  RETURN a, [p] AS between, [h, u] AS relations,
         CASE WHEN u.purpose = 'funding' THEN 'funding' ELSE 'payout' END AS through
UNION
  MATCH (e)-[l:LINKED_TO|SAME_CONTACT]-(a:Account)
  WHERE coalesce(l._at, '') <= $as_of
  RETURN a, [] AS between, [l] AS relations, coalesce(l.kind, 'contact') AS through
UNION
  RETURN null AS a, [] AS between, [] AS relations, null AS through
}
WITH e, entries, entries_found, chain_nodes, chain_relations, a, between, relations, through
ORDER BY a.id, through
WITH e, entries, entries_found, chain_nodes, chain_relations,
     [x IN collect(DISTINCT CASE WHEN a IS NULL THEN null ELSE {account: a.id, through: through} END)
       WHERE x IS NOT NULL] AS behind,
     collect(DISTINCT a) AS accounts,
     reduce(all = [], x IN collect(between) | all + x) AS purses,
     reduce(all = [], x IN collect(relations) | all + x) AS account_relations
RETURN head([l IN labels(e) | l]) + ' ' + coalesce(e._key, e.id) AS key,
       [e] + chain_nodes + accounts + purses AS nodes,
       chain_relations + account_relations AS relations,
       [{of: 'WatchlistEntry', rows: entries_found, first: null, last: null}] AS counted,
       {
         entity: e.id,
         entity_type: toLower(head(labels(e))),
         name: coalesce(e.name, e.id),
         accounts: size(accounts),
         behind: behind,
         entries: entries,
         entries_found: entries_found
       } AS facts

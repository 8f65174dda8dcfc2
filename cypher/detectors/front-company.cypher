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
    ((:Company|Person)-[t:LINKED_TO|SAME_NAME|SAME_ADDRESS|SAME_IDENTIFIER|SAME_CONTACT WHERE coalesce(t._at, '') <= $as_of]-(:Company|Person)){0,5}
    (:Company|Person)-[u:LINKED_TO|SAME_NAME|SAME_ADDRESS|SAME_IDENTIFIER|SAME_CONTACT WHERE coalesce(u._at, '') <= $as_of]-(w:WatchlistEntry)
  WHERE length(chain) <= $max_ties
  RETURN e, w, nodes(chain) AS stops
UNION ALL
  MATCH (w:WatchlistEntry) WHERE EXISTS { (w)-[:LINKED_TO]-(:Account|PaymentAccount) }
  RETURN w AS e, w, [w] AS stops
}
WITH e, w, stops
WHERE NOT coalesce(w.delisted_on <= $as_of AND coalesce(w.listed_on, '') <= w.delisted_on, false)
ORDER BY size(stops), w._key
WITH e, collect({entry: w, stops: stops}) AS found
WITH e, found[..toInteger($most_entries)] AS chains, size(found) AS entries_found
CALL (chains) {
  UNWIND chains AS chain
  UNWIND range(0, size(chain.stops) - 1) AS k
  WITH chain, k, chain.stops[k] AS a, chain.stops[k + 1] AS b
  OPTIONAL MATCH (a)-[t:LINKED_TO|SAME_NAME|SAME_ADDRESS|SAME_IDENTIFIER|SAME_CONTACT]-(b) WHERE coalesce(t._at, '') <= $as_of
  WITH chain, k, a, b, t ORDER BY type(t), t.kind, t.key
  WITH chain, k, a, b, collect(t) AS ties ORDER BY k
  // After the last stop comes none.
  WITH chain, collect(CASE WHEN b IS NULL THEN null ELSE {from: a.name, to: b.name, ties: [t IN ties |
         {relation: type(t), kind: t.kind, score: t.score, reason: t.reason, ended: coalesce(t.until <= $as_of, false)}]} END) AS steps,
       reduce(all = [], r IN collect(ties) | all + r) AS ties
  RETURN collect({list: chain.entry.list, entry: chain.entry.id, name: coalesce(chain.entry.name, chain.entry.id),
                  kind: chain.entry.kind, country: chain.entry.country, steps: steps}) AS entries,
         reduce(all = [], r IN collect(ties) | all + r) AS chain_ties
}
CALL (e) {
  CALL (e) {
    MATCH (e)-[h:HELD_BY|LINKED_TO]-(:PaymentAccount)<-[u:PAID_THROUGH]-(a:Account)
    WHERE coalesce(u._at, a._at, '') <= $as_of AND coalesce(h._at, '') <= $as_of
    RETURN a, [h, u] AS ties, CASE WHEN u.purpose = 'funding' THEN 'funding' ELSE 'payout' END AS through
  UNION ALL
    MATCH (e)-[l:LINKED_TO|SAME_CONTACT]-(a:Account) WHERE coalesce(l._at, '') <= $as_of
    RETURN a, [l] AS ties, coalesce(l.kind, 'contact') AS through
  }
  WITH a, ties, through ORDER BY a.id, through
  RETURN collect(DISTINCT a) AS accounts, collect(DISTINCT {account: a.id, through: through}) AS behind,
         reduce(all = [], r IN collect(ties) | all + r) AS account_ties
}
RETURN head(labels(e)) + ' ' + coalesce(e._key, e.id) AS key,
       [e] + reduce(all = [], r IN chain_ties + account_ties | all + [startNode(r), endNode(r)]) AS nodes,
       chain_ties + account_ties AS relations,
       [{of: 'WatchlistEntry', rows: entries_found, first: null, last: null}] AS counted,
       {
         entity: e.id, entity_type: toLower(head(labels(e))), name: coalesce(e.name, e.id),
         accounts: size(accounts), behind: behind,
         entries: entries, entries_found: entries_found
       } AS facts

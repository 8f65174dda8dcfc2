// Finds: payment accounts that draw many small sums from others over weeks and months, asked for by the payee
//        or disputed by the payer, without a job or an agreed regular amount, that are large together.
// Why:   small unauthorised debits stay below what anyone checks: 50,000 USD went in 30 of them (C11, E8).
// Cost:  one pass over the transfers; only those that the payee asked for or someone disputed go further.
// Limits: needs to know who asked for a transfer or how it ended; debits spread over many beneficiaries.
MATCH (p:PaymentAccount)-[t:TRANSFERRED_TO]->(d:PaymentAccount)
WHERE p <> d AND t._at <= $as_of AND t.amount > 0 AND t.job_id IS NULL
  AND (t.status IN ['disputed', 'reversed'] OR (t.initiated_by = 'payee' AND coalesce(t.status, '') <> 'failed'))
WITH d, p, coalesce(t.currency, '') AS currency, t ORDER BY d.id, p.id, currency, t._at, t.key
WITH d, p, currency, collect(t) AS debits,
     collect(datetime(t._at).epochSeconds / 86400.0) AS days,
     max(t.amount) AS most, min(t.amount) AS least, count(t.reference) AS referred,
     sum(CASE WHEN t.status IN ['disputed', 'reversed'] THEN 1 ELSE 0 END) AS disputed
WITH *, [i IN range(1, size(days) - 1) | days[i] - days[i - 1]] AS gaps
// The same amount again and again, with a reference, at even times and never disputed: agreed upon.
WITH *, disputed = 0 AND size(debits) >= 3 AND referred = size(debits) AND most <= 1.1 * least
       AND reduce(far = 0.0, g IN gaps | CASE WHEN g > far THEN g ELSE far END)
           <= 1.5 * reduce(near = 1e9, g IN gaps | CASE WHEN g < near THEN g ELSE near END) + 1 AS agreed
WITH * WHERE NOT agreed
WITH d, currency, collect(p) AS payers,
     reduce(every = [], each IN collect(debits) | every + each) AS debits, sum(disputed) AS disputed,
     max(most) AS most, min(days[0]) AS first, max(days[-1]) AS last
WHERE size(debits) >= $min_debits
WITH d, currency, payers, debits,
     {currency: currency, debits: size(debits), payers: size(payers), disputed: disputed, largest: most,
      total: round(reduce(sum = 0.0, t IN debits | sum + t.amount), 2), days: last - first,
      usual: head([u IN $usual_amounts WHERE u.currency = currency | u.median])} AS drawn
ORDER BY d.id, currency
WITH d, collect(drawn) AS drawn,
     reduce(every = [], each IN collect(payers) | every + each) AS payers,
     reduce(every = [], each IN collect(debits) | every + each) AS debits
CALL (debits) {
  UNWIND debits AS t
  WITH t ORDER BY t._at, t.key
  WITH collect(t) AS told
  RETURN told[..toInteger($most_shown)] AS shown,
         {of: 'TRANSFERRED_TO', rows: size(told), first: told[0]._at, last: told[-1]._at} AS counted
}
WITH d, drawn, payers, shown, counted, [t IN shown | startNode(t)] AS shown_payers
CALL (d) {
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(d)
  RETURN collect(known) AS knowns, collect(covers) AS covered
}
UNWIND ['beneficiary', 'payers'] AS side
CALL (d, shown_payers, side) {
  UNWIND CASE WHEN side = 'payers' THEN shown_payers ELSE [d] END AS purse
  WITH DISTINCT purse
  MATCH (a:Account)-[use:PAID_THROUGH]->(purse) WHERE coalesce(use._at, startNode(use)._at, '') <= $as_of
  WITH a, use ORDER BY a.id, use.key
  RETURN collect(DISTINCT a) AS accounts, collect(use) AS uses
}
WITH * WHERE side = 'beneficiary' OR size(accounts) > 0
RETURN d.id + ' ' + side AS key,
       [d] + shown_payers + accounts + knowns AS nodes,
       shown + uses + covered AS relations,
       [counted] AS counted,
       {
         beneficiary: d.id,
         holder_name: coalesce(d.holder_name, ''),
         side: side,
         accounts: size(accounts),
         drawn: drawn,
         known_shared: [k IN knowns | k.reason]
       } AS facts

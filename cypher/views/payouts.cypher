// Finds: which payment accounts some accounts use, for payout or funding.
// Why:   shared payouts stand out as blocks in the matrix of accounts and payment accounts.
// Cost:  one seek an account, then its uses.
// Limits: at most $most uses; those beyond are counted by payout_count.cypher.
UNWIND $accounts AS id
MATCH (a:Account {id: id})-[r:PAID_THROUGH]->(p:PaymentAccount)
WHERE coalesce(r._loaded, '') <= $known_on
  AND coalesce(r.first_used_at, '') <= $to
  AND coalesce(r.last_used_at, r.first_used_at, $from) >= $from
WITH a, r, p ORDER BY a.id, r.key
LIMIT toInteger($most)
RETURN a.id AS account, p.id AS payment, r AS relation

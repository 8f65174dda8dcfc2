// The usual transfer in each currency: what many debits add up to is held against it.
MATCH (:PaymentAccount)-[t:TRANSFERRED_TO]->(:PaymentAccount)
WHERE t._at <= $as_of AND t.amount > 0
WITH coalesce(t.currency, '') AS currency, percentileDisc(t.amount, 0.5) AS median
ORDER BY currency
RETURN collect({currency: currency, median: median}) AS usual_amounts

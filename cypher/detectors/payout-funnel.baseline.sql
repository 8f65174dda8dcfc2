-- Counts: how many send money at all, and how many of them ever split a sum into small like pieces: where many do, it
--         says little.
-- Cost:   one pass over the payers.
-- Limits: as those of payout-funnel.cypher.
SELECT (SELECT count(DISTINCT from_id) FROM transferred_to WHERE _at <= $as_of) AS all_payers,
       (SELECT count(DISTINCT from_id) FROM splits_to) AS all_splitters

-- Counts: the last time that sessions, bids and transfers tell of: where no time is asked for, the last months of clusters
--         end there. By a clock, the same data would say something else every day.
-- Cost:   one pass over these tables, once a run, while its detectors are asked.
-- Limits: a row of a clock that runs ahead puts the end too late for all; a run for a time (--as-of) does not hang on it.
SELECT max(ended) AS until
FROM (
  SELECT max(l.started_at) AS ended FROM logged_in_from l
  UNION ALL
  SELECT max(b.submitted_at) AS ended FROM bid_on b
  UNION ALL
  SELECT max(t._at) AS ended FROM transferred_to t
) AS times

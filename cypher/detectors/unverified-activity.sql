-- Counts: what accounts did and received before they were verified: bids, ratings, jobs and payments, each with its
--         first and last, how many came later than a check may take, and which are the first that can be shown.
-- Cost:   one pass over bids, ratings and jobs, and over what is paid to the purses of few accounts.
-- Limits: a stub, which only other rows name, is counted too; Cypher leaves it out.
WITH stated AS (
  SELECT a.id AS account, a._at AS account_at, a.created_at, a.created_at_s,
         concat(coalesce(CASE WHEN s.from_id IS NULL THEN a.platform ELSE s.platform END, ''), '|',
                coalesce(CASE WHEN s.from_id IS NULL THEN a.role ELSE s.role END, '')) AS peers,
         CASE WHEN s.from_id IS NULL THEN coalesce(a.verified_at, a.video_verified_at)
              ELSE coalesce(s.verified_at, s.video_verified_at) END AS said
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
),
held AS (
  SELECT account, account_at, peers, coalesce(created_at, '') AS opened,
         CASE WHEN said <= $as_of THEN said END AS verified,
         created_at_s + floor($grace_days) * 86400 AS due
  FROM stated
  WHERE coalesce(created_at, '') <= $as_of
),
-- A purse of many accounts does not say whom it is paid for.
purses AS (
  SELECT to_id AS purse
  FROM paid_through JOIN account ON account.id = from_id
  WHERE coalesce(paid_through._at, account._at, '') <= $as_of
  GROUP BY to_id
  HAVING count(*) <= $hub_accounts
),
done AS (
  SELECT from_id AS account, 'BID_ON' AS relation, key, submitted_at AS acted_at, submitted_at_s AS moment FROM bid_on
  UNION ALL
  SELECT to_id, 'RATED', NULL, rated_at, rated_at_s FROM rated
  UNION ALL
  SELECT to_id, 'POSTED_BY', key, posted_at, posted_at_s FROM posted_by JOIN job ON job.id = from_id
  UNION ALL
  SELECT u.from_id, 'TRANSFERRED_TO', t.key, t.sent_at, t.sent_at_s
  FROM paid_through u JOIN purses ON purse = u.to_id JOIN held ON held.account = u.from_id
  JOIN transferred_to t ON t.to_id = u.to_id AND t.sent_at >= opened
  WHERE u.purpose = 'payout' AND coalesce(u._at, '') <= $as_of AND coalesce(t.status, 'settled') = 'settled'
),
acts AS (
  SELECT account, peers, verified, relation, key, acted_at, coalesce(moment > due, FALSE) AS late,
         acted_at < coalesce(verified, '~') AS unverified
  FROM done JOIN held USING (account)
  WHERE acted_at <= $as_of
),
-- What is usual is measured without payments; of the peers the account itself is taken off, where it is one of them.
active AS (
  SELECT account, peers, verified, min(CASE WHEN unverified THEN acted_at END) AS first_act,
         max(CASE WHEN relation = 'TRANSFERRED_TO' THEN 0 ELSE 1 END) AS own,
         max(CASE WHEN unverified AND late AND relation <> 'TRANSFERRED_TO' THEN 1 ELSE 0 END) AS own_late
  FROM acts
  GROUP BY account, peers, verified
),
kinds AS (
  SELECT account, relation, count(*) AS times, CAST(sum(CASE WHEN late THEN 1 ELSE 0 END) AS BIGINT) AS late,
         min(acted_at) AS first, max(acted_at) AS last
  FROM acts
  WHERE unverified
  GROUP BY account, relation
),
shown AS (
  SELECT account, relation, key, row_number() OVER (PARTITION BY account ORDER BY acted_at, relation, key) AS nth
  FROM acts
  WHERE unverified AND relation <> 'RATED'
),
told AS (
  SELECT account, relation, times, late, first, last, NULL AS key FROM kinds
  UNION ALL
  SELECT account, relation, NULL, NULL, NULL, NULL, key FROM shown WHERE nth <= $most_shown
)
SELECT account, peers, verified, first_act, own, own_late, relation, times, late, first, last, key
FROM active JOIN told USING (account)
ORDER BY account, relation, key NULLS LAST

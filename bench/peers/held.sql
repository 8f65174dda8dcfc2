-- Who holds what, out of the files of a world: what both sides begin with.
CREATE TEMP TABLE held AS
WITH sessions AS MATERIALIZED (
  SELECT DISTINCT account_id, ip, device_id FROM read_csv('logins.csv', all_varchar = true)
), holders AS (
  SELECT 'device' AS kind, device_id AS value, account_id AS account FROM sessions
  UNION ALL
  SELECT 'ip', ip, account_id FROM sessions
  UNION ALL
  SELECT 'payout', payment_account_id, account_id
  FROM read_csv('account_payments.csv', all_varchar = true) WHERE purpose = 'payout'
  UNION ALL
  SELECT 'document', number, account_id FROM read_csv('documents.csv', all_varchar = true)
), each AS (
  SELECT DISTINCT kind, value, account FROM holders WHERE value IS NOT NULL
)
SELECT kind, value, account FROM each
QUALIFY count(*) OVER (PARTITION BY kind, value) BETWEEN 2 AND $most

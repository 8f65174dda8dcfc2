-- Counts: by delivery address, whose things were sent there, who of them gives that address nowhere, and who else
--         gives it as theirs.
-- Cost:   one pass over the shipments and over the papers that bear an address.
-- Limits: addresses of more than $most_accounts accounts are left out.
WITH stated AS (
  SELECT a.id, a.created_at, CASE WHEN s.from_id IS NULL THEN a.address ELSE s.address END AS address
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
),
papers AS (
  SELECT d.id, h.to_id AS who
  FROM document d JOIN handed_in_by h ON h.from_id = d.id
  WHERE d.address_on_document IS NOT NULL AND coalesce(d.submitted_at, '') <= $as_of
),
holders AS (SELECT DISTINCT who FROM papers),
at_home AS (
  SELECT from_id AS shipment_id, to_id AS who FROM same_delivery WHERE to_type = 'Account'
  UNION
  SELECT m.from_id, who FROM same_delivery m JOIN papers ON papers.id = m.to_id WHERE m.to_type = 'Document'
),
sent AS (
  SELECT coalesce(d.to_id, s.id) AS place, s.id AS shipment_id, a.id AS who, x.key, d.key AS same_key,
         home.who IS NULL AND holders.who IS NOT NULL AS off_paper,
         home.who IS NULL AND (holders.who IS NOT NULL OR a.address IS NOT NULL) AS stranger
  FROM shipment s JOIN shipped_to x ON x.from_id = s.id JOIN stated a ON a.id = x.to_id
  LEFT JOIN same_delivery d ON d.from_id = s.id AND d.to_type = 'Shipment'
  LEFT JOIN at_home home ON home.shipment_id = s.id AND home.who = a.id
  LEFT JOIN holders ON holders.who = a.id
  WHERE coalesce(s.requested_at, '') <= $as_of AND coalesce(a.created_at, '') <= $as_of AND s.address IS NOT NULL
),
receivers AS (
  SELECT place, who, max(CASE WHEN stranger THEN 1 ELSE 0 END) AS stranger,
         max(CASE WHEN off_paper THEN 1 ELSE 0 END) AS off_paper
  FROM sent
  GROUP BY place, who
),
places AS (
  SELECT place, count(*) AS accounts, CAST(sum(stranger) AS BIGINT) AS strangers,
         CAST(sum(off_paper) AS BIGINT) AS off_paper
  FROM receivers
  GROUP BY place
  HAVING (count(*) > 1 OR max(stranger) = 1) AND count(*) <= $most_accounts
),
-- What else states the address: accounts, papers with whoever handed them in, and what is known to be shared. DuckDB holds
-- each against all where an outer join has a condition of its one side.
stating AS (
  SELECT place, m.key, h.key AS handed, CASE m.to_type WHEN 'Account' THEN m.to_id ELSE h.to_id END AS host
  FROM sent JOIN places USING (place) JOIN same_delivery m ON m.from_id = shipment_id
  LEFT JOIN handed_in_by h ON h.from_id = CASE WHEN m.to_type = 'Document' THEN m.to_id END
  WHERE m.to_type IN ('Account', 'Document', 'KnownShared')
),
hosts AS (
  SELECT DISTINCT s.place, s.host AS who
  FROM stating s LEFT JOIN receivers r ON r.place = s.place AND r.who = s.host
  WHERE s.host IS NOT NULL AND r.who IS NULL
),
concerned AS (
  SELECT place, who, coalesce(g.to_id, who) AS party, stranger, hosting
  FROM (
    SELECT place, who, stranger, 0 AS hosting FROM receivers JOIN places USING (place)
    UNION ALL
    SELECT place, who, 0, 1 FROM hosts
  )
  LEFT JOIN declared_with g ON g.from_id = who
),
counts AS (
  SELECT place, CAST(sum(hosting) AS BIGINT) AS hosts,
         count(DISTINCT CASE WHEN stranger = 1 OR hosting = 1 THEN party END) AS unrelated
  FROM concerned
  GROUP BY place
),
parts AS (
  SELECT place, 'SHIPPED_TO' AS part, key AS one, '' AS other, CAST(NULL AS DOUBLE) AS share FROM sent
  UNION
  SELECT place, 'SAME_DELIVERY', same_key, '', NULL FROM sent WHERE same_key IS NOT NULL
  UNION
  SELECT place, 'SAME_DELIVERY', key, '', NULL FROM stating
  UNION
  SELECT place, 'HANDED_IN_BY', handed, '', NULL FROM stating WHERE handed IS NOT NULL
  UNION
  SELECT a.place, 'tie', a.who, b.who,
         CASE WHEN a.party = b.party THEN 0.1 WHEN a.stranger + b.stranger = 2 THEN 1.0
              WHEN a.stranger + b.stranger = 1 THEN 0.8 ELSE 0.2 END
  FROM concerned a JOIN concerned b ON b.place = a.place AND a.who < b.who
)
SELECT place, accounts, strangers, off_paper, hosts, unrelated, part, one, other, share
FROM parts JOIN places USING (place) JOIN counts USING (place)
ORDER BY place, part, one, other

-- Counts: of the shipments whose account gives an address anywhere, what share went to none of them.
-- Cost:   one pass over the shipments and over the papers that bear an address.
-- Limits: as those of shipping-mismatch.cypher.
WITH stated AS (
  SELECT a.id, CASE WHEN s.from_id IS NULL THEN a.address ELSE s.address END AS address
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
),
holders AS (
  SELECT DISTINCT h.to_id AS who
  FROM document d JOIN handed_in_by h ON h.from_id = d.id
  WHERE d.address_on_document IS NOT NULL AND coalesce(d.submitted_at, '') <= $as_of
),
at_home AS (
  SELECT from_id AS shipment_id, to_id AS who FROM same_delivery WHERE to_type = 'Account'
  UNION
  SELECT m.from_id, h.to_id FROM same_delivery m JOIN handed_in_by h ON h.from_id = m.to_id WHERE m.to_type = 'Document'
),
counted AS (
  SELECT count(*) AS shipments, count(CASE WHEN home.who IS NULL THEN 1 END) AS elsewhere
  FROM shipment s JOIN shipped_to x ON x.from_id = s.id JOIN stated a ON a.id = x.to_id
  LEFT JOIN holders ON holders.who = a.id
  LEFT JOIN at_home home ON home.shipment_id = s.id AND home.who = a.id
  WHERE coalesce(s.requested_at, '') <= $as_of AND s.address IS NOT NULL
    AND (a.address IS NOT NULL OR holders.who IS NOT NULL)
)
-- To four places, half up, in whole numbers: fractions round otherwise in each engine.
SELECT shipments AS usual_shipments,
       floor(CAST(20000 * elsewhere + shipments + 10 AS DOUBLE) / (2 * (shipments + 10))) / 10000 AS usual_elsewhere
FROM counted

-- Counts: which accounts ever logged in through exits of which networks, of VPNs, Tor and rented servers, each pair once:
--         that a few accounts chose the same ones of all there are is no chance. Which exit of a network one gets is the
--         network's choice, and says nothing.
-- Cost:   one pass over the logins.
-- Limits: an address of unknown kind is no exit; nor is one that is known to be shared. A network is known by its number,
--         else by its name; an address of which neither is known stands for itself.
WITH shared AS (SELECT DISTINCT to_id AS address FROM covers WHERE covers.to_type = 'Ip'),
exits AS (
  SELECT i.id AS address, coalesce('AS' || replace(upper(i.asn), 'AS', ''), i.as_name, i.id) AS network
  FROM ip i LEFT JOIN shared ON shared.address = i.id
  WHERE i.kind IN ('vpn', 'tor', 'hosting') AND coalesce(i._at, '') <= $as_of AND shared.address IS NULL
)
SELECT DISTINCT l.from_id AS account, network AS exit
FROM logged_in_from l JOIN exits ON exits.address = l.to_id
WHERE l.started_at <= $as_of
ORDER BY account, exit

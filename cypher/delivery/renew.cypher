// Says that whoever has a delivery in hand is still at it.
// One seek by id; does nothing when another has it meanwhile.
MATCH (d:SkeinDelivery {id: $id})
WHERE d.lease_holder = $holder
SET d.lease_until = datetime.realtime().epochMillis + toInteger($lease)

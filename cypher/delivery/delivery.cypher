// One delivery.
// One seek by id.
MATCH (d:SkeinDelivery {id: $id})
RETURN d AS delivery

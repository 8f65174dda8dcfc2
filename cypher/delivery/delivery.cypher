// One delivery.
// One seek by id.
MATCH (d:Delivery {id: $id})
RETURN d AS delivery

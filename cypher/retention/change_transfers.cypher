// Sets properties of transfers.
// Why: a text that names a person who is erased stays without the name. Cost: one seek a transfer. Limits: none.
UNWIND $rows AS row
MATCH ()-[r:TRANSFERRED_TO {key: row.key}]->()
SET r += row.set

// How many nodes of one type there are; read from the count store.
MATCH (n:`<label>`)
WITH count(n) AS count
RETURN '<label>' AS name, count

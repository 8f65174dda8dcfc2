// How many relations of one type there are; read from the count store.
MATCH ()-[r:`<relation>`]->()
WITH count(r) AS count
RETURN '<relation>' AS name, count

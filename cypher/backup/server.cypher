// What the server says that it is: version and edition.
// Why: a manifest names it, for whoever puts the backup back elsewhere. Cost: nothing. Limits: none.
CALL dbms.components() YIELD versions, edition
RETURN versions[0] + ' ' + edition AS name
LIMIT 1

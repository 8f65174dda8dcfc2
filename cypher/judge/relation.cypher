// An inferred relation by its key, with both ends: what an analyst is about to judge.
// One seek in the key's index.
MATCH (a)-[r:`<relation>` {key: $key}]->(b)
USING INDEX SEEK r:`<relation>`(key)
RETURN a AS from, r AS relation, b AS to

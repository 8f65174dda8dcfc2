// Keeps how a detection ended. One seek.
MATCH (d:Detection {id: $id, state: 'running'})
SET d += $ended

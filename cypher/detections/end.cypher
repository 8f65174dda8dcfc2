// Keeps how a detection ended. One seek.
MATCH (d:SkeinDetection {id: $id, state: 'running'})
SET d += $ended

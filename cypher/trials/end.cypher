// Keeps how a trial ended. One seek.
MATCH (t:SkeinTrial {id: $id, state: 'running'})
SET t += $ended

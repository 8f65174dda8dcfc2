// Keeps how a trial ended. One seek.
MATCH (t:Trial {id: $id, state: 'running'})
SET t += $ended

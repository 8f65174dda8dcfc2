// Writes a task as it is to be.
// One seek.
MATCH (t:SkeinCaseTask {id: $id})
SET t += $task

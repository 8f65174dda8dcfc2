// Keeps that one was begun in the place of those that were ended with their server.
// One seek each.
UNWIND $ids AS id
MATCH (d:SkeinDetection {id: id})
REMOVE d.handed_over

// Writes one exception. One node a call.
CREATE (x:SkeinWeightException)
SET x = $exception

// Writes one exception. One node a call.
CREATE (x:WeightException)
SET x = $exception

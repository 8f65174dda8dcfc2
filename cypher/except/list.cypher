// Exceptions, latest first (an id begins with its time), expired and revoked ones too.
// Reads every exception: people make them one by one.
MATCH (x:SkeinWeightException)
WHERE $before IS NULL OR x.id < $before
RETURN x AS exception ORDER BY x.id DESC LIMIT toInteger($limit)

// Finds: what tells that entries, findings, screenings or answers of patterns have come or gone.
// Why:   what is withheld is read anew only then.
// Cost:  counts that the database keeps, and the latest run.
// Limits: as many of a kind that come as go within one run would not be seen; entries never go.
CALL () { MATCH (w:WatchlistEntry) RETURN count(w) AS entries }
CALL () { MATCH (f:SkeinFinding) RETURN count(f) AS findings }
CALL () { MATCH (s:SkeinScreening) RETURN count(s) AS screenings }
CALL () { MATCH (a:SkeinPatternAnswer) RETURN count(a) AS answers }
CALL () { MATCH (l:SkeinLoad) RETURN count(l) AS loads }
CALL () { MATCH (r:SkeinRun) RETURN max(r.started) AS run }
RETURN entries, findings, screenings, answers, loads, run

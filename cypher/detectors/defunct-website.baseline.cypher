// Measures: what share of the websites that were looked at is dead.
// Cost:     one pass over websites.
MATCH (w:Website)
WHERE w.status IS NOT NULL AND coalesce(w.checked_at, '') <= $as_of
WITH count(w) AS checked, count(CASE WHEN w.status = 'defunct' THEN 1 END) AS dead
RETURN checked AS usual_checked, round(1.0 * dead / (checked + 20), 4) AS usual_dead

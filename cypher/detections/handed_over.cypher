// Detections that were ended with their server and not begun again yet, the latest first.
// Reads every one: people begin them one by one.
MATCH (d:SkeinDetection)
WHERE d.handed_over
RETURN d.id AS id, d.by AS by
ORDER BY id DESC

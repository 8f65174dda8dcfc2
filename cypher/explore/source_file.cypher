// The name under which a file of these bytes was loaded; the first by name where there are several; ground truth is not shown.
MATCH (f:SkeinSourceFile {sha256: $sha256})
WHERE f.withheld IS NULL
RETURN f.file AS file
ORDER BY file LIMIT 1

// Keeps a detection that a person has begun on the page. It is no run: the run that it makes is stored as any other.
// One node. `alive`: by the database's clock, when whoever runs it last said so.
CREATE (d:SkeinDetection)
SET d = $detection, d.state = 'running', d.alive = datetime.realtime().epochMillis

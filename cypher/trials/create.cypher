// Keeps a trial that begins. It is no run: nothing that reads runs meets it.
// One node. `alive`: by the database's clock, when whoever runs it last said so.
CREATE (t:SkeinTrial)
SET t = $trial, t.state = 'running', t.alive = datetime.realtime().epochMillis

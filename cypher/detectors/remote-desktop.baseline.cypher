// How many accounts of each platform and trade show each sign of remote control, and of all together.
CALL () {
  MATCH (a:Account)
  WHERE EXISTS { (a)-[s:LOGGED_IN_FROM]->() WHERE s.started_at <= $as_of }
  RETURN a, 'any' AS sign
UNION
  MATCH (a:Account)-[s:LOGGED_IN_FROM]->()
  WHERE s.service_port IS NOT NULL AND toString(toInteger(s.service_port)) IN $ports AND s.started_at <= $as_of
  RETURN DISTINCT a, 'port' AS sign
UNION
  MATCH (i:Ip)
  WHERE any(p IN coalesce(i.open_ports, []) WHERE p IN $ports) AND coalesce(i._at, '') <= $as_of
  MATCH (i)<-[s:LOGGED_IN_FROM]-(a:Account) WHERE s.started_at <= $as_of
  RETURN DISTINCT a, 'open' AS sign
UNION
  MATCH (d:Device) WHERE size(coalesce(d.remote_access, [])) > 0
  MATCH (d)<-[s:LOGGED_IN_ON]-(a:Account) WHERE s.started_at <= $as_of
  RETURN DISTINCT a, 'tool' AS sign
UNION
  MATCH (i:Ip {kind: 'hosting'})<-[s:LOGGED_IN_FROM]-(a:Account)
  WHERE s.started_at <= $as_of AND coalesce(i._at, '') <= $as_of
  RETURN DISTINCT a, 'hosting' AS sign
}
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH coalesce(then, a) AS stated, sign
WITH coalesce(stated.platform, '') AS platform, coalesce(stated.trade, '') AS trade,
     count(CASE WHEN sign = 'any' THEN 1 END) AS accounts, count(CASE WHEN sign = 'port' THEN 1 END) AS port,
     count(CASE WHEN sign = 'open' THEN 1 END) AS open, count(CASE WHEN sign = 'tool' THEN 1 END) AS tool,
     count(CASE WHEN sign = 'hosting' THEN 1 END) AS hosting
ORDER BY platform, trade
WITH collect({platform: platform, trade: trade, accounts: accounts,
              port: port, open: open, tool: tool, hosting: hosting}) AS groups
RETURN {accounts: reduce(n = 0, g IN groups | n + g.accounts), port: reduce(n = 0, g IN groups | n + g.port),
        open: reduce(n = 0, g IN groups | n + g.open), tool: reduce(n = 0, g IN groups | n + g.tool),
        hosting: reduce(n = 0, g IN groups | n + g.hosting)} AS usual_overall,
       [g IN groups WHERE g.accounts >= $peers_enough] AS usual_by_trade

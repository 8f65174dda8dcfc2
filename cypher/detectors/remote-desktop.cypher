// Finds: accounts whose sessions come through a remote-desktop port, from an address where one is open, from a
//        machine with remote-access tools or from a hosting address, beside how usual that is among peers of
//        the same platform and trade.
// Why:   who works on a machine elsewhere hides where the hands are (P4, M5, C1).
// Cost:  one pass over LOGGED_IN_FROM, one over the sessions of machines with such tools.
// Limits: what the platform did not record of ports and tools cannot be seen; few peers lean on the platform's
//         average.
MATCH (a:Account)-[s:LOGGED_IN_FROM]->(i:Ip)
WHERE s.started_at <= $as_of
WITH a, s, i, coalesce(i._at, '') <= $as_of AS known
WITH a, count(s) AS sessions, min(s.started_at) AS first,
     max(CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END) AS last,
     count(CASE WHEN toString(toInteger(s.service_port)) IN $ports THEN 1 END) AS port,
     count(CASE WHEN known AND any(p IN coalesce(i.open_ports, []) WHERE p IN $ports) THEN 1 END) AS open,
     count(CASE WHEN known AND i.kind = 'hosting' THEN 1 END) AS hosting,
     count(CASE WHEN known AND i.kind = 'vpn' THEN 1 END) AS vpn
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_ON]->(d:Device)
  WHERE s.started_at <= $as_of AND size(coalesce(d.remote_access, [])) > 0
  WITH s, d ORDER BY d.id
  RETURN count(s) AS tool, collect(DISTINCT d) AS machines, min(s.started_at) AS first_tool,
         max(CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END) AS last_tool
}
WITH * WHERE port + open + hosting + tool > 0
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH *, coalesce(then, a) AS stated
WITH *, head([g IN $usual_by_trade WHERE g.platform = coalesce(stated.platform, '') AND g.trade = coalesce(stated.trade, '')]) AS peers
WITH *, coalesce(peers, {accounts: 1, port: CASE WHEN port > 0 THEN 1 ELSE 0 END, open: CASE WHEN open > 0 THEN 1 ELSE 0 END,
       tool: CASE WHEN tool > 0 THEN 1 ELSE 0 END, hosting: CASE WHEN hosting > 0 THEN 1 ELSE 0 END}) AS peers
WITH *, [x IN [
       {sign: 'port', sessions: port, peers: peers.port, overall: $usual_overall.port},
       {sign: 'open port', sessions: open, peers: peers.open, overall: $usual_overall.open},
       {sign: 'tool', sessions: tool, peers: peers.tool, overall: $usual_overall.tool},
       {sign: 'hosting', sessions: hosting, peers: peers.hosting, overall: $usual_overall.hosting}
     ] WHERE x.sessions > 0 |
       // The account itself is not its own peer; few peers lean on the average of all.
       {sign: x.sign, sessions: x.sessions, share: round(100.0 * x.sessions / sessions) / 100,
        showing: CASE WHEN peers.accounts > 1 THEN x.peers ELSE x.overall END - 1,
        usual: round(1000 * ((x.peers - 1) + $peers_enough * (x.overall - 1.0) / CASE WHEN $usual_overall.accounts > 1 THEN $usual_overall.accounts - 1 ELSE 1 END)
          / (peers.accounts - 1 + $peers_enough)) / 1000}] AS signs
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
  WITH s, i, toString(toInteger(s.service_port)) IN $ports AS through,
       coalesce(i._at, '') <= $as_of AND (any(p IN coalesce(i.open_ports, []) WHERE p IN $ports) OR i.kind = 'hosting') AS at
  WHERE through OR at
  WITH s, i ORDER BY coalesce(through, false) DESC, s.started_at DESC, s.key LIMIT toInteger($most_sessions)
  RETURN collect(s) AS froms, collect(DISTINCT i) AS addresses, collect(DISTINCT s.service_port) AS through_ports
}
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_ON]->(d:Device)
  WHERE s.started_at <= $as_of AND size(coalesce(d.remote_access, [])) > 0
  WITH s ORDER BY s.started_at DESC, s.key LIMIT toInteger($most_sessions)
  RETURN collect(s) AS ons
}
WITH *, [d IN machines WHERE any(s IN ons WHERE endNode(s) = d)] AS shown_machines
RETURN a.id AS key,
       [a] + addresses + shown_machines AS nodes,
       froms + ons AS relations,
       [{of: 'LOGGED_IN_FROM', rows: sessions, first: first, last: last},
        {of: 'LOGGED_IN_ON', rows: tool, first: first_tool, last: last_tool}] AS counted,
       {
         account: a.id,
         trade: coalesce(stated.trade, ''),
         sessions: sessions,
         signs: signs,
         ports: [p IN through_ports WHERE toString(toInteger(p)) IN $ports | toString(toInteger(p))],
         tools: reduce(all = [], d IN machines | all + [t IN d.remote_access WHERE NOT t IN all]),
         vpn_sessions: vpn,
         peers: peers.accounts - 1,
         beside: CASE WHEN peers.accounts > 1 THEN peers.accounts ELSE $usual_overall.accounts END - 1
       } AS facts

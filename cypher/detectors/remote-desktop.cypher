// Finds: accounts whose sessions come through a remote-desktop port, from an address where one is open, from a
//        machine with remote-access tools or from a hosting address, beside how usual that is among peers of
//        the same platform and trade.
// Why:   who works on a machine elsewhere hides where the hands are (P4, M5, C1).
// Cost:  the accounts that remote-desktop.sql counted, and the sessions of each.
// Limits: what the platform did not record of ports and tools cannot be seen; few peers lean on the platform's
//         average.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, row, coalesce(then, a) AS stated
WITH *, [{sign: 'port', name: 'port'}, {sign: 'open port', name: 'open'}, {sign: 'tool', name: 'tool'},
         {sign: 'hosting', name: 'hosting'}] AS all_signs,
     head([g IN $usual_by_trade WHERE g.platform = coalesce(stated.platform, '') AND g.trade = coalesce(stated.trade, '')]) AS peers
WITH *, [x IN all_signs WHERE row[x.name] > 0 |
       x {.sign, sessions: row[x.name], peers: coalesce(peers[x.name], 1), overall: $usual_overall[x.name]}] AS seen,
     coalesce(peers.accounts, 1) AS beside
WITH *, [x IN seen |
       // The account itself is not its own peer; few peers lean on the average of all.
       {sign: x.sign, sessions: x.sessions, share: round(100.0 * x.sessions / row.sessions) / 100,
        showing: CASE WHEN beside > 1 THEN x.peers ELSE x.overall END - 1,
        usual: round(1000 * ((x.peers - 1) + $peers_enough * (x.overall - 1.0) / CASE WHEN $usual_overall.accounts > 1 THEN $usual_overall.accounts - 1 ELSE 1 END)
          / (beside - 1 + $peers_enough)) / 1000}] AS signs
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
  WITH s, d ORDER BY s.started_at DESC, s.key
  RETURN collect(DISTINCT d) AS machines, collect(s)[..toInteger($most_sessions)] AS ons
}
WITH *, [d IN machines WHERE any(s IN ons WHERE endNode(s) = d)] AS shown_machines
RETURN a.id AS key,
       [a] + addresses + shown_machines AS nodes,
       froms + ons AS relations,
       [{of: 'LOGGED_IN_FROM', rows: row.sessions, first: row.first, last: row.last},
        {of: 'LOGGED_IN_ON', rows: row.tool, first: row.first_tool, last: row.last_tool}] AS counted,
       {
         account: a.id,
         trade: coalesce(stated.trade, ''),
         sessions: row.sessions,
         signs: signs,
         ports: [p IN through_ports WHERE toString(toInteger(p)) IN $ports | toString(toInteger(p))],
         tools: reduce(all = [], d IN machines | all + [t IN d.remote_access WHERE NOT t IN all]),
         vpn_sessions: row.vpn,
         peers: beside - 1,
         beside: CASE WHEN beside > 1 THEN beside ELSE $usual_overall.accounts END - 1
       } AS facts

// Finds: accounts closed soon after their first contact with a client, and the others that were closed so and
//        share a machine, address or purse with them, or were closed in the same days in the same trade.
// Why:   accounts are deactivated once contact is made, to escape scrutiny (A1, H1).
// Cost:  the quietly closed accounts that quiet-closure.sql counted, and their own relations once each.
// Limits: contact outside the platform is not seen; an account without a time of closing is not looked at.
UNWIND $rows AS row
WITH row.account AS id, collect(row) AS rows
MATCH (a:Account {id: id})
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, coalesce(then, a) AS stated, rows[0] AS o, [r IN rows WHERE r.times IS NOT NULL] AS told,
     [r IN rows WHERE r.key IS NOT NULL] AS picked, [r IN rows WHERE r.other IS NOT NULL | r.other] AS linked
CALL (a, picked) {
  MATCH (a)-[r:BID_ON|HANDED_IN_BY|ADDRESSED_TO|LOGGED_IN_ON|LOGGED_IN_FROM|PAID_THROUGH]-()
  WHERE any(p IN picked WHERE p.relation = type(r) AND p.key = r.key)
  RETURN collect(r) AS shown
}
RETURN a.id AS key,
       [a] + reduce(all = [], r IN shown | all + [startNode(r), endNode(r)]) AS nodes,
       shown AS relations,
       [t IN told | {of: t.relation, rows: t.times, first: t.first, last: t.last}]
         + [{of: 'Account', rows: 1, first: stated.closed_at, last: stated.closed_at}] AS counted,
       {
         met: o.met,
         closed_at: stated.closed_at,
         reason: coalesce(stated.closed_reason, ''),
         status: coalesce(stated.status, 'closed'),
         days: round(o.seconds / 86400.0, 2),
         clients: o.clients,
         linked: linked,
         alike: o.alike,
         quiet: o.quiet,
         usual_quiet: $usual_quiet
       } AS facts

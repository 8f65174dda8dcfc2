// Finds: identity papers that several accounts handed in: one number, file, picture, photo or holder.
// Why:   one worker uses several identities, and a team passes papers around (M6, C4, C5).
// Cost:  the papers that shared-document.sql brings, the earliest of each group first.
// Limits: values on papers of more than 15 accounts are placeholders and left out; a photo that was cut, or
//         mirrored, is not the same; of a large group the $most_shown surest papers are shown.
UNWIND $rows AS row
MATCH (d:Document {id: row.paper})-[h:HANDED_IN_BY]->(a:Account)
OPTIONAL MATCH (d)-[s:SAME_PAPER]->(:Document {id: row.first})
WITH row, d, h, a, s, [(:KnownShared)-[c:COVERS]->(d) | c] AS covers, toLower(trim(d.name_on_document)) AS name
ORDER BY row.first, row.score DESC, row.paper
WITH row.first AS first, collect({row: row, d: d, h: h, s: s}) AS papers,
     reduce(all = [], c IN collect(covers) | all + c) AS covered,
     collect(DISTINCT a) AS accounts, count(DISTINCT row.party) AS parties, count(DISTINCT name) AS names,
     count(DISTINCT CASE WHEN name IN [toLower(trim(row.legal_name)), toLower(trim(row.display_name))] THEN a END) AS in_own_name,
     min(d.submitted_at) AS first_handed, max(d.submitted_at) AS last_handed, collect(DISTINCT row.reason) AS in_common
WITH *, [p IN papers[1..] | p.row] AS copies, papers[..1 + toInteger($most_shown)] AS shown
WITH *, copies[0].score AS best, copies[..toInteger($most_shown)] AS near
CALL (covered) {
  UNWIND covered AS c
  RETURN collect(DISTINCT startNode(c)) AS knowns
}
RETURN first AS key,
       [p IN shown | p.d] + accounts + knowns + [c IN covered | endNode(c)] AS nodes,
       covered + reduce(all = [], p IN shown | all + [p.s, p.h]) AS relations,
       [{of: 'HANDED_IN_BY', rows: size(papers), first: first_handed, last: last_handed},
        {of: 'SAME_PAPER', rows: size(copies), first: null, last: null}] AS counted,
       [c IN copies | {a: papers[0].row.account, b: c.account, share: c.score / best}]
         + reduce(all = [], k IN range(1, size(near) - 1) | all +
             [o IN near[..k] WHERE o.account <> near[k].account |
               {a: o.account, b: near[k].account,
                share: CASE WHEN o.party = near[k].party THEN $declared_share
                            WHEN o.alike * near[k].alike >= best THEN 1.0
                            ELSE o.alike * near[k].alike / best END}]) AS ties,
       {
         paper: first,
         kind: coalesce(papers[0].d.kind, 'paper'),
         accounts: size(accounts),
         unrelated: parties,
         papers: size(papers),
         in_common: in_common,
         strongest_pair: best,
         names: names,
         in_own_name: in_own_name,
         known_shared: [k IN knowns | k.reason]
       } AS facts

// Of each case but these, and but those archived, joined or not shown to $reader, how many accounts its boards hold, and which of the given ones.
// Reads the accounts of every board; those given are looked up in a set.
MATCH (b:SkeinCaseBoard)
WHERE NOT b.case IN $cases AND NOT b.archived
UNWIND b.accounts AS account
WITH b.case AS id, collect(DISTINCT account) AS accounts
WITH id, size(accounts) AS accounts, [account IN accounts WHERE account IN $accounts] AS given
WHERE size(given) > 0
MATCH (c:SkeinCase {id: id})
WHERE c.state <> 'archived' AND c.joined_into IS NULL
  AND ($reader IS NULL OR c.members IS NULL OR $reader IN c.members)
RETURN id, c.title AS title, c.state AS state, accounts, given

// Finds: accounts whose sessions mostly begin between midnight and 5 in the time zone that they claim: the claim and the
// sessions contradict each other, or somebody works at night. The zone is what the account says, not where it is from.
// Cost: reads every session once.
MATCH (a:Account)-[l:LOGGED_IN_FROM]->(:Ip)
WHERE a.timezone =~ '[A-Za-z]+/[A-Za-z_/+-]+' AND l.started_at IS NOT NULL
WITH a, datetime({datetime: datetime(l.started_at), timezone: a.timezone}).hour AS hour
WITH a, count(*) AS sessions, sum(CASE WHEN hour < 5 THEN 1 ELSE 0 END) AS at_night
WHERE sessions >= $sessions AND at_night >= $share * sessions
RETURN a AS account, a.timezone AS claimed_zone, sessions, at_night, round(1.0 * at_night / sessions, 2) AS share
ORDER BY share DESC, sessions DESC, account.id

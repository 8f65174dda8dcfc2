// How far ratings on this platform are borne out by what others say of the same accounts: the mean over all, so
// that a platform of praise and one of distrust are each measured by what is usual there. Rounded, so that one
// more row does not move every account.
MATCH (rater:Account)-[beside:BESIDE_OTHERS]->(:Account)
WHERE $as_of IS NOT NULL
RETURN coalesce(round(avg(2 * beside.score - 1), 2), 0.0) AS usual_support,
       coalesce(round(2 * stDevP(beside.score), 2), 0.0) AS usual_spread

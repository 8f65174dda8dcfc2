// Finds: accounts, and payouts that several share, which earn far more than their peers, deliver more, work
//        on more jobs at once, or are logged in for more hours of a week than a person has.
// Why:   whole teams work behind one account; some bring in 300,000 USD a year a worker (C14, C5).
// Cost:  one pass over the transfers into payouts, the accepted bids and the logins, account by account.
// Limits: peers are those of one trade and currency; where fewer than $least_peers are known, all trades.
//         Few but very large jobs look the same as many hands.
CALL () {
  MATCH (a:Account)
  WHERE coalesce(a.created_at, '') <= $as_of
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a WHERE coalesce(coalesce(then, a).role, '') <> 'client'
  CALL (a) {
    MATCH (a)-[use:PAID_THROUGH]->(p:PaymentAccount)
    WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, startNode(use)._at, '') <= $as_of
      AND COUNT { (p)<-[o:PAID_THROUGH]-(:Account) WHERE coalesce(o.purpose, 'payout') = 'payout'
                    AND coalesce(o._at, startNode(o)._at, '') <= $as_of } = 1
    WITH p, use ORDER BY p.id
    RETURN collect(DISTINCT p) AS purses, collect(use) AS uses
  }
  RETURN 'account ' + a.id AS unit, [a] AS hands, purses, uses
UNION ALL
  MATCH (p:PaymentAccount)<-[use:PAID_THROUGH]-(a:Account)
  WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, startNode(use)._at, '') <= $as_of
  WITH p, use, a ORDER BY p.id, a.id
  WITH p, collect(use) AS uses, collect(DISTINCT a) AS hands
  WHERE size(hands) > 1 AND size(hands) <= $hub_accounts
    AND NOT EXISTS { (:KnownShared)-[:COVERS]->(p) }
  RETURN 'payout ' + p.id AS unit, hands, [p] AS purses, uses
}
// Those openly connected are as many people as they are accounts.
CALL (hands) {
  UNWIND hands AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(first:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, first, coalesce(then, a) AS stated
  RETURN count(*) - count(DISTINCT coalesce(first.id, a.id)) + 1 AS people,
         head(collect(stated.trade)) AS trade,
         sum(CASE WHEN stated.role = 'agency' THEN 1 ELSE 0 END) > 0 AS agency
}
CALL (purses, people, trade) {
  UNWIND purses AS p
  MATCH (q:PaymentAccount)-[t:TRANSFERRED_TO]->(p)
  WHERE NOT q IN purses AND t._at <= $as_of AND t.amount > 0
    AND NOT coalesce(t.status, 'settled') IN ['failed', 'reversed']
    AND (NOT $work_marked OR t.job_id IS NOT NULL OR t.initiated_by = 'platform')
  WITH people, trade, coalesce(t.currency, '') AS currency, sum(t.amount) AS total, count(t) AS payments,
       min(t._at) AS first, max(t._at) AS last
  WITH people, trade, currency, total, payments,
       (datetime(last).epochSeconds - datetime(first).epochSeconds) / 2629800.0 + 1 AS months
  WITH *, total / people / CASE WHEN months < $least_months THEN $least_months ELSE months END AS monthly,
       coalesce(head([u IN $usual_income WHERE u.currency = currency AND u.trade = coalesce(trade, '')]),
                head([u IN $usual_income WHERE u.currency = currency AND u.trade = ''])) AS usual
  WHERE usual IS NOT NULL
  WITH currency, total, payments, monthly, usual,
       (log(monthly) - usual.middle) / CASE WHEN usual.spread < $least_spread THEN $least_spread ELSE usual.spread END AS beyond
  ORDER BY beyond DESC, currency
  RETURN head(collect({currency: currency, total: round(total, 2), monthly: round(monthly, 2), payments: payments,
                       usual_monthly: round(exp(usual.middle), 2), peers: usual.peers, peer_trade: usual.trade,
                       beyond: round(beyond, 4)})) AS income
}
CALL (hands) {
  UNWIND hands AS a
  MATCH (a)-[b:BID_ON]->(j:Job)
  WHERE b.status = 'accepted' AND coalesce(b._at, j._at, '') <= $as_of
  WITH DISTINCT j, b ORDER BY j.id
  RETURN collect({job: j, bid: b, begun: coalesce(b.submitted_at, j.posted_at),
                  finished: CASE WHEN j.finished_at <= $as_of THEN j.finished_at END,
                  ended: coalesce(CASE WHEN j.finished_at <= $as_of THEN j.finished_at END, j.due_at)}) AS jobs
}
WITH *, [j IN jobs WHERE j.finished IS NOT NULL] AS done,
     [j IN jobs WHERE j.ended > j.begun][..300] AS timed
CALL (done) {
  UNWIND done AS j
  RETURN min(j.finished) AS first_done, max(j.finished) AS last_done
}
WITH *, CASE WHEN size(done) = 0 THEN null ELSE
       size(done) / CASE WHEN (datetime(last_done).epochSeconds - datetime(first_done).epochSeconds) / 604800.0 + 1 < 4
         THEN 4.0 ELSE (datetime(last_done).epochSeconds - datetime(first_done).epochSeconds) / 604800.0 + 1 END
     END AS delivered,
     reduce(most = 0, x IN timed | CASE WHEN size([y IN timed WHERE y.begun <= x.begun AND y.ended > x.begun]) > most
       THEN size([y IN timed WHERE y.begun <= x.begun AND y.ended > x.begun]) ELSE most END) AS at_once
// Hours of all sessions that began in a week, the third fullest week of each account.
CALL (hands) {
  UNWIND hands AS a
  MATCH (a)-[l:LOGGED_IN_FROM]->(:Ip)
  WHERE l._at <= $as_of AND l.ended_at > l.started_at AND l.ended_at <= $as_of
  WITH a, datetime(l.started_at).epochSeconds / 604800 AS week,
       sum((datetime(l.ended_at).epochSeconds - datetime(l.started_at).epochSeconds) / 3600.0) AS hours
  ORDER BY a.id, hours DESC
  WITH a, collect(hours) AS weeks
  RETURN round(coalesce(max(CASE WHEN size(weeks) >= 3 THEN weeks[2] ELSE 0.0 END), 0.0), 1) AS weekly_hours
}
WITH *, CASE WHEN $usual_delivered IS NULL OR delivered IS NULL THEN null ELSE
       (log(delivered / people) - $usual_delivered.middle) /
         CASE WHEN $usual_delivered.spread < $least_spread THEN $least_spread ELSE $usual_delivered.spread END END AS delivered_beyond,
     CASE WHEN $usual_at_once IS NULL OR at_once = 0 THEN null ELSE
       (log(1.0 * at_once / people) - $usual_at_once.middle) /
         CASE WHEN $usual_at_once.spread < $least_spread THEN $least_spread ELSE $usual_at_once.spread END END AS at_once_beyond
WHERE coalesce(income.beyond, 0) > $beyond_from OR coalesce(delivered_beyond, 0) > $beyond_from
   OR coalesce(at_once_beyond, 0) > $beyond_from OR weekly_hours > $hours_from
CALL (purses) {
  UNWIND purses AS p
  MATCH (q:PaymentAccount)-[t:TRANSFERRED_TO]->(p)
  WHERE NOT q IN purses AND t._at <= $as_of
    AND (NOT $work_marked OR t.job_id IS NOT NULL OR t.initiated_by = 'platform')
  WITH q, t ORDER BY t.amount DESC, t.key LIMIT toInteger($most_shown)
  RETURN collect(q) AS payers, collect(t) AS payments
}
WITH *, jobs[..toInteger($most_shown)] AS shown_jobs
RETURN unit AS key,
       hands + purses + payers + [j IN shown_jobs | j.job] AS nodes,
       uses + payments + [j IN shown_jobs | j.bid] AS relations,
       {
         unit: unit,
         accounts: size(hands),
         people: people,
         agency: agency,
         income: income,
         jobs: size(jobs),
         weekly_delivered: round(coalesce(delivered, 0.0), 3),
         delivered_beyond: round(coalesce(delivered_beyond, 0.0), 4),
         at_once: at_once,
         at_once_beyond: round(coalesce(at_once_beyond, 0.0), 4),
         weekly_hours: weekly_hours
       } AS facts

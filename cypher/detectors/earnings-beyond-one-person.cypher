// Finds: accounts, and payouts that several share, which earn far more than their peers, deliver more, work
//        on more jobs at once, or are logged in for more hours of a week than a person has.
// Why:   whole teams work behind one account; some bring in 300,000 USD a year a worker (C14, C5).
// Cost:  one pass over the transfers into payouts, the accepted bids and the logins, account by account.
// Months: calendar months in UTC, from that of the first payment to that of the last, both counted; to be compared,
//         three at least ($least_months). Weeks, of deliveries: likewise, from Monday on, four at least.
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
         head(collect(stated.trade)) AS trade, collect(coalesce(stated.trade, '')) AS trades,
         sum(CASE WHEN stated.role = 'agency' THEN 1 ELSE 0 END) > 0 AS agency
}
CALL (purses, people, trade, trades) {
  UNWIND purses AS p
  MATCH (q:PaymentAccount)-[t:TRANSFERRED_TO]->(p)
  WHERE NOT q IN purses AND t._at <= $as_of AND t.amount > 0
    AND coalesce(t.status, 'settled') = 'settled'
    AND (NOT $work_marked OR t.job_id IS NOT NULL OR t.initiated_by = 'platform')
  WITH people, trade, trades, coalesce(t.currency, '') AS currency, t ORDER BY t.amount DESC, t.key
  WITH people, trade, trades, currency, sum(t.amount) AS total, count(t) AS payments,
       min(t._at) AS first, max(t._at) AS last, collect(t)[..toInteger($most_shown)] AS shown
  WITH people, trade, trades, currency, total, payments, first, last, shown,
       (datetime(last).year - datetime(first).year) * 12 + datetime(last).month - datetime(first).month + 1 AS months
  WITH *, total / people / CASE WHEN months < $least_months THEN $least_months ELSE months END AS compared,
       coalesce(head([u IN $usual_income WHERE u.currency = currency AND u.trade = coalesce(trade, '')]),
                head([u IN $usual_income WHERE u.currency = currency AND u.trade = ''])) AS usual
  WHERE usual IS NOT NULL
  WITH currency, total, payments, first, last, months, trades, shown, usual,
       // In fewer than $least_months nobody can say what is earned in one.
       CASE WHEN months >= $least_months THEN round(total / people / months, 2) END AS monthly,
       (log(compared) - usual.middle) / CASE WHEN usual.spread < $least_spread THEN $least_spread ELSE usual.spread END AS beyond
  ORDER BY beyond DESC, currency
  RETURN head(collect({currency: currency, total: round(total, 2), first: first, last: last, months: months, monthly: monthly,
                       payments: payments, usual_monthly: round(usual.monthly, 2), usual_monthly_of: usual.monthly_peers,
                       peers: usual.peers, peer_trade: usual.trade,
                       of_trade: CASE WHEN usual.trade = '' THEN size(trades) ELSE size([x IN trades WHERE x = usual.trade]) END,
                       beyond: round(beyond, 4)})) AS income,
         head(collect(shown)) AS payments_shown
}
CALL (hands) {
  UNWIND hands AS a
  MATCH (a)-[b:BID_ON]->(j:Job)
  WHERE b.status = 'accepted' AND coalesce(b._at, j._at, '') <= $as_of
  WITH j, b ORDER BY b._at, b.key
  WITH j, head(collect(b)) AS b ORDER BY j.id
  RETURN collect({job: j, bid: b, begun: coalesce(b.submitted_at, j.posted_at),
                  finished: CASE WHEN j.finished_at <= $as_of THEN j.finished_at END,
                  ended: coalesce(CASE WHEN j.finished_at <= $as_of THEN j.finished_at END, j.due_at)}) AS jobs
}
WITH *, [j IN jobs WHERE j.finished IS NOT NULL] AS done
CALL (done) {
  UNWIND done AS j
  RETURN min(j.finished) AS first_done, max(j.finished) AS last_done
}
// The first Monday of 1970 was its fifth day.
WITH *, (datetime(last_done).epochSeconds - 345600) / 604800 - (datetime(first_done).epochSeconds - 345600) / 604800 + 1 AS weeks
WITH *, CASE WHEN size(done) > 0 THEN 1.0 * size(done) / CASE WHEN weeks < 4 THEN 4 ELSE weeks END END AS delivered
// One more at work with each that begins, one less with each that ends; who ends as another begins has ended.
CALL (jobs) {
  UNWIND jobs AS j
  WITH j WHERE j.ended > j.begun
  UNWIND [[j.begun, 1], [j.ended, -1]] AS turn
  WITH turn[1] AS step ORDER BY turn[0], step
  WITH reduce(st = {now: 0, most: 0}, step IN collect(step) |
         {now: st.now + step, most: CASE WHEN st.now + step > st.most THEN st.now + step ELSE st.most END}) AS counted
  RETURN counted.most AS at_once
}
CALL (jobs) {
  UNWIND jobs AS j
  RETURN min(j.bid._at) AS first_bid, max(j.bid._at) AS last_bid
}
// Hours of all sessions that began in a week, the third fullest week of each account.
CALL (hands) {
  UNWIND hands AS a
  MATCH (a)-[l:LOGGED_IN_FROM]->(:Ip)
  WHERE l._at <= $as_of AND l.ended_at > l.started_at AND l.ended_at <= $as_of
  WITH a, datetime(l.started_at).epochSeconds / 604800 AS week,
       sum((datetime(l.ended_at).epochSeconds - datetime(l.started_at).epochSeconds) / 3600.0) AS hours,
       count(l) AS sessions, min(l.started_at) AS first, max(l.ended_at) AS last
  ORDER BY a.id, hours DESC
  WITH a, collect(hours) AS weeks, sum(sessions) AS sessions, min(first) AS first, max(last) AS last
  RETURN sum(sessions) AS sessions, min(first) AS first_session, max(last) AS last_session,
         round(coalesce(max(CASE WHEN size(weeks) >= 3 THEN weeks[2] ELSE 0.0 END), 0.0), 1) AS weekly_hours
}
WITH *, CASE WHEN $usual_delivered IS NULL OR delivered IS NULL THEN null ELSE
       (log(delivered / people) - $usual_delivered.middle) /
         CASE WHEN $usual_delivered.spread < $least_spread THEN $least_spread ELSE $usual_delivered.spread END END AS delivered_beyond,
     CASE WHEN $usual_at_once IS NULL OR at_once = 0 THEN null ELSE
       (log(1.0 * at_once / people) - $usual_at_once.middle) /
         CASE WHEN $usual_at_once.spread < $least_spread THEN $least_spread ELSE $usual_at_once.spread END END AS at_once_beyond
WHERE coalesce(income.beyond, 0) > $beyond_from OR coalesce(delivered_beyond, 0) > $beyond_from
   OR coalesce(at_once_beyond, 0) > $beyond_from OR weekly_hours > $hours_from
WITH *, coalesce(payments_shown, []) AS payments, jobs[..toInteger($most_shown)] AS shown_jobs,
     CASE WHEN weekly_hours > $hours_from THEN {sessions: sessions, first: first_session, last: last_session}
          ELSE {sessions: 0, first: null, last: null} END AS told
RETURN unit AS key,
       hands + purses + [t IN payments | startNode(t)] + [j IN shown_jobs | j.job] AS nodes,
       uses + payments + [j IN shown_jobs | j.bid] AS relations,
       [{of: 'TRANSFERRED_TO', rows: coalesce(income.payments, 0), first: income.first, last: income.last},
        {of: 'BID_ON', rows: size(jobs), first: first_bid, last: CASE WHEN last_done > last_bid THEN last_done ELSE coalesce(last_bid, last_done) END},
        {of: 'LOGGED_IN_FROM', rows: told.sessions, first: told.first, last: told.last}] AS counted,
       {
         unit: unit,
         accounts: size(hands),
         people: people,
         agency: agency,
         income: income,
         jobs: size(jobs),
         delivered: size(done),
         first_delivered: first_done,
         last_delivered: last_done,
         weeks_delivering: weeks,
         weekly_delivered: CASE WHEN weeks >= 4 THEN round(delivered, 3) END,
         delivered_beyond: round(coalesce(delivered_beyond, 0.0), 4),
         at_once: at_once,
         at_once_beyond: round(coalesce(at_once_beyond, 0.0), 4),
         weekly_hours: weekly_hours
       } AS facts

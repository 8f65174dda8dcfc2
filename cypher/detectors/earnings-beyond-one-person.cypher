// Finds: accounts, and payouts that several share, which earn far more than their peers, deliver more, work
//        on more jobs at once, or are logged in for more hours of a week than a person has.
// Why:   whole teams work behind one account; some bring in 300,000 USD a year a worker (C14, C5).
// Cost:  a comparison for each that earns or works, and one look at the payments and jobs of those that stand out.
// Months: three at least ($least_months) are compared; of weeks, four.
// Limits: peers are those of one trade and currency; where fewer than $least_peers are known, all trades.
//         Few but very large jobs look the same as many hands.
UNWIND $rows AS u
WITH u, coalesce(head([i IN $usual_income WHERE i.currency = u.currency AND i.trade = coalesce(u.trade, '')]),
                 head([i IN $usual_income WHERE i.currency = u.currency AND i.trade = ''])) AS usual
WITH *, (log(u.total / u.people / CASE WHEN u.months < $least_months THEN $least_months ELSE u.months END) - usual.middle)
          / CASE WHEN usual.spread < $least_spread THEN $least_spread ELSE usual.spread END AS beyond
ORDER BY beyond DESC, u.currency
WITH u.kind AS kind, u.id AS id, head(collect(u)) AS u, head(collect(CASE WHEN beyond IS NOT NULL THEN
       u {.currency, first: u.first_paid, last: u.last_paid, .months, .payments, usual_monthly: round(usual.monthly, 2),
          usual_monthly_of: usual.monthly_peers, peers: usual.peers, peer_trade: usual.trade,
          of_trade: CASE WHEN usual.trade = '' THEN u.accounts ELSE u.of_trade END, beyond: round(beyond, 4)}
       END)) AS income, max(beyond) AS beyond
WITH *, CASE WHEN u.delivered > 0 THEN 1.0 * u.delivered / CASE WHEN u.weeks < 4 THEN 4 ELSE u.weeks END END AS weekly
WITH *, $usual_delivered AS delivered, $usual_at_once AS at_once
WITH *, (log(weekly / u.people) - delivered.middle)
          / CASE WHEN delivered.spread < $least_spread THEN $least_spread ELSE delivered.spread END AS delivered_beyond,
     CASE WHEN u.at_once > 0 THEN (log(1.0 * u.at_once / u.people) - at_once.middle)
          / CASE WHEN at_once.spread < $least_spread THEN $least_spread ELSE at_once.spread END END AS at_once_beyond
WITH *, beyond > $beyond_from OR delivered_beyond > $beyond_from OR at_once_beyond > $beyond_from AS does_more
WHERE does_more OR u.seconds / 3600.0 > $hours_from - 0.1
CALL (kind, id) {
  CALL (kind, id) {
    MATCH (a:Account {id: CASE kind WHEN 'account' THEN id END})
    OPTIONAL MATCH (a)-[use:PAID_THROUGH]->(p:PaymentAccount)
    WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, a._at, '') <= $as_of
      AND COUNT { (p)<-[o:PAID_THROUGH]-(h:Account) WHERE coalesce(o.purpose, 'payout') = 'payout'
                    AND coalesce(o._at, h._at, '') <= $as_of } = 1
    RETURN a, use, p
  UNION ALL
    MATCH (p:PaymentAccount {id: CASE kind WHEN 'payout' THEN id END})<-[use:PAID_THROUGH]-(a:Account)
    WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, a._at, '') <= $as_of
    RETURN a, use, p
  }
  RETURN collect(DISTINCT a) AS hands, collect(DISTINCT p) AS purses, collect(use) AS uses
}
// Sums of fractions of hours and of money are rounded as they were added up here, in this order.
CALL (hands) {
  UNWIND hands AS a
  MATCH (a)-[l:LOGGED_IN_FROM]->(:Ip)
  WHERE l._at <= $as_of AND l.ended_at > l.started_at AND l.ended_at <= $as_of
  WITH a, datetime(l.started_at).epochSeconds / 604800 AS week,
       sum((datetime(l.ended_at).epochSeconds - datetime(l.started_at).epochSeconds) / 3600.0) AS hours
  ORDER BY a.id, hours DESC
  WITH a, collect(hours)[2] AS third
  RETURN round(coalesce(max(third), 0.0), 1) AS weekly_hours
}
WITH * WHERE does_more OR weekly_hours > $hours_from
CALL (purses, income) {
  UNWIND purses AS p
  MATCH (q:PaymentAccount)-[t:TRANSFERRED_TO]->(p)
  WHERE NOT q IN purses AND coalesce(t.currency, '') = income.currency AND t._at <= $as_of AND t.amount > 0
    AND coalesce(t.status, 'settled') = 'settled'
    AND (NOT $work_marked OR t.job_id IS NOT NULL OR t.initiated_by = 'platform')
  WITH q, t ORDER BY t.amount DESC, t.key
  RETURN sum(t.amount) AS total, collect(q)[..toInteger($most_shown)] AS payers,
         collect(t)[..toInteger($most_shown)] AS payments
}
CALL (hands) {
  UNWIND hands AS a
  MATCH (a)-[b:BID_ON]->(j:Job) WHERE b.status = 'accepted' AND coalesce(b._at, j._at, '') <= $as_of
  // A job counts once, from the first of its accepted bids on.
  WITH j, b ORDER BY b._at, b.key
  WITH j, head(collect(b)) AS b ORDER BY j.id LIMIT toInteger($most_shown)
  RETURN collect(j) AS jobs, collect(b) AS bids
}
RETURN kind + ' ' + id AS key, hands + purses + payers + jobs AS nodes, uses + payments + bids AS relations,
       [{of: 'TRANSFERRED_TO', rows: coalesce(income.payments, 0), first: income.first, last: income.last},
        {of: 'BID_ON', rows: u.jobs, first: u.first_bid,
         last: CASE WHEN u.last_delivered > u.last_bid THEN u.last_delivered ELSE coalesce(u.last_bid, u.last_delivered) END}]
         + [s IN [{of: 'LOGGED_IN_FROM', rows: u.sessions, first: u.first_session, last: u.last_session}]
             WHERE weekly_hours > $hours_from] AS counted,
       // In fewer than $least_months nobody can say what is earned in one.
       u {income: income {.currency, .first, .last, .months, .payments, .usual_monthly, .usual_monthly_of, .peers,
            .peer_trade, .of_trade, .beyond, total: round(total, 2),
            monthly: CASE WHEN income.months >= $least_months THEN round(total / u.people / income.months, 2) END},
          unit: kind + ' ' + id, .accounts, .people, agency: u.agencies > 0, .jobs, .delivered,
          .first_delivered, .last_delivered, weeks_delivering: u.weeks,
          weekly_delivered: CASE WHEN u.weeks >= 4 THEN round(weekly, 3) END,
          delivered_beyond: round(coalesce(delivered_beyond, 0.0), 4), .at_once,
          at_once_beyond: round(coalesce(at_once_beyond, 0.0), 4), weekly_hours: weekly_hours} AS facts

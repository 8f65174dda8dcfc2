// What one person earns in a month, by trade and currency (trade '' for all), delivers in a week and works on
// at once: the middle and the distance from it to the 84th percentile, of logarithms. Agencies are left out.
// Months and weeks are those of the calendar, in UTC, as in the query that this is compared with.
CALL () {
  MATCH (:PaymentAccount)-[t:TRANSFERRED_TO]->(:PaymentAccount) WHERE t._at <= $as_of
  RETURN coalesce(avg(CASE WHEN t.job_id IS NOT NULL OR t.initiated_by = 'platform' THEN 1.0 ELSE 0.0 END), 0.0)
    >= 0.1 AS work_marked
}
CALL (work_marked) {
  MATCH (a:Account)
  // Account by account: what is grouped over the whole platform must fit into memory.
  CALL (a, work_marked) {
    OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
    WITH a, coalesce(then, a) AS stated, work_marked
    MATCH (a)-[use:PAID_THROUGH]->(p:PaymentAccount)
    WHERE NOT coalesce(stated.role, '') IN ['agency', 'client']
      AND coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, startNode(use)._at, '') <= $as_of
      AND COUNT { (p)<-[o:PAID_THROUGH]-(:Account) WHERE coalesce(o.purpose, 'payout') = 'payout'
                    AND coalesce(o._at, startNode(o)._at, '') <= $as_of } = 1
    // What somebody moves between own purses is earned by nobody.
    WITH stated, work_marked, collect(DISTINCT p) AS purses
    UNWIND purses AS p
    MATCH (q:PaymentAccount)-[t:TRANSFERRED_TO]->(p)
    WHERE NOT q IN purses AND t._at <= $as_of AND t.amount > 0 AND coalesce(t.status, 'settled') = 'settled'
      AND (NOT work_marked OR t.job_id IS NOT NULL OR t.initiated_by = 'platform')
    WITH coalesce(stated.trade, '') AS own, coalesce(t.currency, '') AS currency,
         sum(t.amount) AS total, min(t._at) AS first, max(t._at) AS last
    RETURN own, currency, total,
           (datetime(last).year - datetime(first).year) * 12 + datetime(last).month - datetime(first).month + 1 AS months
  }
  // Compared over at least $least_months; what a month is, those tell alone who earned for so long.
  WITH own, currency,
       log(total / CASE WHEN months < $least_months THEN $least_months ELSE months END) AS rate,
       CASE WHEN months >= $least_months THEN total / months END AS monthly
  UNWIND CASE WHEN own = '' THEN [''] ELSE [own, ''] END AS trade
  WITH trade, currency, percentileCont(rate, 0.5) AS middle, percentileCont(rate, 0.84) AS high, count(*) AS peers,
       percentileCont(monthly, 0.5) AS monthly, count(monthly) AS monthly_peers
  WHERE peers >= $least_peers
  WITH trade, currency, middle, high, peers, monthly, monthly_peers ORDER BY trade, currency
  RETURN collect({trade: trade, currency: currency, middle: middle, spread: high - middle, peers: peers, monthly: monthly,
                  monthly_peers: monthly_peers}) AS usual_income
}
CALL () {
  MATCH (a:Account)
  CALL (a) {
    OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
    WITH a WHERE NOT coalesce(coalesce(then, a).role, '') IN ['agency', 'client']
    MATCH (a)-[b:BID_ON]->(j:Job)
    WHERE b.status = 'accepted' AND coalesce(b._at, j._at, '') <= $as_of AND j.finished_at <= $as_of
    RETURN count(DISTINCT j) AS jobs, min(j.finished_at) AS first, max(j.finished_at) AS last
  }
  WITH jobs, first, last WHERE jobs > 0
  WITH jobs, (datetime(last).epochSeconds - 345600) / 604800 - (datetime(first).epochSeconds - 345600) / 604800 + 1 AS weeks
  WITH log(1.0 * jobs / CASE WHEN weeks < 4 THEN 4 ELSE weeks END) AS rate
  WITH percentileCont(rate, 0.5) AS middle, percentileCont(rate, 0.84) AS high, count(*) AS peers
  RETURN CASE WHEN peers >= $least_peers THEN {middle: middle, spread: high - middle, peers: peers} END AS usual_delivered
}
CALL () {
  MATCH (a:Account)
  CALL (a) {
    OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
    WITH a WHERE NOT coalesce(coalesce(then, a).role, '') IN ['agency', 'client']
    MATCH (a)-[b:BID_ON]->(j:Job)
    WHERE b.status = 'accepted' AND coalesce(b._at, j._at, '') <= $as_of
    // A job counts once, from the first of its accepted bids on.
    WITH j, b ORDER BY b._at, b.key
    WITH j, head(collect(b)) AS b
    WITH coalesce(b.submitted_at, j.posted_at) AS begun, coalesce(CASE WHEN j.finished_at <= $as_of THEN j.finished_at END, j.due_at) AS ended
    WHERE ended > begun
    UNWIND [[begun, 1], [ended, -1]] AS turn
    WITH turn[0] AS at, turn[1] AS step ORDER BY at, step
    RETURN reduce(st = {now: 0, most: 0}, step IN collect(step) |
             {now: st.now + step, most: CASE WHEN st.now + step > st.most THEN st.now + step ELSE st.most END}) AS counted
  }
  WITH counted WHERE counted.most > 0
  WITH log(1.0 * counted.most) AS rate
  WITH percentileCont(rate, 0.5) AS middle, percentileCont(rate, 0.84) AS high, count(*) AS peers
  RETURN CASE WHEN peers >= $least_peers THEN {middle: middle, spread: high - middle, peers: peers} END AS usual_at_once
}
RETURN work_marked, usual_income, usual_delivered, usual_at_once

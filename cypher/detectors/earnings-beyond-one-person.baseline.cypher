// Measures: what one person earns in a month, by trade and currency (trade '' for all), delivers in a week and works
//           on at once: the middle and the distance from it to the 84th percentile, of logarithms.
// Cost:     the rows that earnings-beyond-one-person.baseline.sql counted, a row for each of these.
CALL () {
  UNWIND $rows AS r
  WITH r WHERE r.figure IN ['income', 'delivered', 'at once'] AND r.peers >= $least_peers
  // Between the two of the order that lie about a place, by how near it is to either.
  WITH r, 0.5 * (r.peers - 1) AS middle, 0.84 * (r.peers - 1) AS high
  WITH r, middle - floor(middle) AS past_middle, high - floor(high) AS past_high
  WITH r, log(r.middle_below) * (1 - past_middle) + log(r.middle_above) * past_middle AS middle,
       log(r.high_below) * (1 - past_high) + log(r.high_above) * past_high AS high
  WITH r, middle, high - middle AS spread ORDER BY r.trade, r.currency
  RETURN collect(r {.figure, .trade, .currency, .peers, middle: middle, spread: spread}) AS usual
}
WITH usual, [r IN $rows WHERE r.figure = 'month'] AS months
RETURN head([r IN $rows WHERE r.figure = 'marked' | r.peers = 1]) AS work_marked,
       [u IN usual WHERE u.figure = 'income' | {
         trade: u.trade, currency: u.currency, middle: u.middle, spread: u.spread, peers: u.peers,
         // The middle of an even number lies halfway.
         monthly: head([m IN months WHERE m.trade = u.trade AND m.currency = u.currency
                         | m.middle_below * 0.5 + m.middle_above * 0.5]),
         monthly_peers: coalesce(head([m IN months WHERE m.trade = u.trade AND m.currency = u.currency | m.peers]), 0)
       }] AS usual_income,
       head([u IN usual WHERE u.figure = 'delivered' | {middle: u.middle, spread: u.spread, peers: u.peers}]) AS usual_delivered,
       head([u IN usual WHERE u.figure = 'at once' | {middle: u.middle, spread: u.spread, peers: u.peers}]) AS usual_at_once

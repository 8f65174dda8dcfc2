// Finds: accounts whose sessions change country faster than a person travels, that show many countries on one
//        day, or more addresses on a day than the most mobile others; exits that hide the place (VPN, Tor,
//        hosting) told apart from those that show it.
// Why:   many hands, or hands that hide, come in from everywhere (P1, C1).
// Cost:  the accounts that ip-hopping.sql counted, and the sessions of each that it named.
// Limits: countries are the addresses' own, as the platform knows them; distances are not measured: a change
//         within $travel_hours hours is too fast between any two countries, save neighbours.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
CALL (a, row) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip) WHERE s.started_at <= $as_of AND s.key IN row.shown_sessions
  RETURN collect(s) AS shown_sessions, collect(DISTINCT i) AS shown_addresses
}
RETURN a.id AS key,
       [a] + shown_addresses AS nodes,
       shown_sessions AS relations,
       [{of: 'LOGGED_IN_FROM', rows: row.sessions, first: row.first, last: row.last}] AS counted,
       row {
         .account, .sessions, .addresses, .countries,
         .leaps, .leaps_at_once, .leap_countries, .hidden_leaps, .hidden_countries,
         .most_countries_a_day, .most_shown_a_day, .days_of_three_countries, .most_addresses_a_day,
         role: coalesce(coalesce(then, a).role, ''),
         hidden_share: round(100.0 * row.hidden_sessions / row.sessions) / 100,
         usual_addresses: toInteger($usual_addresses),
         usual_leaping: $usual_leaping
       } AS facts

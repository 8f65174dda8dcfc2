// Measures: what share of the accounts has each contradiction: what moving, marrying and a partner's bank account
//           make of an honest platform.
// Cost:     none: identity-mismatch.baseline.sql counted them.
WITH head($rows) AS counted
WITH counted, toFloat(counted.accounts + $few_accounts) AS all
RETURN {
  name_papers: round(counted.name_papers / all, 4),
  name_profile: round(counted.name_profile / all, 4),
  name_payout: round(counted.name_payout / all, 4),
  birth_date: round(counted.birth_date / all, 4),
  nationality: round(counted.nationality / all, 4),
  issuer: round(counted.issuer / all, 4),
  country: round(counted.country / all, 4),
  payout_country: round(counted.payout_country / all, 4),
  work_history: round(counted.work_history / all, 4),
  place: round(counted.place / all, 4)
} AS usual

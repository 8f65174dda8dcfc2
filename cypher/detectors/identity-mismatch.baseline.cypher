// Measures: what share of the accounts has each contradiction: what moving, marrying and a partner's bank account
//           make of an honest platform.
// Cost:     none: identity-mismatch.baseline.sql counted them, a row for each topic.
WITH toFloat(head([r IN $rows WHERE r.topic = 'all' | r.accounts]) + $few_accounts) AS all
UNWIND ['name_papers', 'name_profile', 'name_payout', 'birth_date', 'nationality', 'issuer', 'country',
        'payout_country', 'work_history', 'place'] AS topic
WITH topic, round(coalesce(head([r IN $rows WHERE r.topic = topic | r.accounts]), 0) / all, 4) AS share
WITH collect({topic: topic, share: share}) AS shares
RETURN {
  name_papers: [s IN shares WHERE s.topic = 'name_papers' | s.share][0],
  name_profile: [s IN shares WHERE s.topic = 'name_profile' | s.share][0],
  name_payout: [s IN shares WHERE s.topic = 'name_payout' | s.share][0],
  birth_date: [s IN shares WHERE s.topic = 'birth_date' | s.share][0],
  nationality: [s IN shares WHERE s.topic = 'nationality' | s.share][0],
  issuer: [s IN shares WHERE s.topic = 'issuer' | s.share][0],
  country: [s IN shares WHERE s.topic = 'country' | s.share][0],
  payout_country: [s IN shares WHERE s.topic = 'payout_country' | s.share][0],
  work_history: [s IN shares WHERE s.topic = 'work_history' | s.share][0],
  place: [s IN shares WHERE s.topic = 'place' | s.share][0]
} AS usual

/** Why each parameter of the order of clusters is as it is; none is measured. */
export const rankingParametersMessages = {
  likelihood_cap: {
    name: 'counted as likely at most',
    why: 'beyond nine in ten the rest is a matter of rounding: it says nothing of what to look at first',
  },
  weight_listed: {
    name: 'weight of listed parties',
    why: 'who deals with a listed party is liable for it, whatever the sum: it weighs as much as all but certainty does',
    unit: 'log-odds',
  },
  weight_money: {
    name: 'weight of money',
    why: 'what comes in is what a scheme is for, and what can still be held back',
    unit: 'log-odds',
  },
  weight_active: {
    name: 'weight of being active',
    why: 'who is still at work can still be stopped, and his traces are fresh',
    unit: 'log-odds',
  },
  weight_growing: {
    name: 'weight of growth',
    why: 'who grows will be worth more later; it is seen in small numbers, so it weighs less',
    unit: 'log-odds',
  },
  weight_victims: {
    name: 'weight of clients',
    why: 'each client may have let a stranger into his systems, and can be warned',
    unit: 'log-odds',
  },
  identified_from: {
    name: 'strength from which a match identifies',
    why: 'a name alone weighs 0.3 at most and identifies nobody; half is where something else agrees too',
  },
  months: {
    name: 'the last months',
    why: 'half a year shows what goes on, and what has ended falls out of it',
    unit: 'months',
  },
  active_days: {
    name: 'active within',
    why: 'a month: who works for pay logs in, bids or is paid in it',
    unit: 'days',
  },
  money_full: {
    name: 'money in full from',
    why: 'as much as fifty payment accounts usually receive is a team’s income; it counts by its logarithm up to there',
    unit: 'times what is usual in the currency',
  },
  growing_full: {
    name: 'growth in full from',
    why: 'where half of the members are new, it is being built up now',
    unit: 'share of members',
  },
  victims_full: {
    name: 'clients in full from',
    why: 'thirty clients are more than anybody warns in a day; they count by their logarithm up to there',
    unit: 'clients',
  },
} as const;

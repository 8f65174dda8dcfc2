import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

/** 0 up to `low`, 1 from `high` on, straight between them. */
function ramp(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

const day = (time: string) => time.slice(0, 10);
const whole = (amount: number) => Math.round(amount).toLocaleString('en');

/** From when to when, in English. */
function between(first: string, last: string): string {
  return day(first) === day(last) ? `on ${day(first)}` : `between ${day(first)} and ${day(last)}`;
}

/** In dollars, as the advisory tells. */
const advisedYear = { worker: 300_000, team: 3_000_000 };

const income = z.object({
  currency: z.string(),
  /** Settled payments alone. */
  total: z.number(),
  first: z.string(),
  last: z.string(),
  /** Calendar months in UTC, from that of the first payment to that of the last, both counted. */
  months: z.int(),
  /** By person and month; null where it was earned in too few months to say. */
  monthly: z.number().nullable(),
  payments: z.int(),
  /** The middle of those peers who earned for as many months, an account each; null where there are none. */
  usual_monthly: z.number().nullable(),
  usual_monthly_of: z.int(),
  peers: z.int(),
  peer_trade: z.string(),
  /** How many of the accounts have the trade of the peers. */
  of_trade: z.int(),
  /** In spreads above the middle of the peers. */
  beyond: z.number(),
});
type Income = z.infer<typeof income>;

interface Hands {
  accounts: number;
  people: number;
}

/** Whose month it is: openly connected ones are a person each, all others may be one. */
function monthlyInEnglish({ accounts, people }: Hands, { monthly, months }: Income): string {
  if (monthly === null) return '';
  const whose =
    people > 1
      ? `for each of ${people} people`
      : accounts > 1
        ? `for its ${accounts} accounts together, ${whole(monthly / accounts)} for each`
        : '';
  return `, ${[`${whole(monthly)} a month`, whose, `over ${count(months, 'calendar month', 'calendar months')}`].filter((part) => part !== '').join(' ')}`;
}

function usualInEnglish({ accounts }: Hands, its: Income): string {
  if (its.usual_monthly === null) return '';
  const peers = `${count(its.usual_monthly_of, 'account', 'accounts')} ${its.peer_trade === '' ? 'of all trades' : `of the trade ${its.peer_trade}`}`;
  return `; the middle of ${peers}, counted alike, is ${whole(its.usual_monthly)} a month each${its.of_trade < accounts ? ` (${its.of_trade} of these ${accounts} ${its.of_trade === 1 ? 'has' : 'have'} that trade)` : ''}`;
}

export default defineDetector({
  version: 4,
  indicators: ['C14', 'C5'],
  shows: {
    C14: ({ income, accounts, people }) => {
      if (income?.currency !== 'USD' || income.monthly === null) return false;
      const yearly = 12 * income.monthly;
      return accounts > people ? yearly * people > advisedYear.team : yearly > advisedYear.worker;
    },
    C5: (facts, { beyond_from, hours_from }) =>
      facts.accounts > facts.people ||
      facts.delivered_beyond > beyond_from ||
      facts.at_once_beyond > beyond_from ||
      facts.weekly_hours > hours_from,
  },
  family: 'conduct',
  binds: false,
  priorWeight: {
    account: 0.75,
    why: 'the advisory tells of accounts that earn for a team; small firms do so too',
  },
  role: 'operator',
  needs: ['declared-together', 'known-shared'],
  grain: { key: ({ kind, id }) => `${String(kind)} ${String(id)}`, along: [['PAID_THROUGH']] },
  parameters: {
    least_peers: {
      default: 20,
      min: 5,
      why: 'of fewer peers nobody can say what is usual; then all trades are the peers',
      unit: 'accounts',
    },
    least_months: {
      default: 3,
      min: 1,
      why: 'one good month is luck: what was earned within fewer calendar months, from that of the first payment to that of the last, is compared as if earned in three, and no month is told of it',
      unit: 'months',
    },
    least_spread: {
      default: 0.35,
      min: 0.05,
      why: 'peers who earn nearly the same would make a small difference look large',
      unit: 'logarithm',
    },
    beyond_from: {
      default: 2,
      min: 1,
      why: 'two spreads above the middle: about one honest account in forty',
      unit: 'spreads',
    },
    beyond_to: {
      default: 5,
      min: 2,
      why: 'five spreads above the middle no peer stands by chance',
      unit: 'spreads',
    },
    hours_from: {
      default: 90,
      min: 20,
      why: 'thirteen hours a day, seven days a week, for three weeks',
      unit: 'hours a week',
    },
    hours_to: {
      default: 168,
      min: 40,
      why: 'a week has no more hours: whoever is logged in for more is so twice at once',
      unit: 'hours a week',
    },
    hub_accounts: {
      default: 60,
      min: 2,
      why: 'more holders than a team has hands: a collecting account of a payment firm',
      unit: 'accounts',
    },
    most_shown: {
      default: 60,
      cites: true,
      min: 5,
      why: 'the largest payments and first jobs tell the story; how many there are is said beside',
      unit: 'rows',
    },
  },
  facts: z.object({
    /** `account a17` or, where several share it, `payout p3`. */
    unit: z.string(),
    accounts: z.int(),
    /** As many people as openly stand behind it. */
    people: z.int(),
    agency: z.boolean(),
    /** In the currency in which it stands furthest above its peers; null where it has no peers. */
    income: income.nullable(),
    jobs: z.int(),
    /** Jobs that were finished, from when to when; a week's only where there are four weeks. */
    delivered: z.int(),
    first_delivered: z.string().nullable(),
    last_delivered: z.string().nullable(),
    /** Calendar weeks in UTC, Monday to Sunday, from that of the first delivery to that of the last, both counted. */
    weeks_delivering: z.int().nullable(),
    weekly_delivered: z.number().nullable(),
    delivered_beyond: z.number(),
    at_once: z.int(),
    at_once_beyond: z.number(),
    /** As many at least in each of the three fullest weeks, counted from Thursday on. */
    weekly_hours: z.number(),
  }),
  strength: (facts, settings) => {
    const beyond = (spreads: number) => ramp(spreads, settings.beyond_from, settings.beyond_to);
    // The best earn much and honestly; several measures at once, or more hours than there are, say more.
    const measures = [
      0.5 * beyond(facts.income?.beyond ?? 0),
      0.4 * beyond(facts.delivered_beyond),
      0.35 * beyond(facts.at_once_beyond),
      0.7 * ramp(facts.weekly_hours, settings.hours_from, settings.hours_to),
    ];
    const together = 1 - measures.reduce((rest, each) => rest * (1 - each), 1);
    const expected = facts.agency ? 0.1 : 1;
    return together * expected < 0.02 ? 0 : together * expected;
  },
  messages: {
    title: 'More than one person earns or does',
    bond: 'more work than one person does',
    looksFor:
      'An account, or a payout that several share, that earns far more a month than others of its trade, delivers more, works on more jobs at once, or is logged in for more hours of a week than a person is awake. Months and weeks are those of the calendar in UTC, from that of the first payment or delivery to that of the last. Teams work behind one name; a person has two hands.',
    blindTo:
      'Teams that spread their work over enough accounts; trades and currencies with few peers; work whose payments the platform does not see.',
    shows: {
      C14: 'what a person receives a month comes to more than 300,000 USD a year, or what accounts share to more than 3 million',
      C5: 'jobs delivered, jobs at once or hours stand out, or several accounts earn into one payout',
    },
    benign: [
      'an agency, or a studio that hires others openly',
      'a sought-after specialist with high rates',
      'a session left open overnight',
      'one large job paid in a few large sums',
    ],
    headline: (facts) => {
      const { income, first_delivered: first, last_delivered: last } = facts;
      const parts = [
        income && income.beyond > 2
          ? `received ${whole(income.total)} ${income.currency} in ${count(income.payments, 'settled payment', 'settled payments')} ${between(income.first, income.last)}` +
            [monthlyInEnglish(facts, income), usualInEnglish(facts, income)].join('')
          : null,
        facts.delivered_beyond > 2 && first !== null && last !== null
          ? `delivered ${facts.delivered} jobs ${between(first, last)}` +
            (facts.weekly_delivered === null
              ? ''
              : `, ${facts.weekly_delivered.toFixed(1)} a week over ${count(facts.weeks_delivering ?? 0, 'calendar week', 'calendar weeks')}`)
          : null,
        facts.at_once_beyond > 2 ? `worked on up to ${facts.at_once} jobs at once` : null,
        facts.weekly_hours > 90
          ? `was logged in for ${Math.floor(facts.weekly_hours)} hours and more in each of three weeks`
          : null,
      ].filter((part) => part !== null);
      const unit = facts.unit.charAt(0).toUpperCase() + facts.unit.slice(1);
      return `${unit} ${parts.length > 0 ? parts.join('; ') : 'does more than its peers'}`;
    },
    facts: {
      income: 'income, its months being calendar months in UTC',
      weeks_delivering: 'calendar weeks from the first delivery to the last',
    },
  },
});

import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count, within } from '../../domain/messages/en/typography.ts';

/** Weaker ones are a new laptop in the month of a new phone. */
const leastWorthTelling = 0.1;

/** This much weight beyond the first change is as likely as not a handover. */
const weightForHalf = 1.7;

const what = z.enum(['payout', 'email', 'phone', 'name', 'device', 'remote', 'hosting']);

const inEnglish: Readonly<Record<z.infer<typeof what>, string>> = {
  payout: 'payout',
  email: 'email',
  phone: 'phone',
  name: 'name',
  device: 'device',
  remote: 'way in (remote control)',
  hosting: 'way in (hosting address)',
};

export default defineDetector({
  version: 2,
  indicators: ['C2', 'H11'],
  shows: {
    H11: ({ changed }) => changed.some((one) => one === 'email' || one === 'phone'),
  },
  family: 'conduct',
  binds: false,
  priorWeight: {
    account: 1.25,
    why: 'the advisory describes accounts that are bought or rented and change hands; people also move and buy new machines at once',
  },
  role: 'mule',
  needs: [],
  grain: { between: ['PAID_THROUGH', 'CHANGE_OF', 'LOGGED_IN_ON'] },
  parameters: {
    window_days: {
      default: 21,
      min: 1,
      why: 'a buyer changes what is needed within weeks; a person does so over years',
      unit: 'days',
    },
    settled_days: {
      default: 14,
      min: 0,
      why: 'whoever opens an account sets it up in the first days; that is no handover',
      unit: 'days',
    },
    least_sessions: {
      default: 5,
      min: 2,
      why: 'fewer sessions before or after show neither hours nor places',
      unit: 'sessions',
    },
    ports: {
      default: ['3389', '5900', '5901', '5938', '6568', '7070', '8040', '21116'],
      why: 'remote desktop and its like, as for the detector of remote control',
    },
  },
  facts: z.object({
    account: z.string(),
    /** What changed within the window, each once: `remote` by a tool or a port, `hosting` by the address alone. */
    changed: z.array(what),
    /** What these weigh together: a new payout or machine 1, an e-mail address 0.8, a phone or name 0.5. */
    weight: z.number(),
    from: z.string(),
    until: z.string(),
    days: z.number(),
    /** Whether it had been verified by then. */
    verified: z.boolean(),
    sessions_before: z.int(),
    sessions_after: z.int(),
    /** How far the middle of the hours at work moved round the clock: 0 to 12. */
    hours_shifted: z.number(),
    /** How regular the hours are before and after, the lesser: 1 always at one hour, 0 at all alike. */
    hours_regular: z.number(),
    /** Whether the addresses are in another country than before. */
    other_country: z.boolean(),
    /** Whether the holder declared a move about that time. */
    declared_move: z.boolean(),
    /** Share of later sessions at addresses of before: high for an account that is rented and controlled from afar. */
    same_addresses: z.number().nullable(),
  }),
  strength: (facts) => {
    // Who moves says so; hours and country then follow of themselves.
    const unexplained = facts.declared_move ? 0.3 : 1;
    const regular = Math.min(1, Math.max(0, (facts.hours_regular - 0.2) / 0.3));
    const hours = Math.min(1, Math.max(0, (facts.hours_shifted - 2) / 4)) * regular;
    const country = facts.other_country ? 1 : 0;
    const beyond = Math.max(0, facts.weight + unexplained * (hours + country) - 1);
    // Whoever takes over an account for its earnings redirects them; who moves house may not.
    const earnings = facts.changed.some((one) => ['payout', 'remote', 'hosting'].includes(one))
      ? 1
      : 0.6;
    const strength =
      (beyond ** 2 / (beyond ** 2 + weightForHalf ** 2)) * earnings * (facts.verified ? 1 : 0.7);
    return strength < leastWorthTelling ? 0 : strength;
  },
  messages: {
    title: 'Passed into other hands',
    bond: 'a handover',
    looksFor:
      'Accounts of which several independent things change within weeks, after they were verified and in use: where the pay goes, e-mail and phone, the machine, the country, the hours. An account that is sold changes all; one that is rented keeps machine and address, and gains remote control, other hours and another payout.',
    blindTo:
      'Handovers in the first days; holders who change one thing at a time; what the platform does not record.',
    shows: {
      H11: 'the e-mail address or the phone is among what changed',
    },
    benign: [
      'moved abroad, with a new bank and phone',
      'a new laptop in the weeks of a new e-mail address',
      'lost everything to a thief, and replaced it',
    ],
    headline: (facts) =>
      `${facts.account} changed ` +
      [
        ...facts.changed.map((one) => inEnglish[one]),
        facts.other_country ? 'country' : null,
        facts.hours_shifted >= 4 && facts.hours_regular >= 0.3
          ? `hours (by ${Math.round(facts.hours_shifted)})`
          : null,
      ]
        .filter((part) => part !== null)
        .join(', ') +
      ` within ${count(within(facts.days), 'day', 'days')} from ${facts.from.slice(0, 10)}` +
      (facts.declared_move ? ', about a declared move' : ''),
  },
});

import { describe, expect, it } from 'vitest';
import type { Parameters, Settings } from '../../domain/detector.ts';
import type { IndicatorId } from '../../domain/indicators.ts';
import { isSendingBody } from '../../domain/named-bodies.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';

/** Facts that show an indicator, and facts of the same detector that do not. */
type Case = readonly [shown: object, not: object];
type Cases = Readonly<Partial<Record<IndicatorId, Case>>>;

const clean = { failed: 0, poor_image: 0, photo_under_names: 0, issuer_is_account: 0 };
const papers = {
  ...clean,
  issuer_free_mail: 0,
  issuer_without_contact: 0,
  usual_without_contact: 0,
};
const plain = {
  accounts: 1,
  people: 1,
  income: null,
  delivered_beyond: 0,
  at_once_beyond: 0,
  weekly_hours: 0,
};
const bureau = { name: '313 General Bureau of the Munitions Industry Department', country: 'KP' };
const firm = { name: 'NORTHERN LANTERN TRADING CO., LTD.', country: 'RU', kind: 'company' };
const person = { name: 'DOE, Jo', country: 'RU', kind: 'person' };
const signs = (...names: string[]) => ({ vpn_sessions: 0, signs: names.map((sign) => ({ sign })) });
const asked = (...kinds: string[]) => ({ asked: kinds.map((kind) => ({ kind })) });
const met = (...hows: string[]) => ({ developers: hows.map((how) => ({ how })) });
const ring = { shape: 'client', with_repeated_papers: 0, shared_purse: [] as string[] };
const one = { chains: 1, devices: 1, addresses: 1, restless_months: 0, longest_hours: 25 };
const several = { unrelated: 2, known_shared: [] as string[], providers_own: false };
const busy = { busiest_month: 40, peers_busiest_month: 8, accepted: 0, expected: 4 };
const hops = { hidden_leaps: 0, hidden_countries: 0, hidden_share: 0 };

const cases: Readonly<Record<string, Cases>> = {
  'account-handover': {
    H11: [{ changed: ['email', 'payout'] }, { changed: ['payout', 'device'] }],
  },
  'always-on': { P3: [one, { ...one, chains: 0 }], C5: [{ ...one, devices: 2 }, one] },
  'bid-flood': { P8: [busy, { ...busy, busiest_month: 7 }] },
  'defunct-website': {
    M3: [{ status: 'defunct' }, { status: 'live' }],
    C5: [{ unrelated: 2 }, { unrelated: 1 }],
  },
  'earnings-beyond-one-person': {
    C14: [
      { ...plain, income: { beyond: 3, currency: 'USD', monthly: 26_000 } },
      { ...plain, accounts: 7, income: { beyond: 3, currency: 'USD', monthly: 26_000 } },
    ],
    C5: [
      { ...plain, weekly_hours: 120 },
      { ...plain, income: { beyond: 3 } },
    ],
  },
  'forged-paper': {
    M1: [
      { ...papers, issuer_free_mail: 1 },
      { ...papers, failed: 1 },
    ],
    M2: [
      { ...papers, poor_image: 1 },
      { ...papers, issuer_is_account: 1 },
    ],
    C4: [
      { ...papers, failed: 1 },
      { ...papers, poor_image: 1 },
    ],
    C8: [
      { ...papers, issuer_without_contact: 1 },
      { ...papers, issuer_without_contact: 1, usual_without_contact: 1 },
    ],
  },
  'front-company': {
    C9: [{ accounts: 2 }, { accounts: 0 }],
    C12: [
      { entity_type: 'company', entries: [person] },
      { entity_type: 'person', entries: [person] },
    ],
    C13: [{ entries: [firm, bureau] }, { entries: [firm] }],
  },
  'identity-mismatch': {
    H12: [
      { contradictions: [{ topic: 'work_history' }] },
      { contradictions: [{ topic: 'country' }, { topic: 'name_profile' }] },
    ],
  },
  'ip-hopping': { C1: [{ ...hops, hidden_leaps: 2 }, hops] },
  'listed-ownership': {
    C9: [{ accounts: 2 }, { accounts: 0 }],
    C12: [{ entity_type: 'company' }, { entity_type: 'account' }],
    C13: [{ entries: [bureau] }, { entries: [firm] }],
  },
  'money-cycle': { C10: [{ kinds: ['bank', 'crypto'] }, { kinds: ['bank', 'wallet'] }] },
  'new-account-burst': { A3: [{ verified: 0 }, { verified: 1 }] },
  'payout-funnel': {
    C10: [{ kinds: ['crypto'] }, { kinds: ['bank'] }],
    H2: [{ countries: ['CN', 'PL'] }, { countries: ['PL'] }],
  },
  'quiet-closure': { A1: [{ status: 'closed' }, { status: 'suspended' }] },
  'rating-ring': {
    P7: [{ ...ring, with_repeated_papers: 2 }, ring],
    M6: [{ ...ring, shared_purse: ['a1'] }, ring],
    M8: [ring, { ...ring, shape: 'circle' }],
  },
  'referral-chain': { C15: [{ clients: [{ client: 'c1', hired: 2 }] }, { clients: [] }] },
  'remote-desktop': {
    P4: [signs('port'), signs('hosting', 'tool')],
    C1: [signs('hosting'), signs('port', 'tool')],
    E3: [signs('tool'), signs('hosting')],
  },
  'risky-request': {
    H5: [asked('cold-executive'), asked('other-channel')],
    H6: [asked('other-channel'), asked('virtual-currency')],
    H8: [asked('virtual-currency'), asked('lend-identity')],
    H9: [asked('paid-before-work'), asked('virtual-currency')],
    H15: [asked('lend-identity'), asked('paid-before-work')],
    E6: [asked('other-channel'), asked('cold-executive')],
  },
  'self-rating': { P5: [met('back'), met('both to')], M6: [met('same'), met('back')] },
  'shared-device': {
    C5: [
      { ...several, returns: 3 },
      { ...several, returns: 0 },
    ],
  },
  'shared-document': {
    C4: [{ names: 2 }, { names: 1 }],
    C5: [several, { ...several, unrelated: 1 }],
  },
  'shared-template': {
    P6: [{ rare: true }, { rare: false }],
    M7: [{ rare: true }, { rare: false }],
  },
  'shared-payout': { C5: [several, { ...several, known_shared: ['a payroll service'] }] },
  'shipping-mismatch': {
    H7: [{ off_paper: 1 }, { off_paper: 0 }],
    E7: [{ strangers: 1 }, { strangers: 0 }],
  },
  'small-debits': { C11: [{ drawn: [{ disputed: 3 }] }, { drawn: [{ disputed: 0 }] }] },
  'unreliable-rater': { M8: [{ praised_at_once: true }, { praised_at_once: false }] },
  'watchlist-match': {
    C12: [
      { subject_type: 'company', entry_kind: 'person' },
      { subject_type: 'account', entry_kind: 'person' },
    ],
    C13: [
      { entry_name: bureau.name, entry_country: 'KP' },
      { entry_name: firm.name, entry_country: 'RU' },
    ],
  },
};

const some = (await catalogue()).flatMap((entry) =>
  Object.entries(entry.shows ?? {}).map(([indicator, shows]) => {
    const settings = Object.fromEntries(
      Object.entries(entry.parameters).map(([name, parameter]) => [name, parameter.default]),
    ) as Settings<Parameters>;
    return { id: entry.id, indicator, shows: (facts: object) => shows(facts, settings) };
  }),
);

describe('an indicator that only some findings of a detector cite', () => {
  it.each(some)('$indicator of $id is cited where the facts show it, and only there', (one) => {
    const [shown, not] = cases[one.id]?.[one.indicator as IndicatorId] ?? [];
    const where = `add to \`cases\` facts of ${one.id} that show ${one.indicator}, and facts that do not`;
    expect(shown, where).toBeDefined();
    expect(not, where).toBeDefined();
    expect(one.shows(shown!)).toBe(true);
    expect(one.shows(not!)).toBe(false);
  });

  it('needs no case that no detector asks for', () => {
    const asked = new Set(some.map(({ id, indicator }) => `${id} ${indicator}`));
    const written = Object.entries(cases).flatMap(([id, of]) =>
      Object.keys(of).map((indicator) => `${id} ${indicator}`),
    );
    expect(written.filter((name) => !asked.has(name))).toEqual([]);
  });
});

describe('a body that the advisory says sends the workers', () => {
  it.each([
    ['Pyongyang Information Technology Bureau', null],
    ['Foreign Trade Office of the Education Commission', 'KP'],
    ['MINISTRY OF ATOMIC ENERGY INDUSTRY', 'KP'],
    ['Ministry of Defence', 'KP'],
  ])('is %s', (name, country) => expect(isSendingBody({ name, country })).toBe(true));

  it.each([
    ['YANBIAN SILVERSTAR NETWORK TECHNOLOGY CO., LTD.', 'CN'],
    ['Ministry of Defence', 'SY'],
    ['Federal Bureau of Something', null],
  ])('is not %s', (name, country) => expect(isSendingBody({ name, country })).toBe(false));
});

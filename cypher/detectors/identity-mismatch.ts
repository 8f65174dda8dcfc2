import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

/** What each contradiction is worth where it is rare: papers and birth dates much, jobs and payouts little. */
const worth: Readonly<Record<string, number>> = {
  name_papers: 0.45,
  birth_date: 0.4,
  name_profile: 0.25,
  nationality: 0.25,
  place: 0.25,
  name_payout: 0.2,
  work_history: 0.2,
  issuer: 0.15,
  country: 0.15,
  payout_country: 0.12,
};

const inWords: Readonly<Record<string, string>> = {
  name_papers: 'the name on papers',
  birth_date: 'the birth date on papers',
  name_profile: 'the name on profiles',
  nationality: 'the nationality on profiles',
  place: 'the country it logs in from',
  name_payout: 'the holder of its payout account',
  work_history: 'employer or education on profiles',
  issuer: 'the country that issued papers',
  country: 'the country on profiles',
  payout_country: 'the country of its payout account',
};

/** Where only some of several disagree: what, and on what. */
const ofSeveral: Readonly<Record<string, readonly [string, string]>> = {
  name_papers: ['the name on', 'papers'],
  birth_date: ['the birth date on', 'papers'],
  name_profile: ['the name on', 'profiles'],
  nationality: ['the nationality on', 'profiles'],
  name_payout: ['the holder of', 'payout accounts'],
  work_history: ['employer or education on', 'profiles'],
  issuer: ['the country that issued', 'papers'],
  country: ['the country on', 'profiles'],
  payout_country: ['the country of', 'payout accounts'],
};

interface Counted {
  topic: string;
  differing: number;
  stating: number;
}

function said({ topic, differing, stating }: Counted): string {
  const [what, things] = ofSeveral[topic] ?? [];
  return what === undefined || differing >= stating
    ? (inWords[topic] ?? topic)
    : `${what} ${differing} of ${stating} ${things!}`;
}

export default defineDetector({
  version: 3,
  indicators: ['H3', 'H12'],
  shows: {
    H12: ({ contradictions }) =>
      contradictions.some(({ topic }) => topic === 'work_history' || topic === 'birth_date'),
  },
  family: 'identity',
  binds: false,
  priorWeight: {
    account: 1.25,
    why: 'a contradiction between sources about who somebody is; typing errors and changed names show it, too',
  },
  role: 'operator',
  needs: ['name-disagrees', 'claim-disagrees'],
  grain: { between: ['HANDED_IN_BY', 'PROFILE_OF', 'PAID_THROUGH', 'LOGGED_IN_FROM'] },
  parameters: {
    least_sessions: {
      default: 10,
      min: 1,
      why: 'where somebody lives shows in many sessions, not in a journey',
      unit: 'sessions',
    },
    most_at_home: {
      default: 0.1,
      min: 0,
      max: 1,
      why: 'who lives where he claims logs in from there more often than one time in ten',
    },
    few_accounts: {
      default: 50,
      min: 0,
      why: 'on a small platform one account with a contradiction does not make it usual, nor does none make it unheard of',
      unit: 'accounts',
    },
    usual_share: {
      default: 0.1,
      min: 0.001,
      max: 1,
      why: 'a contradiction that one account in ten has is how people live, and is worth a third',
    },
    one_alone: {
      default: 0.45,
      min: 0,
      max: 1,
      why: 'people move, marry and are paid into a partner’s account: one contradiction is common',
    },
    least: {
      default: 0.08,
      min: 0,
      max: 1,
      why: 'below this it would name everybody who ever moved',
    },
  },
  facts: z.object({
    account: z.string(),
    name: z.string(),
    contradictions: z.array(
      z.object({
        topic: z.string(),
        /** How surely they disagree. */
        score: z.number(),
        says: z.string().nullable(),
        /** The share of accounts that have this contradiction. */
        usual: z.number(),
        /** Papers, profiles or payout accounts that disagree, of those that say anything of it; none for sessions. */
        differing: z.int(),
        stating: z.int(),
      }),
    ),
  }),
  strength: (facts, settings) => {
    const weights = facts.contradictions.map(({ topic, score, usual }) => {
      const rare = 1 / (1 + 2 * (usual / settings.usual_share));
      return (worth[topic] ?? 0.1) * score * rare;
    });
    const together = 1 - weights.reduce((rest, weight) => rest * (1 - weight), 1);
    // A second contradiction of nearly the same weight is what makes the first one tell.
    const strongest = Math.max(...weights, 0);
    const beside =
      strongest === 0 ? 0 : (weights.reduce((a, b) => a + b, 0) - strongest) / strongest;
    const company = Math.min(
      1,
      settings.one_alone + (1 - settings.one_alone) * Math.min(1, beside),
    );
    const strength = Math.min(0.95, together * company * 1.2);
    return strength < settings.least ? 0 : strength;
  },
  // Where payouts are shared, somebody's name and country on them are another's, by that alone.
  explainedBy: ({ contradictions }) => {
    const weightOf = ({ topic, score }: { topic: string; score: number }) =>
      (worth[topic] ?? 0.1) * score;
    const all = contradictions.reduce((sum, one) => sum + weightOf(one), 0);
    const paid = contradictions
      .filter(({ topic }) => topic === 'name_payout' || topic === 'payout_country')
      .reduce((sum, one) => sum + weightOf(one), 0);
    const share = all > 0 ? paid / all : 0;
    return {
      second_account: 0.5 * share,
      household: 0.6 * share,
      business: 0.6 * share,
      studio: 0.6 * share,
      bookkeeper: 0.8 * share,
    };
  },
  messages: {
    title: 'Particulars that disagree',
    bond: 'particulars that disagree',
    looksFor:
      'Accounts whose name, birth date, nationality, country, employer or education differ between what they say, their papers, their profiles elsewhere, the holder of what they are paid through and where they log in from. Spellings in another script or romanisation count as the same.',
    blindTo:
      'Identities borrowed whole, with papers and bank account; names in scripts that no rule can compare; hours, which another detector looks at.',
    shows: {
      H12: 'the birth date, employer or education disagrees',
    },
    benign: [
      'a move, a marriage or a change of name since the profile was written',
      'a payout account of a partner or relative',
      'two nationalities, or papers issued abroad',
      'a freelancer who travels all year',
    ],
    headline: (facts) => {
      return `${facts.name} disagrees with ${facts.contradictions.map(said).join(', ')}`;
    },
  },
});

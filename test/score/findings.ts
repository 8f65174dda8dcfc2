import { honestExplanations } from '../../domain/honest-explanation.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Weights } from '../../server/detection/weights/weights.ts';

/** A finding of which only what scores depend on matters. */
export function finding(
  id: string,
  detector: string,
  score: number,
  accounts: string[],
  ties?: Finding['ties'],
): Finding {
  return {
    id,
    detector,
    version: 1,
    score,
    title: id,
    accounts,
    nodes: [],
    facts: {},
    indicators: [],
    possible_role: 'operator',
    ...(ties ? { ties } : {}),
    first_seen: `2024-01-0${id.slice(-1)}T00:00:00.000Z`,
    last_seen: null,
    evidence: [],
  };
}

const entry = (id: string, family: 'money' | 'device' | 'text' | 'conduct', binds: boolean) => ({
  id,
  family,
  binds,
  messages: { bond: `one ${id}` },
});

/** Three that bind, of three families, and one that says something of single accounts. */
export const detectors = [
  entry('purse', 'money', true),
  entry('machine', 'device', true),
  entry('pitch', 'text', true),
  entry('nights', 'conduct', false),
];

const rival = { prior: -100, most: 2, why: 'test' };

/** Weights that a reader can add up: one bond makes a link even, two make it likely. No group is ever believed. */
export const weights: Weights = {
  link: {
    prior: -4,
    why: 'test',
    terms: { 'bond:*': { weight: 4, why: 'test' }, 'tight:*': { weight: 0, why: 'test' } },
  },
  account: {
    prior: -4,
    why: 'test',
    terms: {
      'own:*': { weight: 2, why: 'test' },
      'plain:*': { weight: 0.5, why: 'test' },
      'peers:*': { weight: 1, why: 'test' },
      'linked:*': { weight: 2, why: 'test' },
      'platform:*': { weight: 0, why: 'test' },
    },
  },
  group: {
    prior: -4,
    why: 'test',
    rivals: Object.fromEntries(
      honestExplanations.map((explanation) => [explanation, rival]),
    ) as Weights['group']['rivals'],
    terms: {
      'bond:*': { weight: 4, why: 'test' },
      'tight:*': { weight: 0, why: 'test' },
      'shown:*': { weight: 3, why: 'test' },
      'group:*': { weight: 1, why: 'test' },
      'platform:*': { weight: 0, why: 'test' },
    },
  },
  cluster: { least: 0.5, why: 'test' },
};

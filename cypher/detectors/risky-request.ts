import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { requestKinds, type RequestKind } from '../../domain/requests.ts';

/** What one such text says where hardly anyone asks so; honest people do ask for some of it. */
const kindWeight: Readonly<Record<RequestKind, number>> = {
  'other-channel': 0.15,
  'virtual-currency': 0.25,
  'paid-before-work': 0.18,
  'lend-identity': 0.35,
  'cold-executive': 0.15,
};

const inWords: Readonly<Record<RequestKind, string>> = {
  'other-channel': 'to talk elsewhere',
  'virtual-currency': 'to be paid in virtual currency',
  'paid-before-work': 'to be paid before the work or without meetings',
  'lend-identity': 'to lend an identity or account',
  'cold-executive': 'an executive’s offer out of the blue',
};

const asks =
  (wanted: RequestKind) =>
  ({ asked }: { asked: readonly { kind: RequestKind }[] }) =>
    asked.some(({ kind }) => kind === wanted);

export default defineDetector({
  version: 2,
  indicators: ['H5', 'H6', 'H8', 'H9', 'H15', 'E6'],
  shows: {
    H5: asks('cold-executive'),
    H6: asks('other-channel'),
    H8: asks('virtual-currency'),
    H9: asks('paid-before-work'),
    H15: asks('lend-identity'),
    E6: asks('other-channel'),
  },
  family: 'conduct',
  binds: false,
  priorWeight: { account: 0.75, why: 'the advisory lists these requests; single ones are usual' },
  role: 'operator',
  needs: ['risky-request'],
  parameters: {
    half_share: {
      default: 0.03,
      min: 0.001,
      max: 1,
      why: 'what one writer in thirty asks for is half custom',
    },
    most_shown: {
      default: 20,
      cites: true,
      min: 1,
      why: 'enough texts of each kind for a person to read; how many there are is said beside',
      unit: 'texts',
    },
  },
  facts: z.object({
    account: z.string(),
    asked: z.array(
      z.object({
        kind: z.enum(requestKinds),
        texts: z.int(),
        /** Different wordings among them: a standing footer is one. */
        wordings: z.int(),
        /** How many people it was said to, where that is known. */
        people: z.int(),
        example: z.string(),
        /** Less than 1 when it is not known to whom an offer went. */
        sure: z.number(),
        /** The share of other writers of the platform who ask for the same. */
        usual: z.number(),
      }),
    ),
  }),
  strength: (facts, settings) => {
    const rest = facts.asked.reduce((all, { kind, wordings, people, sure, usual }) => {
      const again = Math.sqrt(Math.min(6, Math.max(wordings, people, 1)));
      const rare = settings.half_share / (settings.half_share + usual);
      return all * (1 - (1 - (1 - kindWeight[kind]) ** again) * rare * sure);
    }, 1);
    return 0.95 * (1 - rest);
  },
  explainedBy: () => ({ business: 0.3, course: 0.3 }),
  messages: {
    title: 'Requests that the advisory warns of',
    bond: 'requests that the advisory warns of',
    looksFor:
      'Texts that ask to talk outside the platform, to be paid in virtual currency, before the work or without meetings, to lend an identity or account, and offers signed by an executive to someone who never wrote before; in English, Chinese, Korean, Russian and French. What many on the platform ask for weighs little.',
    blindTo:
      'Requests in other words than the listed ones, which are most of those that a stranger words, in other languages, or made by voice.',
    shows: {
      H5: 'an executive’s offer out of the blue is among the texts',
      H6: 'a text asks to talk elsewhere',
      H8: 'a text asks for virtual currency',
      H9: 'a text asks to be paid before the work or without meetings',
      H15: 'a text asks to lend an identity or account',
      E6: 'as for H6',
    },
    benign: [
      'an honest freelancer who prefers a messenger, or was cheated before and wants a deposit',
      'a text that quotes a request to warn of it, in words the rules do not know',
      'an agency whose head writes the offers',
    ],
    headline: (facts) =>
      `${facts.account} asks ${facts.asked
        .map(({ kind, texts }) => `${inWords[kind]} (${texts} ${texts === 1 ? 'text' : 'texts'})`)
        .join(', ')}`,
  },
});

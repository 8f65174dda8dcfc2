import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { isSendingBody } from '../../domain/named-bodies.ts';
import { count } from '../../domain/messages/en/typography.ts';

/** What a stated link is worth as a tie of control, by its kind. */
const linkWeight: Readonly<Record<string, number>> = {
  controls: 0.95,
  front_for: 0.95,
  owner_of: 0.9,
  founded: 0.9,
  officer_of: 0.9,
  represents: 0.85,
  linked_to: 0.75,
  employs: 0.7,
  uses: 0.6,
  family_of: 0.4,
  recommended: 0.2,
  other: 0.3,
};

const tie = z.object({
  relation: z.string(),
  kind: z.string().nullable(),
  score: z.number().nullable(),
  reason: z.string().nullable(),
  /** The source says until when, and that is over. */
  ended: z.boolean(),
});
type Tie = z.infer<typeof tie>;

const step = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  ties: z.array(tie),
});

const entry = z.object({
  list: z.string().nullable(),
  entry: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  country: z.string().nullable(),
  steps: z.array(step),
});
type Entry = z.infer<typeof entry>;

/** Who has left an office may still have set up what is there. */
const onceHeld = 0.8;

function tieWeight({ relation, kind, score, ended }: Tie): number {
  if (relation !== 'LINKED_TO') return score ?? 0;
  return (linkWeight[kind ?? 'other'] ?? 0.3) * (ended ? onceHeld : 1);
}

/** Ties side by side add up; ties one after the other weaken one another. */
function chainWeight({ steps }: Entry, decay: number): number {
  return steps.reduce(
    (weight, { ties }, index) =>
      weight *
      (1 - ties.reduce((rest, each) => rest * (1 - tieWeight(each)), 1)) *
      (index === 0 ? 1 : decay),
    1,
  );
}

function accountWeight(through: string): number {
  if (through === 'payout') return 0.95;
  // It pays out of the front's purse: a client of the front's own, or one that was lent the money.
  if (through === 'funding') return 0.8;
  if (through === 'contact') return 0.7;
  return linkWeight[through] ?? 0.3;
}

/** Those as near as the nearest. */
export function nearestOf(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ steps }) => steps.length === entries[0]!.steps.length);
}

/** Ties of all steps, and those of them that have ended. */
export function tiesOf({ steps }: Entry): { all: number; ended: number } {
  const ties = steps.flatMap((each) => each.ties);
  return { all: ties.length, ended: ties.filter(({ ended }) => ended).length };
}

function linkInEnglish(each: Entry): string {
  const { all, ended } = tiesOf(each);
  const steps = each.steps.length;
  const over = all === 1 ? ', which has ended' : `, ${ended} of them ended`;
  return (
    `${each.name} (${each.list ?? 'unknown list'}) by ${count(all, 'tie', 'ties')}` +
    (steps > 1 ? ` in ${steps} steps` : '') +
    (ended > 0 ? over : '')
  );
}

export default defineDetector({
  version: 3,
  indicators: ['C9', 'C12', 'C13'],
  shows: {
    C9: ({ accounts }) => accounts > 0,
    C12: ({ entity_type, entries }) =>
      entity_type === 'company' || entries.some(({ kind }) => kind === 'company'),
    C13: ({ entries }) => entries.some(isSendingBody),
  },
  family: 'watchlist',
  binds: true,
  priorWeight: {
    account: 2,
    link: 7,
    why: 'a tie to a company that fronts for a listed one is what the advisory warns of by name; hardly anything honest shows it',
  },
  role: 'operator',
  needs: ['same-name', 'same-address', 'same-identifier', 'same-contact'],
  parameters: {
    max_ties: {
      default: 5,
      min: 1,
      max: 6,
      why: 'beyond five ties nearly everyone is connected to everyone',
      unit: 'ties',
    },
    decay: {
      default: 0.95,
      min: 0.1,
      max: 1,
      why: 'each further tie in a chain may be one too many',
    },
    most_entries: {
      default: 5,
      min: 1,
      why: 'the nearest entries tell the story; how many there are is said beside',
      unit: 'entries',
    },
  },
  facts: z.object({
    entity: z.string(),
    entity_type: z.string(),
    name: z.string(),
    accounts: z.int(),
    behind: z.array(z.object({ account: z.string(), through: z.string() })),
    entries: z.array(entry),
    entries_found: z.int(),
  }),
  strength: (facts, settings) => {
    const chain = Math.max(...facts.entries.map((each) => chainWeight(each, settings.decay)));
    const account = Math.max(...facts.behind.map(({ through }) => accountWeight(through)), 0);
    return facts.behind.length > 0 ? chain * account : chain * 0.9;
  },
  explainedBy: () => ({ business: 0.2, bookkeeper: 0.3 }),
  messages: {
    title: 'Linked to a watchlist entry',
    bond: 'ties to a watchlist entry',
    looksFor:
      'Companies and people whom name, register number, address, contact, office, ownership or control tie to an entry of a watchlist, directly or through others, and the accounts behind them. A front has a name of its own; who runs it, where it sits and who is paid through it link it all the same.',
    blindTo: 'Fronts whose officers and owners no register names; chains of more than six ties.',
    shows: {
      C9: 'accounts stand behind the company or person',
      C12: 'the party or the entry is a company',
      C13: 'an entry is a body that the advisory names',
    },
    benign: [
      'a namesake: a name alone is no identification',
      'an address where a formation agent keeps hundreds of companies',
      'a former officer who left long ago',
    ],
    headline: (facts) => {
      const nearest = facts.entries[0]!;
      const steps = nearest.steps.length;
      const behind =
        facts.accounts > 0
          ? `, and ${facts.accounts} ${facts.accounts === 1 ? 'account stands' : 'accounts stand'} behind it`
          : '';
      return steps === 0
        ? `${count(facts.accounts, 'account is', 'accounts are')} linked to the entry ${nearest.name} (${nearest.list ?? 'unknown list'})`
        : `${facts.name} is linked to ${nearestOf(facts.entries).map(linkInEnglish).join(' and to ')}${behind}`;
    },
  },
});

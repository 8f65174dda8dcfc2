import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { isSendingBody } from '../../domain/named-bodies.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { count, french } from '../../languages/fr/typography.ts';

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
function nearestOf(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ steps }) => steps.length === entries[0]!.steps.length);
}

/** Ties of all steps, and those of them that have ended. */
function tiesOf({ steps }: Entry): { all: number; ended: number } {
  const ties = steps.flatMap((each) => each.ties);
  return { all: ties.length, ended: ties.filter(({ ended }) => ended).length };
}

function linkInEnglish(each: Entry): string {
  const { all, ended } = tiesOf(each);
  const steps = each.steps.length;
  const over = all === 1 ? ', which has ended' : `, ${ended} of them ended`;
  return (
    `${each.name} (${each.list ?? 'unknown list'}) by ${countInEnglish(all, 'tie', 'ties')}` +
    (steps > 1 ? ` in ${steps} steps` : '') +
    (ended > 0 ? over : '')
  );
}

function linkInFrench(each: Entry): string {
  const { all, ended } = tiesOf(each);
  const steps = each.steps.length;
  const over = all === 1 ? ', terminé' : `, dont ${count(ended, 'terminé', 'terminés')}`;
  return (
    `${each.name} (${each.list ?? 'liste inconnue'}) par ${count(all, 'lien', 'liens')}` +
    (steps > 1 ? ` en ${count(steps, 'étape', 'étapes')}` : '') +
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
  words: {
    en: {
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
          ? `${countInEnglish(facts.accounts, 'account is', 'accounts are')} linked to the entry ${nearest.name} (${nearest.list ?? 'unknown list'})`
          : `${facts.name} is linked to ${nearestOf(facts.entries).map(linkInEnglish).join(' and to ')}${behind}`;
      },
    },
    fr: {
      title: 'Lié à une inscription sur liste de surveillance',
      bond: 'des liens à une inscription sur liste',
      looksFor: french`Des sociétés et des personnes que le nom, le numéro de registre, l’adresse, les coordonnées, une fonction, la propriété ou le contrôle rattachent à une inscription d’une liste de surveillance, directement ou par d’autres, et les comptes derrière elles. Une société écran a un nom à elle ; qui la dirige, où elle siège et qui est payé par elle la lient malgré tout.`,
      blindTo: french`Les sociétés écrans dont aucun registre ne nomme les dirigeants et propriétaires ; les chaînes de plus de six liens.`,
      shows: {
        C9: 'des comptes se trouvent derrière la société ou la personne',
        C12: 'la partie ou l’inscription est une société',
        C13: 'une inscription est un organisme que l’avis nomme',
      },
      benign: [
        french`un homonyme : un nom seul n’identifie pas`,
        'une adresse où un domiciliataire abrite des centaines de sociétés',
        'un ancien dirigeant parti depuis longtemps',
      ],
      headline: (facts) => {
        const nearest = facts.entries[0]!;
        const steps = nearest.steps.length;
        const list = nearest.list ?? 'liste inconnue';
        const behind =
          facts.accounts > 0
            ? `, et ${count(facts.accounts, 'compte se trouve', 'comptes se trouvent')} derrière`
            : '';
        return steps === 0
          ? `${count(facts.accounts, 'compte est lié', 'comptes sont liés')} à l’inscription ${nearest.name} (${list})`
          : french`${facts.name} : lien à ${nearestOf(facts.entries).map(linkInFrench).join(' et à ')}${behind}`;
      },
      parameters: {
        max_ties: {
          name: 'liens au plus',
          why: 'au-delà de cinq liens, presque tout le monde est lié à tout le monde',
          unit: 'liens',
        },
        decay: {
          name: 'affaiblissement',
          why: 'chaque lien de plus dans une chaîne peut être un lien de trop',
        },
        most_entries: {
          name: 'inscriptions au plus',
          why: french`les plus proches suffisent ; leur nombre est dit à côté`,
          unit: 'inscriptions',
        },
      },
      facts: {
        entity: 'entité',
        entity_type: 'type d’entité',
        name: 'nom',
        accounts: 'comptes',
        behind: 'derrière',
        entries: 'inscriptions',
        entries_found: 'inscriptions trouvées',
      },
    },
  },
});

import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { partiesCounted } from '../../languages/fr/counts.ts';
import { count, figure, french } from '../../languages/fr/typography.ts';

const pair = z.object({
  a: z.string(),
  b: z.string(),
  /** Days on which both were there. */
  days_both: z.int(),
  /** Days on which they were there at the same minutes, or one began as the other stopped. */
  days_together: z.int(),
  /** Days on which they were there at the same minutes. */
  days_at_once: z.int(),
  hours: z.number(),
  handovers: z.int(),
  /** How much of their meeting is more than chance, in [0, 1]. */
  beyond_chance: z.number(),
  declared: z.boolean(),
  weight: z.number(),
});

/** How far each tie goes towards certainty: two strangers at home are half a reason, four are a good one. */
const doubtPerTie = 0.55;

const inFrench: Readonly<Record<string, string>> = {
  residential: 'résidentiel',
  mobile: 'mobile',
  business: 'entreprise',
  education: 'enseignement',
  coworking: 'espace partagé',
  hosting: 'hébergeur',
  vpn: 'VPN',
  tor: 'Tor',
  unknown: 'inconnu',
};

export default defineDetector({
  version: 3,
  indicators: ['P2'],
  family: 'network',
  binds: true,
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  parameters: {
    hub_accounts: {
      default: 40,
      min: 2,
      why: 'an address that more accounts use is a gateway of strangers, not a room',
      unit: 'accounts',
    },
    home_accounts: {
      default: 8,
      min: 2,
      why: 'a home holds no more people who work on one platform; beyond it a carrier’s gateway is likelier',
      unit: 'accounts',
    },
    room_accounts: {
      default: 6,
      min: 2,
      why: 'a small office or rented server; beyond it strangers are likelier to meet there',
      unit: 'accounts',
    },
    minutes_together: {
      default: 5,
      min: 1,
      why: 'less on a day is two sessions that brush each other',
      unit: 'minutes',
    },
    handover_minutes: {
      default: 15,
      min: 1,
      why: 'who goes on with the next account does so within minutes',
      unit: 'minutes',
    },
    most_sessions: {
      default: 150,
      cites: true,
      min: 10,
      why: 'more sessions tell an investigator nothing new; those of days together come first',
      unit: 'sessions',
    },
  },
  facts: z.object({
    /** The address, or the IPv6 network of a household. */
    ip: z.string(),
    kind: z.string(),
    network: z.string(),
    accounts: z.int(),
    /** Those of them that keep company; the finding is about these. */
    named: z.int(),
    unrelated: z.int(),
    /** Of those named. */
    sessions: z.int(),
    /** Of the pair that met most: at the same minutes, or one right after the other. */
    days_together: z.int(),
    /** Of the pair that was most often there at the same minutes. */
    days_at_once: z.int(),
    /** How often one of them began within minutes of another's end. */
    handovers: z.int(),
    closest: z.array(pair),
    /** What two accounts that meet here by chance are worth: kind, number of accounts, known shared. */
    place_weight: z.number(),
    /** Ties of the account with the most company, added up. */
    company: z.number(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts) => 0.95 * (1 - doubtPerTie ** facts.company),
  words: {
    en: {
      title: 'Several accounts at one address',
      bond: 'one address',
      looksFor:
        'Accounts that are used from one network address, above all at the same minutes, day after day, or one right after the other. A team that works in one room shows one address. Where many meet, only those count who meet more often than chance has it.',
      blindTo:
        'Teams that give each account a way out of its own; rooms behind addresses that hundreds share.',
      benign: [
        'a household or shared flat',
        'an office, campus, café or co-working space',
        'a VPN exit or a mobile carrier’s gateway',
        'an address that its provider gave to somebody else',
      ],
      headline: (facts) =>
        `${countInEnglish(facts.named, 'account', 'accounts')} worked from ${facts.ip} (${facts.kind}` +
        (facts.accounts > facts.named ? `, used by ${facts.accounts})` : ')') +
        (facts.days_at_once > 0
          ? `, two of them at the same minutes on ${countInEnglish(facts.days_at_once, 'day', 'days')}`
          : '') +
        (facts.handovers > 0
          ? `, one right after another ${countInEnglish(facts.handovers, 'time', 'times')}`
          : '') +
        (facts.days_together > 0 ? '' : ', never for minutes at once, nor one right after another'),
      facts: {
        named: 'of these, accounts that keep company: those named here',
        sessions: 'sessions of those named',
        days_together:
          'days on which two were there at the same minutes or one right after the other',
        days_at_once: 'days on which two were there at the same minutes',
        handovers: 'times that one began right after another’s end',
      },
    },
    fr: {
      title: 'Plusieurs comptes à une même adresse',
      bond: 'une même adresse',
      looksFor:
        'Des comptes utilisés depuis une même adresse réseau, surtout aux mêmes minutes, jour après jour, ou l’un juste après l’autre. Une équipe qui travaille dans une pièce montre une seule adresse. Là où beaucoup se croisent, seuls comptent ceux qui se croisent plus souvent que ne le veut le hasard.',
      blindTo: french`Les équipes qui donnent à chaque compte sa propre sortie ; les pièces derrière des adresses que des centaines partagent.`,
      benign: [
        'un foyer ou une colocation',
        'un bureau, un campus, un café ou un espace de travail partagé',
        'une sortie de VPN ou la passerelle d’un opérateur mobile',
        'une adresse que son fournisseur a donnée à quelqu’un d’autre',
      ],
      headline: (facts) =>
        `${count(facts.named, 'compte a travaillé', 'comptes ont travaillé')} depuis ${facts.ip} (${inFrench[facts.kind] ?? facts.kind}` +
        (facts.accounts > facts.named ? `, utilisée par ${figure(facts.accounts)})` : ')') +
        (facts.days_at_once > 0
          ? `, dont deux aux mêmes minutes ${count(facts.days_at_once, 'jour', 'jours')}`
          : '') +
        (facts.handovers > 0
          ? `, l’un juste après l’autre ${count(facts.handovers, 'fois', 'fois')}`
          : '') +
        (facts.days_together > 0
          ? ''
          : ', jamais plusieurs minutes en même temps, ni l’un juste après l’autre'),
      parameters: {
        hub_accounts: {
          name: 'comptes d’un carrefour',
          why: 'une adresse que plus de comptes utilisent est une passerelle d’inconnus, pas une pièce',
          unit: 'comptes',
        },
        home_accounts: {
          name: 'comptes d’un foyer',
          why: french`un foyer n’abrite pas plus de gens qui travaillent sur une même plateforme ; au-delà, la passerelle d’un opérateur est plus vraisemblable`,
          unit: 'comptes',
        },
        room_accounts: {
          name: 'comptes d’une pièce',
          why: french`un petit bureau ou un serveur loué ; au-delà, il est plus vraisemblable que des inconnus s’y croisent`,
          unit: 'comptes',
        },
        minutes_together: {
          name: 'minutes ensemble',
          why: 'moins en un jour, ce sont deux sessions qui se frôlent',
          unit: 'minutes',
        },
        handover_minutes: {
          name: 'minutes de relais',
          why: 'qui continue avec le compte suivant le fait en quelques minutes',
          unit: 'minutes',
        },
        most_sessions: {
          name: 'sessions au plus',
          why: french`davantage de sessions n’apprennent rien à un enquêteur ; celles des jours ensemble viennent d’abord`,
          unit: 'sessions',
        },
      },
      facts: {
        ip: 'adresse IP',
        kind: 'sorte',
        network: 'réseau',
        accounts: 'comptes',
        named: 'dont comptes qui se tiennent compagnie, nommés ici',
        unrelated: partiesCounted,
        sessions: 'sessions de ceux qui sont nommés',
        days_together: 'jours où deux y étaient aux mêmes minutes ou l’un juste après l’autre',
        days_at_once: 'jours où deux y étaient aux mêmes minutes',
        handovers: 'relais',
        closest: 'les plus proches',
        place_weight: 'poids du lieu',
        company: 'compagnie',
        known_shared: 'partages connus',
      },
    },
  },
});

import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { reasonSays } from '../../domain/reason-says.ts';
import { reasonsWords } from '../../languages/fr/reasons.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { partiesCounted } from '../../languages/fr/counts.ts';
import { count, figure, french } from '../../languages/fr/typography.ts';

/** A number alone under two names may be typed wrongly by one of them; under three it is not. */
const numberAlone = 0.75;

export default defineDetector({
  version: 2,
  indicators: ['M6', 'C4', 'C5'],
  shows: {
    C4: ({ names }) => names > 1,
    C5: ({ unrelated, known_shared }) => unrelated > 1 && known_shared.length === 0,
  },
  family: 'papers',
  binds: true,
  role: ({ accounts, in_own_name }) =>
    in_own_name > 0 && in_own_name < accounts ? 'victim' : 'operator',
  needs: ['same-paper', 'declared-together', 'known-shared'],
  parameters: {
    most_shown: {
      default: 40,
      cites: true,
      min: 1,
      why: 'enough for a person to compare; how many there are is said beside',
      unit: 'papers',
    },
    declared_share: {
      default: 0.15,
      min: 0,
      max: 1,
      why: 'a family has one statement at home, a person may openly have two accounts',
    },
  },
  facts: z.object({
    /** The earliest of them. */
    paper: z.string(),
    kind: z.string(),
    accounts: z.int(),
    /** Accounts, those openly connected counted once. */
    unrelated: z.int(),
    papers: z.int(),
    /** What the papers have in common with the earliest. */
    in_common: z.array(z.string()),
    strongest_pair: z.number(),
    /** Different names on the papers. */
    names: z.int(),
    /** Accounts whose own name is on the paper. */
    in_own_name: z.int(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts) => {
    // One person who opens two accounts in the own name hides nothing; papers under several names do.
    const openly = facts.names <= 1 && facts.in_own_name >= facts.accounts ? 0.3 : 1;
    const known = facts.known_shared.length > 0 ? 0.15 : 1;
    const mistyped = facts.names <= 2 && facts.in_common.join() === 'number' ? numberAlone : 1;
    return 0.97 * facts.strongest_pair * Math.min(openly, mistyped) * known;
  },
  words: {
    en: {
      title: 'One paper on several accounts',
      bond: 'identity papers in common',
      looksFor:
        'Identity papers of different accounts that are one paper or show one person: the same number, file, picture, photo, or name with birth date. A team uses a paper it has for more than one account.',
      blindTo:
        'Papers that were made anew for each account; photos that were cut or mirrored; numbers that are placeholders.',
      shows: {
        C4: 'the papers bear several names',
        C5: 'the accounts are not all openly connected, and the paper is not known to be shared',
      },
      benign: [
        'a household that sends in one bank or utility statement',
        'one person with two accounts, openly',
        'someone whose stolen paper others use: the holder is then a victim',
      ],
      headline: (facts) =>
        `${countInEnglish(facts.accounts, 'account', 'accounts')} handed in papers with the same ${facts.in_common.join('; ')}` +
        (facts.names > 1 ? ` under ${facts.names} names` : ''),
    },
    fr: {
      title: 'Une même pièce sur plusieurs comptes',
      bond: 'des pièces d’identité communes',
      looksFor: french`Des pièces d’identité de comptes différents qui sont une même pièce ou montrent une même personne : même numéro, fichier, image, photo, ou nom avec date de naissance. Une équipe utilise une pièce qu’elle a pour plus d’un compte.`,
      blindTo: french`Les pièces faites à neuf pour chaque compte ; les photos coupées ou inversées ; les numéros d’exemple.`,
      shows: {
        C4: 'les pièces portent plusieurs noms',
        C5: 'les comptes ne sont pas tous ouvertement liés, et la pièce n’est pas connue comme partagée',
      },
      benign: [
        'un foyer qui envoie un même relevé de banque ou de services publics',
        'une personne avec deux comptes, ouvertement',
        french`quelqu’un dont d’autres utilisent la pièce volée : le titulaire est alors une victime`,
      ],
      headline: (facts) =>
        french`${count(facts.accounts, 'compte a remis', 'comptes ont remis')} des pièces qui ont en commun : ${facts.in_common.map((one) => reasonSays('derived.same-paper', one, reasonsWords)).join(french` ; `)}` +
        (facts.names > 1 ? ` (sous ${figure(facts.names)} noms)` : ''),
      parameters: {
        most_shown: {
          name: 'montrés au plus',
          why: french`assez pour qu’une personne compare ; leur nombre est dit à côté`,
          unit: 'pièces',
        },
        declared_share: {
          name: 'part si déclarés',
          why: 'une famille a un même relevé à la maison, une personne peut avoir ouvertement deux comptes',
        },
      },
      facts: {
        paper: 'pièce',
        kind: 'sorte',
        accounts: 'comptes',
        unrelated: partiesCounted,
        papers: 'pièces',
        in_common: 'en commun',
        strongest_pair: 'paire la plus forte',
        names: 'noms',
        in_own_name: 'à leur propre nom',
        known_shared: 'partages connus',
      },
    },
  },
});

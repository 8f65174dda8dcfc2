import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { reasonSays } from '../../domain/reason-says.ts';
import { reasonsWords } from '../../languages/fr/reasons.ts';
import { count as countInEnglish, within } from '../../domain/words/en/typography.ts';
import { partiesCounted } from '../../languages/fr/counts.ts';
import { count, figure, french } from '../../languages/fr/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['M11', 'A3'],
  shows: {
    A3: ({ verified }) => verified === 0,
  },
  family: 'conduct',
  binds: true,
  role: 'operator',
  needs: ['created-alike', 'declared-together', 'known-shared'],
  parameters: {
    min_accounts: {
      default: 2,
      min: 2,
      why: 'two are a pair that any rare coincidence makes, and weigh so; more are a batch',
      unit: 'accounts',
    },
    most_accounts: {
      default: 40,
      cites: true,
      min: 2,
      why: 'the first of a batch show it; the facts count all',
      unit: 'accounts',
    },
  },
  facts: z.object({
    accounts: z.int(),
    unrelated: z.int(),
    /** From the first to the last creation. */
    hours: z.number(),
    usual_per_day: z.number(),
    /** How sure the likeness is, on average, in [0, 1]. */
    likeness: z.number(),
    /** How many of them were verified by then. */
    verified: z.int(),
    /** What they are alike in. */
    alike_in: z.array(z.string()),
  }),
  strength: (facts) => {
    const batch = 1 - 0.6 ** Math.max(0, facts.unrelated - 1);
    return 0.85 * facts.likeness * batch;
  },
  words: {
    en: {
      title: 'A batch of new accounts that are alike',
      bond: 'creation in one batch',
      looksFor:
        'Accounts created within days of each other that share more than chance allows, weighed by rarity: network, employer or website, pattern of the e-mail address, browser, kinds of papers and of machine, referrer, and the steps they took first. Many sign-ups at once make no batch by themselves.',
      blindTo:
        'Accounts that are bought, or made one at a time over weeks, each from a place and with papers of its own.',
      shows: {
        A3: 'the platform let the whole batch in unverified',
      },
      benign: [
        'a firm or agency that signs up its staff in one go',
        'a course whose graduates sign up together, guided step by step',
        'friends or relatives who start together',
        'a campaign that brings a crowd along one path',
      ],
      headline: (facts) =>
        `${countInEnglish(facts.accounts, 'account', 'accounts')} created within ${countInEnglish(within(facts.hours), 'hour', 'hours')}, where ${facts.usual_per_day} a day are usual, alike in ${facts.alike_in.join(', ')}`,
    },
    fr: {
      title: 'Un lot de nouveaux comptes semblables',
      bond: 'une création dans un même lot',
      looksFor: french`Des comptes créés à quelques jours les uns des autres et qui ont plus en commun que le hasard ne le permet, pesé par la rareté : réseau, employeur ou site, forme de l’adresse e-mail, navigateur, sortes de pièces et d’appareil, parrain, et les premiers gestes. Beaucoup d’inscriptions à la fois ne font pas un lot à elles seules.`,
      blindTo:
        'Les comptes achetés, ou faits un par un pendant des semaines, chacun d’un lieu et avec des pièces à lui.',
      shows: {
        A3: 'la plateforme a laissé entrer tout le lot sans vérification',
      },
      benign: [
        'une société ou une agence qui inscrit tout son personnel d’un coup',
        'une formation dont les diplômés s’inscrivent ensemble, guidés pas à pas',
        'des amis ou des parents qui commencent ensemble',
        'une campagne qui amène une foule par un seul chemin',
      ],
      headline: (facts) =>
        `${count(facts.accounts, 'compte créé', 'comptes créés')} en ${count(within(facts.hours), 'heure', 'heures')}, là où ${figure(facts.usual_per_day)} par jour sont habituels, semblables en ${facts.alike_in.map((kind) => reasonSays('derived.created-alike', kind, reasonsWords)).join(', ')}`,
      parameters: {
        min_accounts: {
          name: 'comptes au moins',
          why: french`deux sont une paire que fait toute coïncidence rare, et pèsent d’autant ; davantage font un lot`,
          unit: 'comptes',
        },
        most_accounts: {
          name: 'comptes au plus',
          why: french`les premiers d’un lot le montrent ; les faits les comptent tous`,
          unit: 'comptes',
        },
      },
      facts: {
        accounts: 'comptes',
        unrelated: partiesCounted,
        verified: 'vérifiés',
        hours: 'heures',
        usual_per_day: 'habituels par jour',
        likeness: 'ressemblance',
        alike_in: 'semblables en',
      },
      usual: { usual_accounts: 'comptes' },
    },
  },
});

import type detector from '../../../cypher/detectors/new-account-burst.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { reasonLabel } from '../../../domain/labels/reason-label.ts';
import { within } from '../../../domain/messages/en/typography.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

export default {
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
    `${count(facts.accounts, 'compte créé', 'comptes créés')} en ${count(within(facts.hours), 'heure', 'heures')}, là où ${figure(facts.usual_per_day)} par jour sont habituels, semblables en ${facts.alike_in.map((kind) => reasonLabel('derived.created-alike', kind)).join(', ')}`,
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
} satisfies DetectorIn<typeof detector>;

import type detector from '../../../cypher/detectors/defunct-website.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, french } from '../typography.ts';

export default {
  title: 'Un site disparu, ou un site pour plusieurs comptes',
  bond: 'un même site web',
  looksFor:
    'Des sites donnés à l’inscription ou sur des profils et qui sont disparus ou en attente, surtout peu après, et des sites que plusieurs comptes sans rapport donnent comme le leur.',
  blindTo: 'Les sites faits pour un seul compte chacun et maintenus en vie.',
  shows: {
    M3: 'le site a été trouvé disparu ou en attente',
    C5: 'des comptes sans rapport entre eux le nomment',
  },
  benign: [
    'un site abandonné des années après l’ouverture du compte',
    'des collègues qui nomment le site de leur employeur',
    'des diplômés qui nomment le site de leur école',
    'un atelier d’amis au portfolio commun',
  ],
  headline: (facts) =>
    `${facts.website} (${inFrench[facts.status] ?? facts.status}), nommé par ${count(facts.accounts, 'compte', 'comptes')}`,
  parameters: {
    hosts: {
      name: 'hébergeurs',
      why: french`l’adresse nue d’un hébergeur ne nomme personne ; une de ses pages, si`,
    },
    few_accounts: {
      name: 'peu de comptes',
      why: french`un site inventé sert une poignée de comptes ; plus il y en a qui le nomment, plus c’est celui d’une école, d’un hébergeur ou d’un employeur`,
      unit: 'comptes',
    },
    most_accounts: {
      name: 'comptes au plus',
      why: 'un site d’autant de comptes est public et ne dit rien d’aucun d’eux',
      unit: 'comptes',
    },
    least: {
      name: 'force au moins',
      why: french`les sites s’éteignent : en deçà, il nommerait tous ceux dont le site a disparu un jour`,
    },
  },
  facts: {
    website: 'site web',
    status: 'état',
    checked_at: 'contrôlé le',
    years_until_dead: 'années jusqu’à la disparition',
    accounts: 'comptes',
    unrelated: partiesCounted,
    one_employer: 'un seul employeur',
    of_company: 'd’une société',
    usual_checked: 'sites contrôlés',
    usual_dead: 'part habituelle de disparus',
  },
} satisfies DetectorIn<typeof detector>;

const inFrench: Readonly<Record<string, string>> = {
  live: 'en ligne',
  parked: 'en attente',
  defunct: 'disparu',
};

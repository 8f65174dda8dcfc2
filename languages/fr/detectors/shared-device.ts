import type detector from '../../../cypher/detectors/shared-device.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Plusieurs comptes sur un appareil',
  bond: 'un même appareil',
  looksFor:
    'Des comptes utilisés tour à tour sur une même machine. Qui tient plusieurs comptes à la main passe de l’un à l’autre.',
  blindTo: french`Les équipes qui gardent une machine par compte ; les empreintes qu’un navigateur falsifie.`,
  shows: {
    C5: 'elle revient à des comptes qui ne sont pas tous ouvertement liés, et n’est pas connue comme partagée',
  },
  benign: [
    'un ordinateur familial',
    'une machine de bibliothèque, de café ou d’auberge',
    'une machine vendue d’occasion, qui passe une fois et ne revient pas',
  ],
  headline: (facts) =>
    `${count(facts.named, 'compte utilisé', 'comptes utilisés')} sur ${facts.device}` +
    (facts.accounts > facts.named ? ` (utilisé par ${figure(facts.accounts)})` : '') +
    (facts.returns > 0
      ? `, où une session de l’un a été suivie, tôt ou tard, d’une session d’un autre ${figure(facts.passes)} fois`
      : ', l’un après l’autre'),
  parameters: {
    hub_accounts: {
      name: 'comptes d’un carrefour',
      why: french`plus de comptes qu’une machine n’en sert : une empreinte que partagent de nombreuses machines`,
      unit: 'comptes',
    },
    team_accounts: {
      name: 'comptes d’une équipe',
      why: french`une personne tient une poignée de comptes sur une machine ; au-delà, une machine publique est plus vraisemblable`,
      unit: 'comptes',
    },
    returns_of_habit: {
      name: 'retours d’habitude',
      why: french`prêtée une fois, elle revient une fois ; une machine qui revient plusieurs fois est partagée, non vendue`,
      unit: 'fois',
    },
    handover_minutes: {
      name: 'minutes de relais',
      why: 'qui continue avec le compte suivant le fait en quelques minutes',
      unit: 'minutes',
    },
    most_sessions: {
      name: 'sessions au plus',
      why: french`davantage de sessions n’apprennent rien à un enquêteur ; les dernières sont montrées`,
      unit: 'sessions',
    },
  },
  facts: {
    device: 'appareil',
    kind: 'sorte',
    accounts: 'comptes',
    named: 'dont comptes qui le partagent, nommés ici',
    unrelated: partiesCounted,
    sessions: 'sessions de ceux qui sont nommés',
    passes: 'fois qu’une session de l’un a été suivie d’une session d’un autre',
    returns: 'retours à l’un des deux après l’autre',
    days_both: 'jours des deux',
    at_once: 'à la fois',
    closest: 'les plus proches',
    company: 'compagnie',
    remote_access: 'accès à distance',
    known_shared: 'partages connus',
  },
} satisfies DetectorIn<typeof detector>;

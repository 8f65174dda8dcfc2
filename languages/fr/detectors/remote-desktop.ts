import type detector from '../../../cypher/detectors/remote-desktop.ts';
import type { DetectorIn, FactsOf } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

type Sign = FactsOf<typeof detector>['signs'][number];

export default {
  title: 'Piloté à distance',
  bond: 'un contrôle à distance',
  looksFor:
    'Des comptes dont les sessions passent par des ports de bureau à distance, sur des machines dotées d’outils d’accès à distance ou depuis des adresses d’hébergeurs, là où d’autres du même métier n’en ont pas. Les mains sont alors ailleurs.',
  blindTo: french`Le contrôle à distance qui ne laisse voir ni port ni outil ; un commutateur de clavier sur le bureau du titulaire ; les plateformes où tout le monde travaille ainsi.`,
  shows: {
    P4: 'un port de bureau à distance se voit',
    C1: 'des sessions viennent d’une adresse d’hébergeur ou de VPN',
    E3: 'un port ou un outil de bureau à distance se voit',
  },
  benign: [
    'administre des machines d’autrui pour gagner sa vie',
    'travaille sur un bureau en nuage que fournit un employeur',
    'rejoint sa propre machine à la maison en voyage',
    'un outil laissé par quelqu’un qui a aidé un jour',
  ],
  headline: (facts) =>
    french`${facts.account} est piloté à distance${facts.signs.length > 1 ? ' (une session peut montrer plusieurs signes)' : ''} : ` +
    facts.signs
      .map(
        (one) =>
          french`${inFrench[one.sign] ?? one.sign} dans ${count(one.sessions, 'session', 'sessions')} sur ${figure(facts.sessions)} (présenté par ${figure(one.showing)} sur ${peersInFrench(facts)})`,
      )
      .join(', '),
  parameters: {
    ports: {
      name: 'ports',
      why: french`bureau à distance, VNC (deux), TeamViewer, AnyDesk (deux), ScreenConnect, RustDesk ; 22 est celui de tout développeur`,
    },
    usual_for_half: {
      name: 'habituel pour la moitié',
      why: 'là où un pair sur dix présente le même signe, il vaut la moitié',
      unit: 'part',
    },
    peers_enough: {
      name: 'pairs suffisants',
      why: french`moins de pairs ne disent rien de sûr ; la moyenne de la plateforme compte alors autant`,
      unit: 'comptes',
    },
    most_sessions: {
      name: 'sessions au plus',
      why: french`davantage de sessions n’apprennent rien à un enquêteur ; celles par le port viennent d’abord`,
      unit: 'sessions',
    },
  },
  facts: {
    account: 'compte',
    trade: 'métier',
    sessions: 'sessions',
    signs: 'signes',
    ports: 'ports',
    tools: 'outils',
    vpn_sessions: 'sessions par VPN',
    peers: 'pairs',
    beside: 'autres comptes comparés',
  },
  usual: { usual_overall: 'habituel en tout', usual_by_trade: 'habituel par métier' },
} satisfies DetectorIn<typeof detector>;

const inFrench: Readonly<Partial<Record<Sign['sign'], string>>> = {
  port: 'port',
  'open port': 'port ouvert',
  tool: 'outil',
  hosting: 'hébergeur',
};

const peersInFrench = ({ peers, beside }: { peers: number; beside: number }) =>
  peers > 0 ? count(beside, 'pair', 'pairs') : count(beside, 'compte', 'comptes');

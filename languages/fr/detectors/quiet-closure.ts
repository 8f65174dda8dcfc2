import type detector from '../../../cypher/detectors/quiet-closure.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { within } from '../../../domain/messages/en/typography.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Fermé une fois les clients rencontrés',
  bond: 'une fermeture après le premier contact',
  looksFor:
    'Des comptes fermés quelques jours après leur premier contact avec un client, surtout quand d’autres qui partagent une machine, une adresse ou un compte de paiement ont été fermés de même.',
  blindTo:
    'Les comptes laissés inutilisés au lieu d’être fermés, et les contacts hors de la plateforme.',
  shows: {
    A1: 'la plateforme ne l’a pas suspendu',
  },
  benign: [
    'quelqu’un que le premier client a embauché et qui n’a plus besoin de la plateforme',
    'quelqu’un qui a renoncé après la première mission',
    'des comptes que la plateforme a fermés en une fois',
  ],
  headline: (facts) =>
    [
      `fermé en ${count(within(facts.days), 'jour', 'jours')} après le premier contact avec un client`,
      facts.linked.length > 0
        ? `comme ${count(facts.linked.length, 'autre lié', 'autres liés')} à lui`
        : null,
      facts.alike > 0 ? `et ${figure(facts.alike)} de son métier les mêmes jours` : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  parameters: {
    horizon_days: {
      name: 'horizon',
      why: 'qui ferme plus tard a d’abord travaillé pour le client',
      unit: 'jours',
    },
    soon_days: {
      name: 'bientôt',
      why: 'on échappe au contrôle dans les jours du contact, pas dans les mois',
      unit: 'jours',
    },
    same_days: {
      name: 'mêmes jours',
      why: 'les comptes abandonnés ensemble le sont en une semaine',
      unit: 'jours',
    },
    hub_accounts: {
      name: 'comptes d’un carrefour',
      why: 'ce que partagent plus de comptes est un lieu public',
      unit: 'comptes',
    },
    least: {
      name: 'force au moins',
      why: french`les gens quittent des plateformes : en deçà, il nommerait tous ceux qui l’ont fait`,
    },
  },
  facts: {
    met: 'rencontré le',
    closed_at: 'fermé le',
    reason: 'raison',
    status: 'état',
    days: 'jours',
    clients: 'clients',
    linked: 'liés',
    alike: 'semblables',
    quiet: 'fermetures discrètes',
    usual_quiet: 'part habituelle',
  },
  usual: { usual_met: 'comptes qui ont rencontré un client' },
} satisfies DetectorIn<typeof detector>;

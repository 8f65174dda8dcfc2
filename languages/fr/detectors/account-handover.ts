import type detector from '../../../cypher/detectors/account-handover.ts';
import type { DetectorIn, FactsOf } from '../../../domain/detector.ts';
import { within } from '../../../domain/messages/en/typography.ts';
import { count, french } from '../typography.ts';

type Changed = FactsOf<typeof detector>['changed'][number];

export default {
  title: 'Passé en d’autres mains',
  bond: 'un changement de mains',
  looksFor: french`Des comptes dont plusieurs éléments indépendants changent en quelques semaines, alors qu’ils étaient vérifiés et utilisés : où va la paie, l’e-mail et le téléphone, la machine, le pays, les horaires. Un compte vendu change tout ; un compte loué garde machine et adresse, et gagne un contrôle à distance, d’autres horaires et un autre versement.`,
  blindTo: french`Les changements de mains des premiers jours ; les titulaires qui changent une chose à la fois ; ce que la plateforme n’enregistre pas.`,
  shows: {
    H11: 'l’adresse e-mail ou le téléphone est parmi ce qui a changé',
  },
  benign: [
    'parti à l’étranger, avec une nouvelle banque et un nouveau téléphone',
    'un nouvel ordinateur dans les semaines d’une nouvelle adresse e-mail',
    'a tout perdu à cause d’un voleur, et l’a remplacé',
  ],
  headline: (facts) => {
    const changed = [
      ...facts.changed.map((one) => inFrench[one] ?? one),
      facts.other_country ? 'pays' : null,
      facts.hours_shifted >= 4 && facts.hours_regular >= 0.3
        ? `horaires (de ${Math.round(facts.hours_shifted)} h)`
        : null,
    ].filter((part) => part !== null);
    return (
      french`${facts.account} a changé en ${count(within(facts.days), 'jour', 'jours')} à partir du ${facts.from.slice(0, 10)} : ${changed.join(', ')}` +
      (facts.declared_move ? ', lors d’un déménagement déclaré' : '')
    );
  },
  parameters: {
    window_days: {
      name: 'fenêtre',
      why: french`un acheteur change ce qu’il faut en quelques semaines ; une personne, au fil des années`,
      unit: 'jours',
    },
    settled_days: {
      name: 'délai d’installation',
      why: french`qui ouvre un compte le règle dans les premiers jours ; ce n’est pas un changement de mains`,
      unit: 'jours',
    },
    least_sessions: {
      name: 'sessions au moins',
      why: 'moins de sessions avant ou après ne montrent ni horaires ni lieux',
      unit: 'sessions',
    },
    ports: {
      name: 'ports',
      why: 'bureau à distance et semblables, comme pour le détecteur de contrôle à distance',
    },
  },
  facts: {
    account: 'compte',
    changed: 'ce qui a changé',
    weight: 'poids',
    from: 'du',
    until: 'au',
    days: 'jours',
    verified: 'vérifié',
    sessions_before: 'sessions avant',
    sessions_after: 'sessions après',
    hours_shifted: 'décalage des horaires',
    hours_regular: 'régularité des horaires',
    other_country: 'autre pays',
    declared_move: 'déménagement déclaré',
    same_addresses: 'part des mêmes adresses',
  },
} satisfies DetectorIn<typeof detector>;

const inFrench: Readonly<Partial<Record<Changed, string>>> = {
  payout: 'compte de versement',
  email: 'e-mail',
  phone: 'téléphone',
  name: 'nom',
  device: 'appareil',
  remote: 'accès (à distance)',
  hosting: 'accès (adresse d’hébergeur)',
};

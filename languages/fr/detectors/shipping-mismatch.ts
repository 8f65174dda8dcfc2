import type detector from '../../../cypher/detectors/shipping-mismatch.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Des envois à une adresse qui n’est sur aucune pièce',
  bond: 'une même adresse de livraison',
  looksFor: french`Des équipements ou papiers envoyés à une adresse que le compte ne donne nulle part, surtout quand les choses de plusieurs comptes sans rapport y vont, ou quand c’est le domicile d’un autre compte : quelqu’un garde leurs machines.`,
  blindTo:
    'Les adresses écrites si différemment qu’aucun numéro ne concorde, et les équipements que quelqu’un emporte plus loin.',
  shows: {
    H7: 'des pièces du compte donnent une autre adresse',
    E7: 'le compte ne donne cette adresse nulle part',
  },
  benign: [
    'quelqu’un qui a déménagé, ou est dans sa famille pour quelques mois',
    'une consigne à colis, le courrier d’un campus ou un transitaire',
    'un bureau ou un espace partagé qui accepte les colis',
    'des colocataires, ou des locataires dont les pièces nomment encore l’ancien domicile',
  ],
  headline: (facts) =>
    [
      `${count(facts.shipments, 'envoi', 'envois')} pour ${count(facts.accounts, 'compte', 'comptes')} à une même adresse`,
      facts.strangers > 0
        ? `que ${figure(facts.strangers)} d’entre eux ne ${facts.strangers < 2 ? 'donne' : 'donnent'} nulle part`
        : null,
      facts.hosts > 0 ? `et qui est celle de ${count(facts.hosts, 'autre', 'autres')}` : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  parameters: {
    most_accounts: {
      name: 'comptes au plus',
      why: 'une adresse d’autant de comptes est un transitaire ou une consigne à colis',
      unit: 'comptes',
    },
    few_accounts: {
      name: 'peu de comptes',
      why: french`un domicile garde les machines d’une poignée ; plus il y a de comptes, plus c’est un transitaire`,
      unit: 'comptes',
    },
  },
  facts: {
    shipments: 'envois',
    accounts: 'comptes',
    strangers: 'étrangers à l’adresse',
    off_paper: 'hors de leurs pièces',
    hosts: 'hôtes',
    unrelated: partiesCounted,
    other_recipients: 'autres destinataires',
    known_shared: 'partages connus',
    usual_elsewhere: 'part habituelle ailleurs',
  },
  usual: { usual_shipments: 'envois' },
} satisfies DetectorIn<typeof detector>;

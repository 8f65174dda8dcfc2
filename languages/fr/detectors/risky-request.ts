import type detector from '../../../cypher/detectors/risky-request.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { type RequestKind } from '../../../domain/requests.ts';
import { count, french } from '../typography.ts';

export default {
  title: 'Des demandes contre lesquelles l’alerte met en garde',
  bond: 'des demandes contre lesquelles l’alerte met en garde',
  looksFor: french`Des textes qui demandent de parler hors de la plateforme, d’être payé en monnaie virtuelle, avant le travail ou sans réunions, de prêter une identité ou un compte, et des offres signées d’un dirigeant à quelqu’un qui n’avait jamais écrit ; en anglais, chinois, coréen, russe et français. Ce que beaucoup demandent sur la plateforme pèse peu.`,
  blindTo:
    'Les demandes en d’autres mots que ceux de la liste, qui sont la plupart de celles que formule un inconnu, en d’autres langues, ou faites de vive voix.',
  shows: {
    H5: 'une offre spontanée de dirigeant est parmi les textes',
    H6: 'un texte demande de parler ailleurs',
    H8: 'un texte demande de la monnaie virtuelle',
    H9: 'un texte demande un paiement avant le travail ou sans réunions',
    H15: 'un texte demande de prêter une identité ou un compte',
    E6: 'comme pour H6',
  },
  benign: [
    'un indépendant honnête qui préfère une messagerie, ou qui a été trompé et veut un acompte',
    'un texte qui cite une demande pour mettre en garde, en des mots que les règles ne connaissent pas',
    'une agence dont le chef écrit les offres',
  ],
  headline: (facts) =>
    `${facts.account} demande ${facts.asked.map(({ kind, texts }) => `${inFrench[kind] ?? kind} (${count(texts, 'texte', 'textes')})`).join(', ')}`,
  parameters: {
    half_share: {
      name: 'part pour la moitié',
      why: 'ce que demande un auteur sur trente est à demi coutume',
    },
    most_shown: {
      name: 'montrés au plus',
      why: french`assez de textes de chaque sorte pour qu’une personne les lise ; leur nombre est dit à côté`,
      unit: 'textes',
    },
  },
  facts: { account: 'compte', asked: 'demandes' },
  usual: { usual: 'habituel' },
} satisfies DetectorIn<typeof detector>;

const inFrench: Readonly<Partial<Record<RequestKind, string>>> = {
  'other-channel': 'de parler ailleurs',
  'virtual-currency': 'un paiement en monnaie virtuelle',
  'paid-before-work': 'un paiement avant le travail ou sans réunions',
  'lend-identity': 'de prêter une identité ou un compte',
  'cold-executive': 'par une offre spontanée de dirigeant',
};

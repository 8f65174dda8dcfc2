import type detector from '../../../cypher/detectors/reopened-account.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, french } from '../typography.ts';

export default {
  title: 'Un compte fermé qui revient',
  bond: 'un compte fermé et son successeur',
  looksFor:
    'Des comptes ouverts après qu’un autre a été fermé ou suspendu et qui ont en commun avec lui machine, compte de paiement, pièces d’identité, coordonnées ou adresse. Qui a perdu un compte ouvre le suivant.',
  blindTo:
    'Un retour avec de nouvelles machine, pièces et compte de paiement, et les comptes dont la fermeture n’a pas de date.',
  benign: [
    'quelqu’un qui a fermé un compte et revient ouvertement des années après',
    'une machine d’occasion ou un numéro de téléphone réattribué',
    'un colocataire ou un parent qui s’inscrit après le départ de l’autre',
  ],
  headline: (facts) => {
    const common = [...new Set(facts.traits.map(({ kind }) => inFrench[kind] ?? kind))].sort();
    return french`${facts.reopened} a été ouvert ${count(Math.abs(Math.round(facts.days_between)), 'jour', 'jours')} ${facts.days_between < 0 ? 'avant' : 'après'} que ${facts.closed} a été ${facts.status === 'suspended' ? 'suspendu' : 'fermé'} ; en commun : ${common.join(', ')}`;
  },
  parameters: {
    days_before: {
      name: 'jours avant',
      why: 'qui voit venir la fermeture ouvre le compte suivant quelques jours plus tôt',
      unit: 'jours',
    },
    fading_days: {
      name: 'jours d’effacement',
      why: french`qui a besoin d’un compte revient en quelques semaines ; des années après, machines et numéros ont changé de mains`,
      unit: 'jours',
    },
    hub_accounts: {
      name: 'comptes d’un carrefour',
      why: 'ce que partagent plus de comptes est un lieu public ou un exemple',
      unit: 'comptes',
    },
    least: {
      name: 'force au moins',
      why: 'en deçà, il nommerait tous ceux qui ont un jour utilisé le même réseau que quelqu’un qui est parti',
    },
  },
  facts: {
    closed: 'fermé',
    reopened: 'rouvert',
    status: 'état',
    reason: 'raison',
    ended: 'fin',
    time_known: 'date connue',
    days_between: 'jours entre les deux',
    traits: 'traits communs',
    same_person: 'même personne',
    same_address: 'même adresse',
    same_website: 'même site web',
    declared: 'déclaré',
    first_login: 'première connexion',
  },
} satisfies DetectorIn<typeof detector>;

const inFrench: Readonly<Record<string, string>> = {
  payout: 'versement',
  number: 'numéro de pièce',
  photo: 'photo',
  file: 'fichier',
  device: 'appareil',
  phone: 'téléphone',
  email: 'e-mail',
  ip: 'réseau',
  text: 'texte',
};

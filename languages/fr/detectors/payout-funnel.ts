import type detector from '../../../cypher/detectors/payout-funnel.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, french } from '../typography.ts';

export default {
  title: 'Des versements qui se rejoignent plus loin',
  bond: 'de l’argent qui se rejoint en un lieu',
  looksFor: french`Des comptes aux versements propres dont l’argent, un à trois virements plus loin, arrive sur un même compte de paiement, presque entier et peu après être entré ; ou plusieurs payeurs qui envoient à un bénéficiaire des sommes divisées en petites parts égales. Une équipe qui donne à chaque compte son portefeuille doit encore réunir ses gains.`,
  blindTo: french`Les espèces, et les virements que la plateforme ne voit pas ; l’argent qui repose des mois en chemin ; une société qui reçoit sur un compte de paiement et envoie d’un autre.`,
  shows: {
    C10: 'un compte de paiement sur le chemin est en monnaie virtuelle',
    H2: 'la destination, ou un compte de paiement intermédiaire, est en Chine',
  },
  benign: [
    'une plateforme d’échange, un émetteur de cartes ou une caisse d’épargne aux nombreux clients',
    'un bailleur, ou une famille à l’étranger que plusieurs parents soutiennent',
    'une agence dont le personnel remet ses versements',
    'une petite boutique ou un club dont les clients achètent la même chose bon marché',
  ],
  headline: (facts) => {
    const moved = facts.movers;
    const pieces = facts.splitters;
    const parts = [
      moved > 0
        ? `l’argent de ${count(moved, 'partie', 'parties')} (des comptes ouvertement liés en font une) arrive à ${facts.destination} en ${count(facts.hops, 'virement', 'virements')}`
        : null,
      pieces > 0
        ? `${count(pieces, 'partie envoie', 'parties envoient')} à ${facts.destination} des sommes en petites parts égales`
        : null,
    ]
      .filter((part) => part !== null)
      .join(french` ; `);
    return parts.charAt(0).toUpperCase() + parts.slice(1);
  },
  parameters: {
    max_hops: {
      name: 'étapes au plus',
      why: french`un portefeuille, une société et le collecteur ; au-delà, l’argent de chacun se rejoint quelque part`,
      unit: 'étapes',
    },
    min_kept: {
      name: 'part transmise au moins',
      why: french`un loyer est le quart d’un revenu ; l’argent d’autrui repart presque entier`,
      unit: 'part du revenu par étape',
    },
    whole: {
      name: 'presque entier',
      why: 'ce qui reste après les frais et une petite paie pour qui prête le compte',
      unit: 'part du revenu par étape',
    },
    hub_payers: {
      name: 'payeurs d’un carrefour',
      why: french`plus de payeurs qu’une équipe n’a de mains : une plateforme d’échange, un émetteur de cartes, un gestionnaire de paie, le séquestre de la plateforme`,
      unit: 'payeurs',
    },
    most_sources: {
      name: 'comptes au plus',
      why: french`les comptes qui envoient le plus suffisent ; leur nombre est dit à côté`,
      unit: 'comptes',
    },
    most_there: {
      name: 'payés sur place au plus',
      why: french`qui est payé à destination collecte ; plus de quelques-uns sont des clients`,
      unit: 'comptes',
    },
    most_transfers: {
      name: 'virements au plus',
      why: french`quelques virements de chaque paire montrent ce qu’ils font ; leur nombre est dit à côté`,
      unit: 'virements par paire',
    },
    usual_for_half: {
      name: 'habituel pour la moitié',
      why: french`là où un payeur sur vingt fractionne des sommes, les parts valent la moitié : boutiques et clubs sont payés ainsi`,
      unit: 'part des payeurs',
    },
    watched_countries: {
      name: 'pays surveillés',
      why: french`pays de destination que l’exploitant veut voir peser davantage ; aucun par défaut, car un pays seul ne dit rien d’une personne`,
    },
  },
  facts: {
    destination: 'destination',
    kind: 'sorte',
    holder_name: 'titulaire',
    accounts: 'comptes qui y envoient de l’argent',
    shown: 'dont comptes nommés ici',
    unrelated: partiesCounted,
    movers: 'parties dont l’argent y arrive',
    sent_on: 'par partie, part de ses revenus transmise',
    kept: french`la même, moindre là où elle n’a été envoyée que peu de fois : ce qui pèse`,
    split: 'fractionnement',
    splitters: 'parties qui fractionnent',
    sides: 'comptes de paiement d’où l’argent arrive à la fin',
    hops: 'virements en chemin, au plus',
    paid_there: 'comptes payés là directement',
    payers: 'comptes de paiement qui le paient, quel qu’en soit le titulaire',
    payees: 'comptes de paiement qu’il paie',
    transfers: 'virements réglés en chemin',
    kinds: 'sortes de comptes de paiement',
    countries: 'pays sur le chemin',
    placed: 'comptes dont le pays est connu à côté de celui de la destination',
    elsewhere: 'dont comptes qui déclarent un autre pays',
    watched_country: 'pays surveillé',
    usual_splitting: 'part habituelle de fractionnement',
    known_shared: 'partages connus',
  },
  usual: { all_payers: 'payeurs en tout', all_splitters: 'payeurs qui fractionnent en tout' },
} satisfies DetectorIn<typeof detector>;

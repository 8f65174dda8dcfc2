import type detector from '../../../cypher/detectors/earnings-beyond-one-person.ts';
import type { DetectorIn, FactsOf } from '../../../domain/detector.ts';
import { count, decimal, figure, french } from '../typography.ts';

type Hands = FactsOf<typeof detector>;
type Income = NonNullable<Hands['income']>;

const day = (time: string) => time.slice(0, 10);

export default {
  title: 'Plus de gains ou de travail que d’une seule personne',
  bond: 'plus de travail que n’en fait une personne',
  looksFor: french`Un compte, ou un versement que plusieurs partagent, qui gagne bien plus par mois que d’autres du même métier, livre davantage, travaille à plus de missions à la fois, ou est connecté plus d’heures par semaine qu’une personne n’est éveillée. Les mois et les semaines sont ceux du calendrier en UTC, de celui du premier paiement ou de la première livraison à celui du dernier. Des équipes travaillent derrière un seul nom ; une personne a deux mains.`,
  blindTo: french`Les équipes qui répartissent leur travail sur assez de comptes ; les métiers et devises à peu de pairs ; le travail dont la plateforme ne voit pas les paiements.`,
  shows: {
    C14: 'ce qu’une personne reçoit par mois fait plus de 300 000 USD par an, ou ce que des comptes partagent plus de 3 millions',
    C5: 'les missions livrées, simultanées ou les heures se détachent, ou plusieurs comptes gagnent sur un même versement',
  },
  benign: [
    'une agence, ou un atelier qui en emploie ouvertement d’autres',
    'un spécialiste recherché aux tarifs élevés',
    'une session restée ouverte la nuit',
    'une grosse mission payée en quelques grosses sommes',
  ],
  headline: (facts) => {
    const { income, first_delivered: first, last_delivered: last } = facts;
    const parts = [
      income && income.beyond > 2
        ? `a reçu ${figure(Math.round(income.total))} ${income.currency} en ${count(income.payments, 'paiement réglé', 'paiements réglés')} ${betweenInFrench(income.first, income.last)}` +
          [monthlyInFrench(facts, income), usualInFrench(facts, income)].join('')
        : null,
      facts.delivered_beyond > 2 && first !== null && last !== null
        ? `a livré ${count(facts.delivered, 'mission', 'missions')} ${betweenInFrench(first, last)}` +
          (facts.weekly_delivered === null
            ? ''
            : `, ${decimal(facts.weekly_delivered, 1)} par semaine sur ${count(facts.weeks_delivering ?? 0, 'semaine civile', 'semaines civiles')}`)
        : null,
      facts.at_once_beyond > 2
        ? `a travaillé à ${figure(facts.at_once)} missions à la fois au plus`
        : null,
      facts.weekly_hours > 90
        ? `a été connecté ${figure(Math.floor(facts.weekly_hours))} heures et plus dans chacune de trois semaines`
        : null,
    ].filter((part) => part !== null);
    const unit = facts.unit.replace(/^account /, 'Compte ').replace(/^payout /, 'Versement ');
    return french`${unit} : ${parts.length > 0 ? parts.join(french` ; `) : 'en fait plus que ses pairs'}`;
  },
  parameters: {
    least_peers: {
      name: 'pairs au moins',
      why: french`avec moins de pairs, nul ne peut dire ce qui est habituel ; tous les métiers sont alors les pairs`,
      unit: 'comptes',
    },
    least_months: {
      name: 'mois au moins',
      why: french`un bon mois est de la chance : ce qui a été gagné en moins de mois civils, de celui du premier paiement à celui du dernier, est comparé comme gagné en trois, et aucun mois n’en est dit`,
      unit: 'mois',
    },
    least_spread: {
      name: 'dispersion au moins',
      why: 'des pairs aux gains presque égaux feraient paraître grande une petite différence',
      unit: 'logarithme',
    },
    beyond_from: {
      name: 'écart de départ',
      why: french`deux dispersions au-dessus du milieu : à peu près un compte honnête sur quarante`,
      unit: 'dispersions',
    },
    beyond_to: {
      name: 'écart d’arrivée',
      why: 'à cinq dispersions au-dessus du milieu, aucun pair ne se trouve par hasard',
      unit: 'dispersions',
    },
    hours_from: {
      name: 'heures de départ',
      why: 'treize heures par jour, sept jours sur sept, pendant trois semaines',
      unit: 'heures par semaine',
    },
    hours_to: {
      name: 'heures d’arrivée',
      why: french`une semaine n’a pas plus d’heures : qui est connecté davantage l’est deux fois à la fois`,
      unit: 'heures par semaine',
    },
    hub_accounts: {
      name: 'comptes d’un carrefour',
      why: french`plus de titulaires qu’une équipe n’a de mains : le compte collecteur d’un prestataire de paiement`,
      unit: 'comptes',
    },
    most_shown: {
      name: 'montrés au plus',
      why: french`les plus gros paiements et les premières missions suffisent ; leur nombre est dit à côté`,
      unit: 'lignes',
    },
  },
  facts: {
    unit: 'unité',
    accounts: 'comptes',
    people: 'personnes',
    agency: 'agence',
    income: 'revenu, ses mois étant des mois civils en UTC',
    jobs: 'missions',
    delivered: 'livrées',
    first_delivered: 'première livraison',
    last_delivered: 'dernière livraison',
    weeks_delivering: 'semaines civiles de la première livraison à la dernière',
    weekly_delivered: 'livrées par semaine',
    delivered_beyond: 'écart des livraisons',
    at_once: 'à la fois',
    at_once_beyond: 'écart à la fois',
    weekly_hours: 'heures par semaine',
  },
  usual: {
    work_marked: 'travail daté',
    usual_income: 'revenu habituel',
    usual_delivered: 'livraisons habituelles',
    usual_at_once: 'missions simultanées habituelles',
  },
} satisfies DetectorIn<typeof detector>;

function betweenInFrench(first: string, last: string): string {
  return day(first) === day(last)
    ? `le ${day(first)}`
    : `entre le ${day(first)} et le ${day(last)}`;
}

function monthlyInFrench({ accounts, people }: Hands, { monthly, months }: Income): string {
  if (monthly === null) return '';
  const whose =
    people > 1
      ? `pour chacune de ${figure(people)} personnes`
      : accounts > 1
        ? `pour ses ${figure(accounts)} comptes ensemble, ${figure(Math.round(monthly / accounts))} pour chacun`
        : '';
  return `, ${[`${figure(Math.round(monthly))} par mois`, whose, `sur ${count(months, 'mois civil', 'mois civils')}`].filter((part) => part !== '').join(' ')}`;
}

function usualInFrench({ accounts }: Hands, its: Income): string {
  if (its.usual_monthly === null) return '';
  const peers = `${count(its.usual_monthly_of, 'compte', 'comptes')} ${its.peer_trade === '' ? 'de tous les métiers' : `du métier ${its.peer_trade}`}`;
  return french` ; le milieu de ${peers}, compté de même, est de ${figure(Math.round(its.usual_monthly))} par mois chacun${its.of_trade < accounts ? french` (${its.of_trade} de ces ${accounts} ${its.of_trade < 2 ? 'a' : 'ont'} ce métier)` : ''}`;
}

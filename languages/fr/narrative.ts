import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { scoreMessages } from './score.ts';
import { count, decimal, figure, french } from './typography.ts';

export const narrativeMessages = {
  title: 'Exposé des faits suspects – brouillon',
  notice: french`Rédigé par des règles à partir des constats, pour qu’un analyste le vérifie, le complète et l’abrège. Les crochets marquent ce que seule une personne peut dire. Le brouillon lie des comptes ; il ne dit pas ce qu’est ni ce qu’a fait qui que ce soit. Supprimez ce paragraphe avant le dépôt.`,
  asOf: (time) =>
    time === null
      ? 'Tiré de toutes les données chargées.'
      : `Tiré de ce qui s’était passé jusqu’à ${time}.`,
  masked: (kinds) =>
    french`Des pseudonymes remplacent : ${kinds}. Une déclaration demande les valeurs elles-mêmes : rédigez-la de nouveau sans masquage.`,
  deadline: {
    title: 'Décision et délai',
    decided: (date, due, dueAtMost) =>
      french`Décidé le ${date}. À déposer au plus tard le ${due} ; si aucun suspect n’est identifié, au plus tard le ${dueAtMost}.`,
    undecided: (days, most) =>
      french`[Date de la décision]. À déposer dans ${days < 2 ? 'le jour civil qui la suit' : `les ${days} jours civils qui la suivent`} ; si aucun suspect n’est identifié, dans les ${most}.`,
    rule: french`Compté comme le font 31 CFR 1020.320(b)(3) et 1022.320(b)(3) pour les banques et les prestataires de services monétaires aux États-Unis, du jour où ont été décelés des faits qui peuvent motiver une déclaration. S’ils l’ont été avant la décision, comptez de ce jour-là. Ce qui demande une attention immédiate se dit aussi par téléphone aux autorités. Ailleurs, d’autres règles valent ; en France, la déclaration de soupçon se fait sans délai.`,
  },
  who: {
    title: 'Qui',
    accounts: (accounts) =>
      french`${count(accounts, 'compte', 'comptes')} de la plateforme, nommés comme les données les nomment :`,
    none: 'Aucun compte de la plateforme. [De qui il s’agit]',
    context: (accounts) =>
      french`Montrés seulement pour le contexte : ${count(accounts, 'compte qui touche', 'comptes qui touchent')} à ce qui est décrit. Rien ici ne dit ${accounts < 2 ? 'qu’il en fait partie' : 'qu’ils en font partie'}, et rien ci-dessous ne ${accounts < 2 ? 'le' : 'les'} compte sans le dire. [Supprimez qui n’est pas nécessaire au lecteur]`,
    account: (id, name, since) =>
      `${name === id ? id : french`${id}, « ${name} »`}${since === null ? '' : `, ouvert le ${since}`}`,
    payments: (accounts) =>
      french`${count(accounts, 'compte de paiement', 'comptes de paiement')} sur lesquels ces comptes sont payés, parmi ceux que citent les constats :`,
    otherPayments: (accounts) =>
      french`Les constats citent ${count(accounts, 'autre compte de paiement', 'autres comptes de paiement')}, d’où de l’argent est venu ou où il est allé. Ce projet ne nomme pas qui ${accounts < 2 ? 'le' : 'les'} tient ; le dossier de preuves le fait quand les données le disent. [Nommez un titulaire si le lecteur en a besoin]`,
    payment: (id, holder, at) =>
      `${id}${holder === null ? '' : french`, tenu au nom de « ${holder} »`}${at === null ? '' : `, chez ${at}`}`,
    more: (others) => `… et ${figure(others)} de plus, énumérés dans le dossier de preuves`,
    persons: '[Ce que l’on sait des personnes derrière ces comptes, et comment cela a été établi]',
  },
  what: {
    title: 'Ce qui a été vu',
    none: 'Aucun détecteur n’a rien trouvé sur ce qui est montré.',
    finding: (title, first, last, cites) =>
      [
        first === null || last === null ? title : `${title}, ${between(first, last)}`,
        ...cites,
      ].join(french` ; `) + '.',
  },
  ofThem: (members, context) =>
    french`Des ${count(members + context, 'compte', 'comptes')} que nomme ce constat, ${figure(members)} ${members < 2 ? 'est de ceux' : 'sont de ceux'} dont il s’agit ici et ${figure(context)} ${context < 2 ? 'est montré' : 'sont montrés'} seulement pour le contexte.`,
  when: {
    title: 'Quand',
    period: (first, last) => `Ce que comptent les constats s’est passé entre ${first} et ${last}.`,
    unknown: 'Les constats ne connaissent aucun moment.',
  },
  where: {
    title: 'Où',
    used: (ips, devices) =>
      french`Sur la plateforme, depuis ${count(ips, 'adresse IP', 'adresses IP')} et ${count(devices, 'appareil', 'appareils')} que les constats citent comme utilisés par ces comptes :`,
    shared: (what, members, context) =>
      `${what}, utilisé par ${figure(members)} de ces comptes${context > 0 ? `, et par ${count(context, 'compte montré', 'comptes montrés')} seulement pour le contexte` : ''}`,
    nothing: 'Aucune adresse et aucun appareil n’est utilisé par deux de ces comptes.',
    note: 'Le lieu où quelqu’un habite et l’origine d’un nom ne sont pas des motifs de soupçon.',
  },
  why: {
    title: 'Pourquoi c’est suspect',
    indicators: french`C’est compatible avec ce que décrit l’avis conjoint du 16 mai 2022 :`,
    indicator: (id, meaning) => french`${id} : ${meaning}`,
    score: (score) =>
      french`Score ${decimal(score, 2)} sur 1,00 : ${scoreMessages.meaning.cluster}. ${scoreMessages.ranks}`,
    benign: french`Explications innocentes qu’il fallait envisager, et pourquoi elles n’expliquent pas les faits :`,
    answer: (explanation) =>
      `${explanation} [pourquoi elle ne tient pas ici, ou qu’elle peut tenir]`,
    own: french`[Ce qu’ajoute l’analyste : contacts avec les titulaires, pièces demandées, ce qu’ils ont répondu]`,
  },
  how: {
    title: 'Comment l’argent a circulé',
    counted: (accounts) =>
      french`Totaux de ce que ${count(accounts, 'compte de paiement', 'comptes de paiement')} de ces comptes ont reçu d’autres comptes de paiement et leur ont envoyé, quel qu’en soit le titulaire, virements réglés seulement, chaque devise à part :`,
    total: (direction, amount, transfers, first, last) =>
      french`${direction === 'in' ? 'Reçu' : 'Envoyé'} : ${amount} en ${count(transfers, 'virement', 'virements')}, ${period(first, last)}`,
    quarter: (name, amount, transfers) =>
      french`${name === '' ? 'sans date' : name} : ${amount} en ${count(transfers, 'virement', 'virements')}`,
    quarterName: (year, quarter) => `trimestre ${quarter} de ${year}`,
    unsettled: (transfers) =>
      `${count(transfers, 'virement qui a échoué, a été annulé ou est contesté n’est', 'virements qui ont échoué, ont été annulés ou sont contestés ne sont')} pas dans les totaux.`,
    notCounted: (accounts, most) =>
      `${count(accounts, 'compte de paiement a', 'comptes de paiement ont')} plus de ${count(most, 'virement', 'virements')}, comme ceux de plateformes et de banques, et ${accounts < 2 ? 'n’est pas compté' : 'ne sont pas comptés'}.`,
    nothing: 'Aucun virement de leurs comptes de paiement n’a été chargé.',
    months: 'totals.csv, dans le dossier de preuves, les donne par mois.',
  },
  basis: {
    title: 'Sur quoi cela repose',
    text: 'Chaque affirmation est ramenée à ses lignes sources dans le rapport du dossier de preuves de même étendue. [Où le dossier est conservé, et l’empreinte de son contenu]',
  },
  badDate: (text, today) => `${text} n’est pas un jour. Écrivez-le comme ${today}.`,
  laterDate: (text, today) =>
    french`${text} est encore à venir ; nous sommes le ${today} (UTC). Une décision ne peut être datée que jusqu’à aujourd’hui.`,
  command: {
    about: 'rédiger un exposé des faits suspects, qu’une personne reprend',
    out: 'le fichier texte à écrire (Markdown)',
    decided: 'le jour où le dépôt a été décidé, comme 2026-11-30',
  },
  written: (path, due) => `${path}${due === null ? '' : `\nÀ déposer au plus tard le ${due}.`}`,
} satisfies Given<Messages['narrative']>;

function between(first: string, last: string): string {
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? `le ${from}` : `entre le ${from} et le ${to}`;
}

function period(first: string, last: string): string {
  if (first === '') return 'à des moments inconnus';
  return first === last ? `en ${first}` : `de ${first} à ${last}`;
}

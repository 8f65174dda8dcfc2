import { outOf100 } from '../../domain/score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

export const explainMessages = {
  about: french`Pourquoi deux comptes sont liés : chaque poids, et les chemins les plus forts`,
  accountArgument: 'l’identifiant d’un compte',
  noRun: 'Aucune détection n’a encore eu lieu. Lancez d’abord `skein detect`.',
  noAccount: (id) =>
    `Il n’y a pas de compte ${id}. Cherchez-le, ou chargez le fichier qui le contient.`,
  sameAccount: (id) => `Les deux sont ${id}. Donnez deux comptes différents.`,
  reason: (bond, sharedBy, accounts, amount, most) =>
    french`${bond} : en commun à ${count(sharedBy, 'compte', 'comptes')} sur ${figure(accounts)}, ` +
    french`${Math.round(amount * 100)} % du plus que cela puisse peser (${decimal(most, 2)})`,
  times: {
    title: 'Quand chacun s’en est servi',
    used: (from, to, rows) =>
      `${from === to ? from : `${from} – ${to}`}, ${figure(rows)} ${rows < 2 ? 'ligne' : 'lignes'}`,
    both: (from, to) => (from === to ? `les deux le ${from}` : `les deux du ${from} au ${to}`),
    sameDays: (days) => (days < 2 ? 'le même jour une fois' : `le même jour ${figure(days)} fois`),
    apart: 'jamais en même temps',
  },
  prior: 'avant tout indice',
  total: 'ensemble',
  score: (score) => french`vraisemblance d’un lien : ${decimal(outOf100(score, 1), 1)} %`,
  nothing: (a, b) => `Rien ne lie ${a} et ${b}.`,
  sources: (shown, more) =>
    french`lignes : ${shown.join(', ')}${more > 0 ? ` et ${figure(more)} de plus` : ''}`,
} satisfies Given<Messages['explain']>;

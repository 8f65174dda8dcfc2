import { outOf100 } from '../../domain/score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

function stretch(from: string, to: string | null): string {
  if (to === null) return `à partir du ${from}, sans fin indiquée`;
  return from === to ? from : `${from} – ${to}`;
}

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
      `${stretch(from, to)}, ${figure(rows)} ${rows < 2 ? 'ligne' : 'lignes'}`,
    both: (from, to) => {
      if (to === null) return french`les deux à partir du ${from} ; aucune fin n’est indiquée`;
      return from === to ? `les deux le ${from}` : `les deux du ${from} au ${to}`;
    },
    sameDays: (days) => (days < 2 ? 'le même jour une fois' : `le même jour ${figure(days)} fois`),
    apart: 'jamais en même temps',
  },
  prior: 'avant tout indice',
  total: 'ensemble',
  score: (score) => french`les mêmes mains, ces deux-là : ${decimal(outOf100(score, 1), 1)} %`,
  scheme: (score, accounts, cluster) =>
    french`sert un même dispositif, le groupe de ${figure(accounts)} où sont les deux (${cluster}) : ${decimal(outOf100(score, 1), 1)} %`,
  noScheme: french`sert un même dispositif : les deux ne sont dans aucun groupe ensemble`,
  sameRows: (what, weight, alone) =>
    french`repose sur les mêmes lignes que « ${what} », et une ligne ne compte qu’une fois : ${decimal(weight, 2)} sur ${decimal(alone, 2)}`,
  sameFamily: (what, alone) =>
    french`de la même famille d’indices que « ${what} », dont le plus fort compte : ${decimal(0, 2)} sur ${decimal(alone, 2)}`,
  nothing: (a, b) => `Rien ne lie ${a} et ${b}.`,
  sources: (shown, more) =>
    french`lignes : ${shown.join(', ')}${more > 0 ? ` et ${figure(more)} de plus` : ''}`,
} satisfies Given<Messages['explain']>;

import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, figure, french } from './typography.ts';

export const explanationChecksMessages = {
  title: 'Explications honnêtes',
  hint: french`Vérifiez chacune avant de décider : une coche dit comment elle a été vérifiée, ce qu’il en est sorti, et par qui.`,
  results: { holds: 'tient', fails: 'ne tient pas', open: 'pas tranché' },
  checked: (checked, all) =>
    `${figure(checked)} sur ${count(all, 'explication honnête vérifiée', 'explications honnêtes vérifiées')}`,
  check: 'Vérifier…',
  form: (explanation) => french`Vérifier : ${explanation}`,
  how: 'Comment cela a été vérifié',
  howHint: 'Ce que vous avez regardé, ou à qui vous avez demandé. Gardé avec votre nom et l’heure.',
  howMissing: french`Dites comment : une vérification que personne ne peut suivre n’est pas gardée.`,
  result: 'Ce qu’il en est sorti',
  resultMissing: 'Choisissez ce qu’il en est sorti.',
  choose: 'Choisir',
  record: 'Noter la vérification',
  cancel: 'Annuler',
  recorded: 'La vérification est notée.',
  entry: 'Une explication a été vérifiée',
  withdrawnEntry: 'Une vérification a été retirée',
  undo: 'Reprendre',
  withdrawn: (by, at, why) => french`Retirée par ${by}, ${at} : ${why}`,
  withdrawnNews: french`La vérification est reprise ; elle reste dans l’historique.`,
  withdraw: 'Retirer…',
  withdrawTitle: 'Retirer cette vérification',
  withdrawHint: french`Elle reste dans l’historique, avec qui l’a retirée et pourquoi ; une plus ancienne vaut de nouveau.`,
  withdrawDo: 'Retirer',
  former: (n) => count(n, 'vérification plus ancienne', 'vérifications plus anciennes'),
  byAt: (by, at) => `${by}, ${at}`,
  then: (accounts) => `quand il s’agissait de ${count(accounts, 'compte', 'comptes')}`,
  unchecked: (says) => french`Pas vérifié : ${says.join(french` ; `)}.`,
  report: {
    title: 'Explications honnêtes, telles que vérifiées',
    line: (says, result) => french`${says} : ${result}`,
    note: 'Les autres explications n’ont pas été vérifiées.',
  },
  problems: {
    none: 'n’est pas une explication honnête de cet élément',
    noCheck: (id) => `Il n’y a pas de vérification ${id}.`,
    withdrawnBefore: (id) => `La vérification ${id} a déjà été retirée.`,
  },
} satisfies Given<LaterMessages['explanationChecks']>;

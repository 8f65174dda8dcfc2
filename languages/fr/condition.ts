import type { Given } from '../../domain/given.ts';
import type { ServerMessages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

const form = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const moment = (at: string) => `${form.format(new Date(at))} UTC`;
const size = (mebibytes: number) =>
  mebibytes < 1_024 ? `${figure(mebibytes)} Mo` : `${figure(Math.floor(mebibytes / 1_024))} Go`;

export const conditionMessages = {
  database: (ms) => `Elle répond, en ${figure(ms)} ms.`,
  databaseTodo: french`Elle est lente : regardez si elle a assez de mémoire et de processeurs, et ce qu’elle fait d’autre (docs/SCALING.md).`,
  disk: (free, all) => `${size(free)} sur ${size(all)} sont libres là où Skein garde ses fichiers.`,
  diskTodo: french`Faites de la place sur ce disque : sans place, les chargements, les détections et le journal s’arrêtent.`,
  home: 'On peut écrire dans le dossier de Skein.',
  homeRefuses: (why) => `On ne peut écrire dans le dossier de Skein (${why}).`,
  homeTodo: french`Voyez le disque et les droits de SKEIN_HOME. Jusque-là, ce qui doit d’abord être noté est refusé ; cela reprend ensuite de soi-même.`,
  clock: (seconds, ahead) =>
    seconds < 1
      ? 'Les horloges du serveur et de la base s’accordent.'
      : `L’horloge de la base ${ahead ? 'avance' : 'retarde'} de ${decimal(seconds, 1)} s sur celle du serveur.`,
  clockTodo:
    'Faites régler les deux horloges par le réseau (NTP). Les baux suivent celle de la base, les sessions et le journal celle du serveur.',
  auditHere: (recorded) =>
    french`${count(recorded, 'entrée', 'entrées')} ; la fin de la chaîne n’est dite nulle part au-dehors (docs/CUSTODY.md dit comment).`,
  auditAnchored: (recorded, at) =>
    french`${count(recorded, 'entrée', 'entrées')} ; la fin de la chaîne ${at === null ? 'n’a pas encore été dite au-dehors' : `a été dite au-dehors la dernière fois le ${moment(at)}`}.`,
  auditTodo: french`Regardez pourquoi elle n’est plus ancrée : « skein audit anchor » le dit.`,
  backup: (at) =>
    at === null ? 'Aucune n’a encore été prise.' : `La dernière a été prise le ${moment(at)}.`,
  backupTodo: french`Prenez-en une par « skein db backup », et faites-en prendre une chaque jour (docs/BACKUP.md).`,
  waiting: (usual, dear) =>
    usual + dear === 0
      ? 'Aucune demande n’attend son tour.'
      : `Attendent leur tour ${count(usual, 'clic', 'clics')} et ${count(dear, 'export ou long tableau', 'exports ou longs tableaux')}.`,
  waitingTodo: french`Beaucoup demandent beaucoup à la fois. Cela passe ; sinon, voyez docs/SCALING.md.`,
  schedules: (failing) =>
    failing === 0
      ? 'Ce qui tourne de soi-même a bien tourné la dernière fois.'
      : `${count(failing, 'programmation a échoué', 'programmations ont échoué')} la dernière fois.`,
  schedulesTodo: french`Ouvrez-les sous Veille : chacune dit pourquoi.`,
  deliveries: (undelivered, retried) => {
    if (undelivered > 0)
      return count(
        undelivered,
        'rapport n’a pu être remis et ne sera plus tenté.',
        'rapports n’ont pu être remis et ne seront plus tentés.',
      );
    return retried > 0
      ? count(
          retried,
          'rapport n’a pu encore être remis et sera tenté de nouveau.',
          'rapports n’ont pu encore être remis et seront tentés de nouveau.',
        )
      : 'Aucun rapport n’attend faute d’avoir pu être remis.';
  },
  deliveriesTodo: french`Ouvrez-les sous Veille : chacun dit pourquoi, et peut être envoyé de nouveau.`,
  detection: (last, running) => {
    const when =
      last === null ? 'Aucune n’a encore tourné.' : `La dernière a commencé le ${moment(last)}.`;
    return running ? `Une tourne maintenant. ${when}` : when;
  },
  retention: {
    none: 'Aucune règle ne fait partir quoi que ce soit par l’âge.',
    bad: 'Aucune règle de conservation n’est en vigueur, car retention.json ne peut servir.',
    badTodo: french`Corrigez-le là où Skein tourne : « skein retention » dit ce qui ne va pas.`,
    next: (at) =>
      at === null
        ? 'Les règles sont appliquées par commande seulement.'
        : `La prochaine fois est le ${moment(at)}.`,
    running: (begun) => `Les règles sont appliquées depuis le ${moment(begun)}.`,
    last: (at, files) => {
      const all = files.reduce((sum, { removed }) => sum + removed, 0);
      const kept = files.reduce((sum, one) => sum + one.kept, 0);
      const each = files
        .filter(({ removed }) => removed > 0)
        .map(({ file, removed }) => `${file} ${figure(removed)}`);
      return (
        french`Les règles ont été appliquées la dernière fois le ${moment(at)} : ${count(all, 'ligne partie', 'lignes parties')}` +
        (each.length === 0 ? '' : ` (${each.join(', ')})`) +
        (kept === 0
          ? '.'
          : `, ${count(kept, 'gardée', 'gardées')} par une retenue ou un dossier ouvert.`)
      );
    },
    never: 'Les règles n’ont pas encore été appliquées.',
    putOff: (until) =>
      `La dernière fois a été remise${until === null ? '' : `, jusqu’au ${moment(until)}`}.`,
    todo: french`Regardez pourquoi sous Données ; un nouvel essai se fait de soi-même. « skein retention apply » le fait aussitôt.`,
  },
} satisfies Given<ServerMessages['condition']>;

import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french, listed } from './typography.ts';

interface User {
  pid: number;
  command: string;
}

const userText = ({ pid, command }: User) => `\`${command}\` (processus ${pid})`;

export const databaseMessages = {
  starting: 'Démarrage du Neo4j local',
  connecting: 'Connexion à Neo4j',
  preparing: 'Préparation des contraintes et des index',
  reclaiming: (pid) => `Arrêt du Neo4j laissé par un programme interrompu (processus ${pid})`,
  javaNotStarted: french`Java n’a pas pu démarrer : lancez \`npm run setup\`.`,
  startTooSlow: (seconds, log) =>
    french`Le Neo4j local n’a pas répondu en ${seconds} s et a été arrêté ; ${log} dit ce qu’il faisait.`,
  startFailed: (reason, log) =>
    french`Le Neo4j local ne démarre pas : ${reason || 'Java s’est arrêté sans raison'} (voir ${log})`,
  keeperEnded: (status) =>
    `le processus qui le tient s’est terminé avec le statut ${status ?? '—'}`,
  diskFull: (folder, free, needed) =>
    french`Le disque de ${folder} a ${free} Mio libres, et le Neo4j local en demande ${needed} : libérez de la place, ou donnez à SKEIN_HOME un dossier d’un autre disque.`,
  storeInUse: (folder) =>
    french`La base de ${folder} est utilisée par un Neo4j que Skein ne connaît pas ; arrêtez ce processus et réessayez.`,
  passwordLost: (file) =>
    french`Le mot de passe du Neo4j local manque (${file}) : remettez le fichier, ou repartez de zéro avec \`skein db reset\`.`,
  adminFailed: (command, reason) =>
    french`La commande \`${command}\` de Neo4j a échoué : ${reason}`,
  writtenMeanwhile: 'La base est restée telle quelle, car quelqu’un y a écrit entre-temps.',
  busy: (user) =>
    french`La base locale est tenue par ${userText(user)}, qui la veut arrêtée ; réessayez quand ce sera terminé.`,
  silentHolder: (pid) =>
    french`La base locale est tenue par le processus ${pid}, qui ne répond pas : arrêtez-le (kill ${pid}) et réessayez.`,
  staleLock: (lock) =>
    french`Le verrou ${lock} nomme un programme qui n’est pas de Skein : supprimez ce fichier et réessayez.`,
  neverFree: (lock) =>
    french`La base locale n’a pas pu être obtenue : d’autres la démarrent et l’arrêtent sans cesse ; ${lock} dit qui.`,
  tooOld: (uri, version, oldest) =>
    french`Le Neo4j de ${uri} est en version ${version} : Skein demande ${oldest} ou plus récent.`,
  rightMissing: (user, reason) =>
    french`Il manque un droit à l’utilisateur Neo4j ${user} : ${reason} Skein doit pouvoir lire, écrire, et créer contraintes et index.`,
  programOlder: (found, own) =>
    french`Ce programme est plus ancien que la base : il connaît la version ${own} du schéma, la base a la version ${found}. Mettez Skein à jour.`,
  programNewer: (found, own) =>
    french`Ce programme est plus récent que la base : il demande la version ${own} du schéma, la base a la version ${found}. Chargez les données dans une nouvelle base, ou utilisez le Skein qui a écrit celle-ci.`,
  relabelling: (label) => `Attribution du label ${label} à ce qui est à Skein`,
  nodes: 'nœuds',
  notOurs: (labels) =>
    french`La base contient des données que Skein n’y a pas mises (un nœud ${labels}) : donnez à Skein une base à lui (NEO4J_DATABASE).`,
  inUse: (users) =>
    french`La base locale est utilisée par ${listed(users.map(userText))} ; arrêtez d’abord cela.`,
  fileExists: (file) => french`${file} existe déjà : nommez un autre fichier.`,
  noSuchFile: (file) => `Il n’y a pas de fichier ${file}.`,
  incidents: {
    silent: (seconds) =>
      french`Elle n’a pas répondu pendant ${seconds} s : elle a été arrêtée, puis relancée.`,
    lingering: (seconds) =>
      french`Une requête s’est poursuivie ${seconds} s après son interruption : le serveur a été arrêté, puis relancé.`,
    ended: french`Elle s’est arrêtée d’elle-même, peut-être faute de mémoire : elle est relancée.`,
    tooOften: (times, minutes) =>
      french`Elle a été relancée ${times} fois en ${minutes} minutes : elle reste arrêtée.`,
  },
  leaseLost: (by, since) =>
    french`On n’en avait plus de nouvelles depuis plus longtemps que son tour ne vaut, comme quand l’horloge de la base est avancée ou que cette machine s’est arrêtée, et ${by === null ? 'quelqu’un d’autre a pris son tour' : `le tour est à ${by} depuis ${since ?? ''}`} : deux à la fois gâteraient le travail l’un de l’autre, ceci a donc été arrêté, et rien de plus n’en a été écrit. Recommencez.`,
  failures: {
    gone: french`La base de données ne répond pas : vérifiez qu’elle tourne et que NEO4J_URI, si elle est définie, est juste. Avec neo4j+s ou bolt+s, Node doit se fier à son certificat ; NODE_EXTRA_CA_CERTS nomme le fichier d’une autorité privée.`,
    password: french`La base de données refuse l’utilisateur ou le mot de passe : vérifiez NEO4J_USER et NEO4J_PASSWORD.`,
    tooManyTries: french`La base de données refuse d’autres essais après plusieurs mots de passe faux : attendez quelques secondes.`,
    noDatabase: french`Le serveur n’a pas de base de ce nom : vérifiez NEO4J_DATABASE.`,
    readOnly: french`La base est en lecture seule : faites-la ouvrir en écriture, ou nommez-en une autre par NEO4J_DATABASE.`,
    tooLong: french`La requête a dépassé le temps permis et a été arrêtée : demandez moins.`,
    tooMuchMemory: french`La requête a dépassé la mémoire permise et a été arrêtée : demandez moins.`,
    silent: french`La base de données a cessé de répondre. Si c’est celle que Skein fait tourner lui-même, elle est arrêtée et relancée : réessayez dans une minute.`,
    allInUse: french`Toutes les connexions à la base de données sont prises : on lui demande plus à la fois qu’elle ne répond. Réessayez dans quelques secondes.`,
    diskFull: french`Le disque de la base de données est plein : libérez de la place et réessayez.`,
  },
} satisfies Given<Messages['database']>;

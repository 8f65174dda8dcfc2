import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { figure, french } from './typography.ts';

type Commands = Messages['commands'];

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

const progressLine: Commands['progress']['line'] = (progress) => {
  const { text, done, total, unit, perSecond, seconds } = progress;
  if (done === 0) return `${text} … ${duration(seconds)}`;
  const amount = `${figure(done)}${total ? ` sur ${figure(total)}` : ''} ${unit}`;
  const rate = `${figure(Math.round(perSecond))}/s`;
  const left = total && perSecond > 0 ? `, encore ${duration((total - done) / perSecond)}` : '';
  return french`${text} : ${amount}, ${rate}${left}`;
};

const statusLine: Commands['db']['statusLine'] = (status) => {
  const { state, exists, folder, port, pid, users, stays } = status;
  const used = users
    .map((user) => `\n  utilisé par \`${user.command}\` (processus ${user.pid})`)
    .join('');
  if (state !== 'running')
    return french`Le Neo4j local ne tourne pas (${state}) ; ${exists ? `ses données sont dans ${folder}` : 'il n’a pas encore de données'}.${used}`;
  const until = stays
    ? 'jusqu’à `skein db stop`'
    : 'jusqu’à la fin de la dernière commande qui l’utilise';
  return french`Le Neo4j local tourne sur 127.0.0.1:${port ?? ''} (processus ${pid ?? ''}), ${until} ; ses données sont dans ${folder}.${used}`;
};

export const commandsMessages = {
  about: french`Enquête sur les réseaux, par le graphe : qui est derrière quels comptes, et pourquoi nous le pensons`,
  helpHint: '(voir --help)',
  jsonOption: 'afficher le résultat en JSON',
  numbers: {
    about: french`où en est le travail : ce qui est ouvert, délai de décision, précision selon les décisions, argent confirmé`,
    from: french`premier jour de la période, en UTC ; 90 jours en tout si omis`,
    to: french`dernier jour, en UTC ; aujourd’hui si omis`,
    by: (parts) => french`comment le délai de décision est divisé : ${parts.join(' ou ')}`,
    table: (tables) => french`écrire un tableau en CSV : ${tables.join(', ')}`,
    bad: (option, problem) => french`${option} est illisible : ${problem}`,
    line: (name, parts) => french`${name} : ${parts.join(french` ; `)}`,
    counted: (what, n) => french`${what.toLowerCase()} : ${figure(n)}`,
    age: (step, n) => french`${step} : ${figure(n)}`,
    spread: (median, lower, upper, ninety) =>
      french`médiane ${median}, quartiles ${lower} et ${upper}, 90 % en moins de ${ninety}`,
    precision: (share, count, interval) =>
      french`précision ${share} (${count} ; intervalle à 95 % : ${interval})`,
    through: (confirmed, dismissed, other) =>
      french`par un groupe : confirmés ${confirmed}, écartés ${dismissed}, autre ${other}`,
  },
  config: {
    about: 'afficher les réglages en vigueur, secrets masqués',
    masked: '********',
  },
  db: {
    about: french`le Neo4j local ; sauvegardes de tout Neo4j`,
    start: 'le démarrer et le laisser tourner',
    stop: 'l’arrêter',
    status: 'dire s’il tourne, et qui l’utilise',
    reset: french`le supprimer ; fichiers chargés et rapports restent`,
    yes: 'ne pas demander',
    yesAnswer: 'oui',
    started: (port) => `Le Neo4j local tourne sur 127.0.0.1:${port}.`,
    stopped: 'Le Neo4j local est arrêté.',
    notRunning: 'Le Neo4j local ne tourne pas.',
    wasReset: 'La base locale est supprimée.',
    leftAlone: 'Rien n’a été modifié.',
    statusLine,
    notLocal: (uri) =>
      french`NEO4J_URI est définie (${uri}) : hormis les sauvegardes, \`skein db\` ne concerne que le Neo4j local ; utilisez les outils de ce serveur.`,
    needsYes: french`Ceci supprime la base locale : confirmez par --yes.`,
    question: (home) =>
      french`Ceci supprime la base locale de ${home} avec tout ce qui a été chargé et trouvé. Tapez oui pour continuer : `,
  },
  up: {
    about: 'démarrer le serveur (API et page), et le Neo4j local si NEO4J_URI n’est pas définie',
    sampleOption:
      'charger l’échantillon si la base est vide, et détecter si rien ne l’a encore fait',
    reportOption:
      'détecter et écrire le rapport selon cet horaire (minute heure jour mois jour-de-semaine)',
    ready: (url) => `Skein est à l’adresse ${url} (Ctrl+C l’arrête)`,
    listens: (url) => `Il écoute à l’adresse ${url}.`,
    openToAll: (host) =>
      french`Quiconque atteint ${host} peut tout y lire et tout y modifier : SKEIN_OPEN=yes le dit. Sans cela, chacun se connecte.`,
    stopping: 'Arrêt …',
    databaseLost: french`Le Neo4j local s’est arrêté de façon inattendue, donc ceci s’arrête aussi ; relancez avec la même commande.`,
    parentGone: 'Le npm qui a lancé ceci a disparu, donc ceci s’arrête aussi.',
  },
  systemFaults: {
    ENOSPC: (path) =>
      french`Le disque est plein${path ? ` (${path})` : ''} : libérez de la place, ou donnez à SKEIN_HOME un dossier d’un autre disque.`,
    EDQUOT: (path) =>
      french`Le quota de disque est épuisé${path ? ` (${path})` : ''} : libérez de la place.`,
    EACCES: (path) =>
      french`Pas d’autorisation pour ${path} : vérifiez son propriétaire et son mode.`,
    EPERM: (path) => `Le système d’exploitation ne le permet pas${path ? ` (${path})` : ''}.`,
    EROFS: (path) =>
      french`${path} est sur un disque où l’on ne peut pas écrire : donnez à SKEIN_HOME un autre dossier.`,
    ENOENT: (path) => `Il n’y a pas de fichier ou de dossier ${path}.`,
    ENOTDIR: (path) => `${path} n’est pas un dossier.`,
    EISDIR: (path) => `${path} est un dossier, pas un fichier.`,
  },
  settings: {
    path: 'contient un octet NUL',
    host: 'n’est ni un nom d’hôte ni une adresse',
    publicUrl: french`n’est pas une adresse publique : écrivez-la https://hôte ou https://hôte:port, plusieurs séparées par des virgules, et sans chemin, car Skein est servi à la racine`,
    openYes: 'doit être yes, ou être absent',
    port: french`n’est pas un port : donnez un nombre entier de 1 à 65535`,
    uri: (schemes) =>
      french`n’est pas l’adresse d’un Neo4j : écrivez-la bolt://hôte:7687 (permis : ${schemes.join(', ')})`,
    fourEyes: 'doit être confirm, ou être absent',
    master: french`doit être un maître Spark : local[*], local[4], spark://host:7077, yarn ou k8s://https://host:port`,
    timestampUrl: french`n’est pas l’adresse d’une autorité d’horodatage : écrivez-la avec http:// ou https://`,
    passwordMissing: french`manque : NEO4J_URI est définie, il faut donc le mot de passe de ce serveur`,
    envFile: (reason) => french`Le fichier .env est illisible : ${reason}`,
    invalid: (details) => details.map(({ where, problem }) => `${where} ${problem}.`).join('\n'),
  },
  progress: { line: progressLine },
} satisfies Given<Commands>;

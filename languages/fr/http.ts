import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { quotaMessages } from './quota.ts';
import { french } from './typography.ts';

export const httpMessages = {
  titles: {
    usage: 'Cette adresse n’accepte pas une telle requête',
    'invalid-data': 'Ce qui a été envoyé est inutilisable',
    'not-found': 'Introuvable',
    unavailable: 'Quelque chose dont Skein a besoin ne répond pas',
    'wrong-host': 'Ce nom d’hôte n’est pas servi ici',
    'method-not-allowed': 'Cette adresse n’accepte pas cette méthode',
    conflict: 'La demande ne s’accorde pas avec l’état actuel',
    ended: 'Interrompu avant la fin',
    'foreign-origin': 'Une autre page ne peut rien modifier ici',
    'too-large': 'Ce qui a été envoyé est trop volumineux',
    unsupported: 'Ce qui a été envoyé est sous une forme qui n’est pas lue ici',
    'too-many': 'Il en arrive plus qu’il n’en peut être pris',
    busy: 'Skein travaille sur le graphe',
    'sign-in': 'On ne sait pas qui demande',
    'second-factor': 'Un code est nécessaire en plus du mot de passe',
    forbidden: 'C’est à d’autres de le faire',
    internal: 'Skein a commis une erreur',
  },
  badRequest:
    'Voir `errors` pour ce qui ne va pas dans la requête, et /api/v1/openapi.json pour ce qu’elle accepte.',
  unknownParameter: (name) => french`paramètre inconnu : ${name}`,
  internal:
    'Le journal du serveur en dit davantage. Rien n’a été modifié. Merci de le signaler avec l’heure de la requête.',
  databaseAway: french`La base de données ne répond pas. Skein réessaie à chaque requête ; \`skein db status\` en dit davantage.`,
  unreadableUrl: french`L’adresse contient un signe pour cent qui n’encode rien ; écrivez-le %25.`,
  notPacked: (encoding, reason) =>
    french`Le corps n’est pas le ${encoding} que son Content-Encoding annonce, ou il est tronqué (${reason}) : compressez-le de nouveau en entier, ou envoyez-le sans cet en-tête.`,
  unsupported: (reason) =>
    french`Le corps est sous une forme qui n’est pas lue ici (${reason}) : envoyez-le en UTF-8, tel quel ou avec le Content-Encoding gzip, deflate ou br.`,
  unreadableBody: (reason) =>
    `Ce qui a été envoyé est illisible (${reason}). Envoyez du JSON avec le type de contenu application/json.`,
  wrongHost: (host) =>
    french`La requête nomme l’hôte « ${host} ». Ce serveur n’est pas connu sous ce nom : utilisez l’adresse affichée par \`skein up\`, ou nommez celle-ci dans SKEIN_PUBLIC_URL.`,
  methodNotAllowed: (method, possible) =>
    french`${method} n’est pas possible ici ; cette adresse accepte ${possible}.`,
  bodyTooLong: (most) =>
    `Ce qui a été envoyé est trop volumineux${most === undefined ? '' : french` : ${quotaMessages.bodyLimit(most)} au plus sont acceptés, une fois décompressés`}. Envoyez-en moins à la fois.`,
  noRoute: (path) =>
    `Il n’y a rien à l’adresse ${path}. /api/v1/openapi.json énumère tout ce qui existe.`,
  noNode: (ref) => `Il n’y a pas de nœud ${ref} dans le graphe.`,
  noFinding: (id) => `La dernière exécution n’a pas de constat ${id}.`,
  noCluster: (id) => `La dernière exécution n’a pas de groupe ${id}.`,
  noSource: (sha256) => `Aucun fichier de SHA-256 ${sha256} n’a été chargé.`,
  badRef: (types) =>
    french`n’est pas une référence à un nœud ; écrivez type:id, par exemple account:a17 ; les types sont ${types.join(', ')}`,
  noRelationKind: (type) => french`Il n’y a pas de type de relation « ${type} ».`,
  oneOf: (known) => `n’est pas l’un de ${known.join(', ')}`,
  badCursor: french`n’est pas un curseur de cette liste ; omettez-le pour commencer au début`,
  exportOne: 'Indiquez un seul de cluster, finding, account, board ou nodes.',
  pageMissing: french`La page n’est pas encore construite. Lancez \`npm start\`, ou \`npm run build\`, dans le dépôt ; l’API sous /api/v1 répond.`,
  portInUse: (host, port) =>
    `Le port ${port} de ${host} est pris par un autre programme. Arrêtez celui-ci, ou donnez un autre port à SKEIN_PORT.`,
  noFreePort: (host, first, last) =>
    `Tous les ports de ${first} à ${last} de ${host} sont pris. Donnez un port libre à SKEIN_PORT.`,
  noSuchHost: (host) =>
    `Cette machine n’a pas d’adresse ${host}. Donnez à SKEIN_HOST 127.0.0.1 ou une de ses adresses.`,
  portNotAllowed: (port) =>
    `Cet utilisateur n’a pas le droit d’ouvrir le port ${port}. Donnez à SKEIN_PORT un port au-delà de 1023.`,
} satisfies Given<Messages['http']>;

import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

export const signingMessages = {
  ownName: 'ce Skein',
  noKey: 'Ce n’est pas une clé publique ed25519 en PEM (-----BEGIN PUBLIC KEY-----).',
  noKeyFile: (path) => `Il n’y a pas de fichier ${path}.`,
  openKey: (path) =>
    french`${path}, la clé qui signe les dossiers de preuves, est lisible par d’autres. Lancez : chmod 600 ${path}`,
  badKey: (path) =>
    `${path} n’est pas une clé privée. Remettez le fichier, ou retirez-le pour commencer une nouvelle clé.`,
  badTrusted: (path) => `${path} n’est pas une liste de clés. Remettez le fichier, ou retirez-le.`,
  noSuchKey: (id) =>
    `Aucune clé unique admise n’a un identifiant qui commence par ${id}. \`skein key show\` les énumère.`,
  command: {
    about: 'la clé qui signe les dossiers de preuves, et celles auxquelles on se fie',
    show: 'la clé publique en usage, et toutes celles auxquelles on se fie',
    rotate: french`signer désormais avec une nouvelle clé ; les dossiers d’avant restent vérifiables`,
    trust: 'se fier aux signatures d’un autre Skein, par sa clé publique',
    trustFile: 'sa clé publique, telle que `skein key show --pem` l’y affiche',
    name: 'comment l’appeler',
    distrust: 'ne plus se fier à une clé admise',
    distrustId: 'son identifiant, ou son début',
    pem: 'la clé publique seule, à remettre à ceux qui vérifient',
  },
  rotated: (id) => `Les dossiers de preuves sont désormais signés avec ${id}.`,
  trusted: (name, id) => french`Admise comme ${name} : ${id}`,
  distrusted: (name, id) => french`Plus admise : ${name} (${id})`,
  line: (id, name, since, until) =>
    `${id}  ${name}, depuis ${since.slice(0, 10)}${until === null ? '' : ` jusqu’à ${until.slice(0, 10)}`}`,
} satisfies Given<Messages['signing']>;

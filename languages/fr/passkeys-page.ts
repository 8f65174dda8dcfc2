import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { french } from './typography.ts';

export const passkeysPageMessages = {
  signIn: 'Entrer avec une clé d’accès',
  title: 'Clés d’accès',
  about: french`Avec une clé d’accès vous entrez sans mot de passe ni code : votre appareil la garde, vous reconnaît à un doigt, un visage ou un code, et ne la donne à aucun autre site.`,
  none: 'Vous n’en avez pas.',
  name: 'Nom',
  nameToAdd: 'Nom de la clé d’accès',
  nameHint: 'par exemple Portable du bureau',
  host: 'Vaut pour',
  added: 'Ajoutée',
  lastUsed: 'Dernier emploi',
  never: 'jamais',
  password: 'Mot de passe, pour ajouter une clé d’accès',
  add: 'Ajouter une clé d’accès',
  wasAdded: (name) => `La clé d’accès ${name} est ajoutée.`,
  remove: 'Retirer',
  removeOf: (name) => `Retirer la clé d’accès ${name}`,
  passwordToRemove: (name) => `Mot de passe, pour retirer ${name}`,
  keep: 'La garder',
  wasRemoved: (name) =>
    `La clé d’accès ${name} est retirée. Les sessions commencées avec elle continuent.`,
  brokenOff: french`Aucune clé d’accès n’a été donnée : vous avez interrompu, ou cela a duré trop longtemps.`,
  isThere: 'Cet appareil a déjà une clé d’accès pour vous ici.',
  failed: (why) => french`Le navigateur n’a pas pu : ${why}`,
  noName: (here, named) =>
    `Il n’y a pas de clés d’accès à ${here}, qui est une adresse sans nom. Ouvrez Skein à ${named}, ou par le nom que votre maison lui donne.`,
  notHere: french`Votre navigateur ne donne pas de clés d’accès ici : il n’en a pas, ou cette page ne vient pas par HTTPS.`,
} satisfies Given<LaterMessages['passkeysPage']>;

import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

export const masksMessages = {
  kinds: {
    email: 'adresses électroniques',
    phone: 'numéros de téléphone',
    document_number: 'numéros de documents',
    address: 'adresses postales',
    name: 'noms de personnes',
    birth_date: 'dates de naissance',
    ip: 'adresses IP',
    account_id: 'identifiants de comptes et noms d’utilisateur',
  },
  openKey: (path) =>
    french`${path}, le secret dont sont faits les pseudonymes, peut être lu par d’autres. Lancez : chmod 600 ${path}`,
  badKey: (path) =>
    `${path} n’est pas un secret de 64 chiffres hexadécimaux. Remettez le fichier, ou supprimez-le pour commencer avec un nouveau.`,
  unknown: (kind, kinds) =>
    french`--mask ne connaît pas ${kind}. Il prend, séparés par des virgules : ${kinds.join(', ')}.`,
} satisfies Given<Messages['masks']>;

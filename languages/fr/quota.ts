import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

const most = {
  queries: (n: number) => count(n, 'requête', 'requêtes'),
  uploadFiles: (n: number) => count(n, 'fichier envoyé', 'fichiers envoyés'),
  uploadBytes: (n: number) => `${figure(n / 2 ** 30)} Gio d’envois`,
  exports: (n: number) => count(n, 'export', 'exports'),
};

export const quotaMessages = {
  setting: french`n’est pas un quota horaire : donnez un nombre entier comme 200, ou 0 pour aucun`,
  reached: (what, n, seconds) =>
    french`Votre quota de cette heure est atteint (${most[what](n)} par personne sur ce serveur) ; il y aura de la place dans ${count(Math.max(1, Math.ceil(seconds / 60)), 'minute', 'minutes')}. Si votre travail en demande plus, la personne qui exploite Skein peut le relever (docs/SETTINGS.md).`,
  youWait: (n, seconds) =>
    french`Vous avez déjà ${count(n, 'requête', 'requêtes')} en attente, autant qu’une personne peut en avoir : redemandez dans ${seconds} s.`,
  bodyLimit: (n) =>
    n < 1_000_000
      ? `${figure(Math.floor(n / 1_000))} ko`
      : `${figure(Math.floor(n / 1_000_000))} Mo`,
  crowded: (n) =>
    `Ce qui a été envoyé contient plus de ${count(n, 'valeur', 'valeurs')}, ou des listes imbriquées sans fin, plus qu’il n’en est pris pour si peu d’octets. Envoyez-en moins à la fois.`,
} satisfies Given<Messages['quota']>;

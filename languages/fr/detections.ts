import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { figure, french } from './typography.ts';

const accounts = (n: number) => `${figure(n)} ${n < 2 ? 'compte' : 'comptes'}`;

export const detectionsMessages = {
  title: 'Détection',
  button: 'Détecter',
  underWay: 'Détection en cours …',
  again: 'Réessayer',
  begins: 'La détection a commencé.',
  running: (by) => `Détection en cours, demandée par ${by}`,
  step: ({ phase, done, total }, what) => {
    const at = {
      begin: 'préparation',
      derive: `déduction de ce dont les détecteurs ont besoin (${what})`,
      detect: what,
      judge: 'formation des liens et des groupes',
      store: 'enregistrement',
    }[phase];
    return french`Étape ${figure(Math.min(done + 1, total))} sur ${figure(total)} : ${at}`;
  },
  progress: 'Avancement de la détection',
  cancel: 'Annuler la détection',
  cancelling: (by) => french`Annulée par ${by} : elle prend fin après cette étape.`,
  done: (findings, clusters) =>
    french`Détection faite : ${figure(findings)} ${findings < 2 ? 'constat' : 'constats'}, ${figure(clusters)} ${clusters < 2 ? 'groupe' : 'groupes'}.`,
  failed: (why) => french`La détection a échoué : ${why}`,
  cancelled: (by) => `La détection a été annulée par ${by}. Rien n’en a été enregistré.`,
  close: 'Fermer cette note',
  before: (loads, seen, all) =>
    french`Ce qui est affiché a été détecté avant ${loads < 2 ? 'le dernier chargement' : `les ${figure(loads)} derniers chargements`} : ${figure(seen)} des ${accounts(all)} ${seen < 2 ? 'a été examiné' : 'ont été examinés'}.`,
  problems: {
    busy: (by, since) =>
      `${by} détecte dans cette base depuis ${since}, et deux détections à la fois se gêneraient. Recommencez quand celle-là aura pris fin.`,
    hasEnded: french`Cette détection a pris fin : elle ne peut plus être annulée.`,
    none: (id) => `Il n’y a pas de détection ${id}.`,
    died: french`Le serveur qui l’exécutait s’est arrêté. Rien n’en a été enregistré : recommencez-la.`,
  },
} satisfies Given<Messages['detections']>;

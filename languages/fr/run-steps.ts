import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, figure, french } from './typography.ts';

export const runStepsMessages = {
  kept: french`rien de ce qu’il lit n’a changé : comme à l’exécution précédente`,
  columns: ({ kept, renewed, read }) =>
    french`Tables sur lesquelles comptent les détecteurs : gardées par une exécution précédente, ${figure(kept)} ; gardées de même, à ce qui a été écrit depuis près, ${figure(renewed)} ; lues dans le graphe, ${figure(read)}.`,
  groups: (asked, all) =>
    french`demandé pour ${figure(asked)} sur ${count(all, 'ensemble', 'ensembles')} ; le reste comme à l’exécution précédente`,
} satisfies Given<LaterMessages['runSteps']>;

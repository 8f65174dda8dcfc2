import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, french } from './typography.ts';

export const conditionPageMessages = {
  title: 'État de Skein',
  about: 'Si Skein lui-même va bien, regardé de nouveau toutes les dix secondes.',
  names: {
    database: 'Base de données',
    disk: 'Disque',
    home: 'Dossier de Skein',
    clock: 'Horloges',
    audit: 'Journal',
    backup: 'Sauvegarde',
    waiting: 'Demandes',
    schedules: 'Programmations',
    deliveries: 'Envois',
    detection: 'Détection',
    retention: 'Conservation',
  },
  states: { well: 'Va bien', look: 'À regarder', bad: 'Ne marche pas' },
  whole: {
    well: 'Tout va bien.',
    look: 'Quelque chose demande qu’on y regarde.',
    bad: 'Quelque chose ne marche pas.',
  },
  line: (whole) => french`État de Skein : ${whole}`,
  ahead: (before) =>
    before === 0
      ? french`Attend son tour : c’est le prochain.`
      : french`Attend son tour : ${count(before, 'autre', 'autres')} d’abord.`,
  version: (version) => `Skein ${version}`,
} satisfies Given<LaterMessages['conditionPage']>;

import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

export const stateMessages = {
  unreachable: french`Skein ne répond pas. Il a peut-être été arrêté : relancez-le avec \`npm start\`.`,
  offline: 'Skein ne répond pas.',
  offlineHint: 'Ce qui est à l’écran reste. Nouvel essai toutes les quelques secondes.',
  databaseAway: 'La base de données ne répond pas.',
  databaseAwayHint: 'Ce qui est à l’écran reste. Cette page reprendra d’elle-même à son retour.',
  back: 'La connexion est rétablie.',
  failed: 'Impossible d’afficher ceci.',
  retry: 'Réessayer',
  showMasked: 'Afficher en donnant un motif',
  loading: 'Chargement …',
  crashed: 'La page s’est arrêtée.',
  crashedHint: french`Rien n’est perdu : le graphe est dans la base. Rechargez pour continuer.`,
  reload: 'Recharger',
  emptyTitle: 'Aucune donnée chargée',
  emptyHint: 'Trois façons de commencer. Cette page continuera d’elle-même.',
  sampleTitle: 'Regarder l’échantillon',
  emptySample: french`Livré avec Skein, il montre tout : de vraies inscriptions, et une plateforme fictive autour.`,
  loadSample: 'Charger l’échantillon',
  ownTitle: 'Déposer vos fichiers',
  emptyOwn: french`Des fichiers CSV, sur cette page ou par « Données ». Vous faites correspondre les colonnes, voyez ce qui serait rejeté, puis chargez.`,
  connectTitle: 'Connecter une base',
  connect: french`Un Neo4j à vous, 5.26 ou plus récent, au lieu du local. Skein se relance avec son adresse :`,
  connectLine: 'NEO4J_URI=neo4j://host:7687 NEO4J_USER=… NEO4J_PASSWORD=… npm start',
  noRunTitle: 'Chargé, mais sans détection',
  noRunHint: french`Lancez les détecteurs sur ce qui est chargé ; cette page continuera d’elle-même.`,
} satisfies Given<Messages['page']['state']>;

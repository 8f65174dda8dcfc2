import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, french } from './typography.ts';

export const auditPageMessages = {
  title: 'Journal',
  about: french`Qui s’est connecté, a vu, demandé, exporté, décidé et changé quoi : les journaux de tous les dossiers de cette base, le plus récent d’abord. Que vous regardez est noté aussi.`,
  notAllowed: 'Seul un auditeur ou un administrateur peut lire qui a fait quoi.',
  acts: {
    begin: 'Journal commencé',
    load: 'Chargement',
    detect: 'Détection',
    view: 'Vu',
    export: 'Export',
    judge: 'Décision',
    enrich: 'Source interrogée',
    verify: 'Dossier de preuves vérifié',
    key: 'Clé',
    access: 'Accès',
    erase: 'Effacement',
    backup: 'Sauvegarde',
    restore: 'Restauration',
    repair: 'Réparation',
    change: 'Changement',
    anchor: 'Ancrage',
  },
  filter: {
    label: 'Restreindre le journal',
    act: 'Acte',
    by: 'Qui',
    since: 'Du',
    until: 'Au',
    text: 'Mots',
    textHint: 'tous, n’importe où dans une entrée',
    thing: 'Au sujet de',
    thingHint: 'account:a17, finding:F-…, de ce dossier',
    any: 'Tous',
    apply: 'Montrer',
    clear: 'Effacer',
  },
  file: {
    csv: 'Enregistrer en CSV',
    ndjson: 'Enregistrer en NDJSON',
    saved: (name) => `Enregistré sous ${name}. Que cela fut fait est noté.`,
  },
  check: {
    button: 'Vérifier la chaîne',
    title: 'La chaîne',
    checking: 'Chaque entrée est rapprochée de ses liens…',
    whole: (entries, homes) =>
      french`La chaîne tient : ${count(entries, 'entrée', 'entrées')} de ${count(homes, 'dossier', 'dossiers')}.`,
    broken: (faults) => french`La chaîne ne tient PAS : ${count(faults, 'défaut', 'défauts')}.`,
    head: 'Tête',
    anchors: (held, all) =>
      all === 0
        ? 'Elle n’a pas encore d’ancre au-dehors.'
        : `Elle tient à ${held} sur ${count(all, 'ancre', 'ancres')} au-dehors.`,
  },
  table: {
    label: 'Ce qui a été fait',
    number: 'Nº',
    at: 'Quand',
    by: 'Qui',
    act: 'Acte',
    what: 'Quoi',
    more: 'Entrées plus anciennes',
    none: 'Rien de tel n’a été noté.',
    open: (number) => `Détails de l’entrée ${number}`,
    erased: 'effacé',
    elsewhere: 'gardé dans un autre dossier',
    masked: 'masqué',
  },
  details: {
    subject: 'Sur quoi cela a porté',
    before: 'Avant',
    after: 'Après',
    nothing: 'Rien',
    home: 'Dossier de Skein',
    thisHome: 'celui-ci',
    entry: 'Entrée de ce dossier',
    hash: 'Son empreinte là',
    link: 'Empreinte de la chaîne',
  },
} satisfies Given<LaterMessages['auditPage']>;

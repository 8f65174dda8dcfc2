import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

export const schedulesMessages = {
  noReport: french`Cette tâche n’a pas fait de rapport : elle n’est pas allée jusque-là.`,
  noSchedule: (id) => `Il n’y a pas de planification ${id}.`,
  noJob: (id) => `Il n’y a pas de tâche ${id}.`,
  changedMeanwhile: (by, at) =>
    french`${by} a modifié cette planification entre-temps, à ${at} : relisez-la, puis modifiez-la.`,
  isRetired: (name) =>
    french`La planification « ${name} » est retirée et ne s’exécute plus ; créez-en une nouvelle.`,
  isFromFile: (name) =>
    french`La planification « ${name} » figure dans un fichier : modifiez-la là, puis redémarrez le serveur.`,
  isFromCommand: french`Cette planification vient de --report-cron : démarrez le serveur avec une autre valeur, ou sans.`,
  notAbsolute: (path) =>
    french`${path} n’est pas le chemin complet d’un dossier ; partez de la racine.`,
  notCancelled: (state) =>
    french`Une tâche terminée ne peut pas être annulée ; celle-ci est ${state}.`,
  notRetried: (state) =>
    french`Seule une tâche échouée ou annulée peut être relancée ; celle-ci est ${state}.`,
  times: {
    badCron: (pattern, why) =>
      french`"${pattern}" n’est pas une expression cron : ${why}. Pour chaque jour à sept heures, écrivez "0 7 * * *".`,
    colon: 'elle contient un deux-points',
    never: (pattern) => `"${pattern}" ne désigne aucun moment à venir.`,
    badZone: (zone) =>
      french`${zone} n’est pas un fuseau horaire ; écrivez-le Europe/Paris ou UTC.`,
  },
  badOption: (option, problem) => french`${option} : ${problem}`,
  file: {
    name: 'Rapport de --report-cron',
    missing: (path) =>
      french`SKEIN_SCHEDULES désigne ${path}, qui n’existe pas : écrivez ce fichier, ou retirez SKEIN_SCHEDULES.`,
    notJson: (path, why) => french`${path} n’est pas du JSON : ${why}.`,
    fault: (where, problem) => french`${where} : ${problem}`,
    faults: (path, faults) =>
      [french`${path} ne peut pas être utilisé :`, ...faults.map((fault) => `- ${fault}`)].join(
        '\n',
      ),
    schedule: (id) => `planification ${id}`,
    place: (number) => `planification numéro ${number}`,
    twice: 'deux planifications ont cet identifiant',
    unknownField: (field) => `il n’y a pas de champ ${field}`,
    taken: french`une personne a créé une planification de cet identifiant ; choisissez-en un autre`,
    read: (path, schedules) =>
      `${count(schedules, 'planification', 'planifications')} de ${path} en vigueur.`,
    retired: (name) =>
      french`La planification « ${name} » ne figure plus dans un fichier et est retirée.`,
  },
  inbox: {
    noFolder: (path) =>
      french`La boîte de dépôt ${path} n’est pas un dossier lisible : créez-la, ou modifiez la planification.`,
    tooMany: (path, most) =>
      french`La boîte de dépôt ${path} contient plus de ${figure(most)} entrées : videz-la, ou indiquez un autre dossier.`,
  },
  log: {
    cancelAsked: (by) => `${by} a annulé la tâche.`,
    cancelledByRetiring: (by) => `${by} a retiré la planification, ce qui annule la tâche.`,
    retryAsked: (by) => `${by} a relancé la tâche.`,
    taken: (holder, attempt, attempts) =>
      french`${holder} commence ; tentative ${attempt} sur ${attempts}.`,
    takenOver: (holder) =>
      `${holder} reprend la tâche, car son détenteur ne donne plus signe de vie.`,
    missed: (since) =>
      french`Aucune exécution depuis ${since} : celle-ci tient lieu de toutes celles qui ont manqué.`,
    pulling: (inbox) => `Recherche de nouvelles données dans ${inbox}.`,
    loaded: (folder, files, rows, rejected) =>
      french`${folder} : ${count(files, 'nouveau fichier', 'nouveaux fichiers')}, ${count(rows, 'ligne lue', 'lignes lues')}, ${count(rejected, 'rejetée', 'rejetées')}.`,
    known: (folder) => french`${folder} : rien de nouveau.`,
    unsettled: (folder) =>
      french`${folder} : encore en cours d’écriture ; laissé pour la prochaine exécution.`,
    refused: (folder, why) => french`${folder} n’est pas chargé : ${why}`,
    pulled: (files, folders) =>
      `${count(files, 'nouveau fichier chargé', 'nouveaux fichiers chargés')} depuis ${count(folders, 'dossier', 'dossiers')}.`,
    detecting: (detectors) =>
      detectors === null
        ? 'Tous les détecteurs s’exécutent.'
        : `${count(detectors, 'détecteur s’exécute', 'détecteurs s’exécutent')}.`,
    detected: (run, findings, clusters) =>
      french`Exécution ${run} : ${count(findings, 'constat', 'constats')}, ${count(clusters, 'groupe', 'groupes')}.`,
    resumed: (run) =>
      french`L’exécution ${run} d’une tentative précédente est là ; pas de nouvelle détection.`,
    reporting: (run) => `Écriture du rapport de l’exécution ${run}.`,
    reported: (folder) => `Le rapport est dans ${folder}.`,
    delivering: (recipients) =>
      `Le rapport part vers ${count(recipients, 'destinataire', 'destinataires')}.`,
    delivered: 'Le rapport est transmis.',
    done: (seconds) => `Terminé en ${decimal(seconds, 1)} s.`,
    failed: (why) => french`Échec définitif : ${why}`,
    again: (why, at) => french`Échec : ${why} Prochaine tentative à ${at}.`,
    cancelled: 'Arrêtée, car annulée.',
    late: (minutes) =>
      `Arrêtée, car plus longue que sa limite de ${count(minutes, 'minute', 'minutes')}.`,
    stopped: 'Le serveur s’arrête et rend la tâche.',
    died: (times) =>
      french`${count(times, 'serveur est tombé', 'serveurs sont tombés')} sur cette tâche ; elle n’est plus tentée.`,
  },
  server: {
    began: (name, job) => french`Planification « ${name} » : la tâche ${job} commence.`,
    ended: (name, job, said) => french`Planification « ${name} », tâche ${job} : ${said}`,
    lost: (name, job) =>
      french`Planification « ${name} » : un autre serveur a repris la tâche ${job} ; elle s’arrête ici.`,
    trouble: (why) => french`Les planifications ne peuvent pas être suivies : ${why}`,
  },
} satisfies Given<Messages['schedules']>;

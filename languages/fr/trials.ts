import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

const findings = (number: number) => count(number, 'constat', 'constats');

export const trialsMessages = {
  trying: (detector) => french`Essai : ${detector}`,
  comparing: 'Comparaison avec la dernière exécution',
  problems: {
    none: (id) => `Il n’y a pas d’essai ${id}.`,
    noRun:
      'Il n’y a pas encore d’exécution à côté de laquelle essayer. Lancez d’abord `skein detect`.',
    loadedSince: (run, loads) =>
      french`${count(loads, 'chargement est venu', 'chargements sont venus')} depuis l’exécution ${run} : un essai mêlerait ce qu’ils changent à ce que font les paramètres. Lancez d’abord \`skein detect\`.`,
    notInferred: (detector, derivation, run) =>
      `${detector} a besoin de ce que ${derivation} déduit, et l’exécution ${run} ne l’a pas déduit. Lancez d’abord \`skein detect\` avec ${detector}.`,
    inferredOtherwise: (derivation, run) =>
      `Ce que ${derivation} déduit l’est autrement depuis l’exécution ${run}, ce qu’un essai ne peut montrer, car il n’écrit rien. Lancez d’abord \`skein detect\`.`,
    nothing: (run) =>
      french`Rien ne serait autrement que dans l’exécution ${run} : nommez un détecteur avec une valeur, ou avec une requête.`,
    label: 'lit la vérité de terrain (Label), qu’aucun détecteur ne doit rencontrer',
    candidate: (detector, why) =>
      french`La requête essayée à la place de ${detector} ne rend pas ce qu’elle doit : ${why}`,
    another: 'Un autre essai est en cours sur ce serveur. Attendez qu’il soit achevé.',
    died: 'Ce qui l’exécutait s’est arrêté avant la fin. Recommencez-le.',
  },
  command: {
    try: 'exécuter des détecteurs avec d’autres paramètres à côté de la dernière exécution, qui reste telle quelle, et dire ce qui changerait',
    detectors: french`identifiants ; sans aucun, ceux qui sont d’une autre version, ou ont d’autres paramètres, que dans la dernière exécution`,
    query: 'un fichier avec une requête à exécuter à la place de celle du détecteur',
    oneDetector: french`--param et --query attendent un seul détecteur : nommez-le, et aucun autre.`,
    trial: 'afficher un essai, ou les derniers',
    trialId: 'identifiant de l’essai',
    state: { running: 'en cours', done: 'achevé', failed: 'échoué' },
    line: (id, at, by, state, what) =>
      `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${by}  ${state}  ${what}`,
    calibrated: 'poids appris des décisions',
    noTrials: 'Rien n’a encore été essayé.',
    head: (id, run) => `Essai ${id} à côté de l’exécution ${run}, qui reste telle quelle`,
    detector: (id, from, to, versions) =>
      french`  ${id}${versions} : ${from === null ? 'nouveau' : findings(from)}, puis ${findings(to)}`,
    versions: (from, to) => ` (version ${from}, puis ${to})`,
    candidate: ' (avec la requête essayée)',
    value: (name, from, to) => french`    ${name} : ${from}, puis ${to}`,
    changes: { found: 'Trouvés', lost: 'Perdus', changed: 'Modifiés', kept: 'Pareils' },
    tally: (name, total, decided) =>
      `${name.padEnd(8)}${figure(total).padStart(6)}${decided === '' ? '' : `  dont ${decided}`}`,
    decided: (number, state, reasons) =>
      `${figure(number)} ${state}${reasons === '' ? '' : ` (${reasons})`}`,
    reason: (number, reason) => `${figure(number)} ${reason}`,
    decidedFor: (state, reason) => `${state}, ${reason}`,
    item: (title, id, score, decided) =>
      `  ${decimal(score, 2)}  ${title}  ${id}${decided === '' ? '' : `  ${decided}`}`,
    basis: {
      own: (state) => `– ${state}`,
      cluster: (state, of) => `– ${state} comme partie de ${of}`,
      accounts: (state, of) => french`– mêmes comptes, dans ${of} : ${state}`,
    },
    more: (number) => `  et ${figure(number)} de plus`,
    clusters: (counts) => french`Groupes : ${counts === '' ? 'aucun' : counts}`,
    cluster: (change, id, name) => `  ${change.padEnd(9)} ${id}  ${name}`,
    accounts: (raised, lowered, over, under, line) =>
      french`Scores : ${figure(raised)} plus hauts, ${figure(lowered)} plus bas ; ${figure(over)} atteignent ${decimal(line, 2)}, ${figure(under)} tombent en dessous`,
    account: (id, from, to) => `  ${id}  ${decimal(from, 2)}, puis ${decimal(to, 2)}`,
    next: (detector, trial) =>
      french`Pour mettre en vigueur : skein detector set ${detector} … --trial ${trial} --why …`,
  },
} satisfies Given<Messages['trials']>;

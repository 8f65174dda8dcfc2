import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

const entries = (first: number, last: number) =>
  first === last ? `l’inscription ${first}` : `les inscriptions ${first} à ${last}`;

const ofEntries = (first: number, last: number) =>
  first === last ? `de l’inscription ${first}` : `des inscriptions ${first} à ${last}`;

export const custodyMessages = {
  busy: (path, pid) =>
    `Le processus ${pid} garde le registre de conservation pour lui (${path}). Attendez-le, ou mettez-y fin.`,
  lost: (path) =>
    french`Ce processus est resté immobile si longtemps qu’un autre a pris son tour au registre de conservation (${path}). Rien d’autre n’a été inscrit ici, et ce qui n’est pas inscrit n’est pas fait : redemandez.`,
  notWritten: (path, code) =>
    french`Le registre de conservation dans ${path} ne peut être écrit (${code}), et ce qui n’est pas inscrit n’est pas fait. Faites-y de la place, ou autorisez l’écriture.`,
  altered: (path) =>
    french`Le registre de conservation dans ${path} n’est pas tel qu’il a été laissé : rien n’y est ajouté. \`skein audit verify\` dit ce qui diffère ; remettez les fichiers depuis une copie, ou gardez le dossier et déplacez-le pour commencer un autre registre.`,
  noPart: (path) => `${path} n’a pas de custody.json.`,
  badPart: (path, why) => french`La partie d’un registre de conservation dans ${path} : ${why}.`,
  notRecorded: (why) => french`Cette vérification n’a pas été inscrite : ${why}`,
  command: {
    about: french`le registre de conservation : qui a fait quoi des preuves, et quand`,
    verify: french`vérifier qu’aucune inscription n’a été modifiée, retirée ou ajoutée ; statut de sortie 3 sinon`,
    against:
      'vérifier aussi que le registre continue la partie que porte ce dossier de preuves ou ce custody.json',
    show: 'afficher les inscriptions, avec les valeurs personnelles encore gardées',
    since: french`à partir de ce moment : 2026-03-01, ou avec une heure en UTC`,
    act: (acts) => french`une seule sorte d’acte : ${acts.join(', ')}`,
    erase: french`retirer les valeurs personnelles qui nomment un compte ; la chaîne tient toujours`,
    account: 'identifiant du compte',
    yes: 'ne pas demander',
  },
  badAct: (act, acts) => `Il n’y a pas d’acte ${act}. Il y a ${acts.join(', ')}.`,
  badSince: (text) => `--since prend un jour ou une heure, comme 2026-03-01, et non ${text}.`,
  none: 'Rien n’a encore été inscrit.',
  whole: (number, head) =>
    french`Le registre de conservation est entier : ${count(number, 'inscription', 'inscriptions')}.\nTête ${head}`,
  interrupted: french`Un processus s’est arrêté pendant qu’il écrivait une inscription de plus ; la prochaine y remédie.`,
  goesOn: (path, number) =>
    `Il continue ${path}, qui porte le registre jusqu’à l’inscription ${number}.`,
  broken: (faults) =>
    french`Le registre de conservation n’est PAS tel qu’écrit, ${count(faults, 'écart', 'écarts')} :`,
  fault: (kind, line, detail) =>
    french`  ${kind}${line === null ? '' : `, ligne ${line}`} : ${detail}`,
  ask: (values, account) =>
    french`Retirer pour de bon ${count(values, 'valeur personnelle qui nomme', 'valeurs personnelles qui nomment')} ${account} ? Tapez oui : `,
  needsYes: french`Ceci retire des valeurs personnelles pour de bon : confirmez par --yes.`,
  leftAlone: 'Rien n’a été retiré.',
  erased: (values, touched) =>
    `${count(values, 'valeur personnelle retirée', 'valeurs personnelles retirées')} de ${count(touched, 'inscription', 'inscriptions')}. Le graphe, les fichiers chargés, les dossiers de preuves et les copies n’en sont pas touchés.`,
  faults: {
    unreadable: (line) =>
      `la ligne ${line} n’est pas, à l’octet près, une inscription telle que Skein l’écrit`,
    changed: (entry, line) =>
      `l’inscription ${entry}, à la ligne ${line}, n’est pas ce que dit son lien avec la précédente`,
    misplaced: (entry, line) =>
      `l’inscription ${entry}, à la ligne ${line}, n’est pas à son rang ou y est une seconde fois`,
    missing: (first, last) => `${entries(first, last)} ${first === last ? 'manque' : 'manquent'}`,
    added: (first, last) =>
      `${entries(first, last)} ${first === last ? 'suit' : 'suivent'} la dernière pour laquelle head.json est signé`,
    tail: (line) =>
      `la ligne ${line}, à la fin, n’est pas une inscription entière, et personne de connu ne l’a écrite`,
    otherHead: (entry) =>
      french`l’empreinte de l’inscription ${entry} n’est pas celle pour laquelle head.json est signé : le registre a été remplacé`,
    head: {
      absent: 'head.json, qui dit combien il y a d’inscriptions, manque',
      unreadable: 'head.json n’est pas, à l’octet près, tel que Skein l’écrit',
      foreign: 'head.json n’est pas signé avec une clé de ce Skein',
    },
    values: {
      unreadable: (line) =>
        `la ligne ${line} de values.ndjson n’est pas, à l’octet près, une valeur telle que Skein l’écrit`,
      changed: (entry, field, line) =>
        `${field} de l’inscription ${entry}, à la ligne ${line} de values.ndjson, n’est pas ce qui a été inscrit`,
      added: (entry, field, line) =>
        `${field} de l’inscription ${entry}, à la ligne ${line} de values.ndjson, n’a pas été inscrit, ou y est une seconde fois`,
      misplaced: (entry, field, line) =>
        `${field} de l’inscription ${entry}, à la ligne ${line} de values.ndjson, n’est pas à son rang`,
      erased: (entry, field, line) =>
        french`${field} de l’inscription ${entry}, à la ligne ${line} de values.ndjson, a été effacé et y est de nouveau, ou l’effacement n’a pas abouti : effacez encore`,
      missing: (number, first, last) =>
        `${count(number, 'valeur personnelle', 'valeurs personnelles')} ${ofEntries(first, last)} ${number < 2 ? 'manque' : 'manquent'} dans values.ndjson, et aucun effacement ne ${number < 2 ? 'la' : 'les'} nomme`,
      otherSize: (size, signed) =>
        `values.ndjson a ${count(size, 'octet', 'octets')}, head.json est signé pour ${figure(signed)}`,
    },
    notInLog: (entry, number) =>
      `l’inscription ${entry} n’est pas dans ce registre, et la partie va jusqu’à l’inscription ${number}`,
    otherInLog: (entry) =>
      `l’inscription ${entry} de ce registre est autre que celle dont la partie a été faite`,
  },
} satisfies Given<Messages['custody']>;

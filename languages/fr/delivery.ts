import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

const taille = (octets: number) =>
  octets < 100_000
    ? `${figure(Math.ceil(octets / 1_000))} ko`
    : `${decimal(octets / 1_000_000, 1)} Mo`;

export const deliveryMessages = {
  recipient: {
    path: french`n’est pas un chemin absolu : écrivez-le depuis la racine du disque, comme /srv/rapports`,
    url: french`n’est pas l’adresse d’un récepteur : écrivez-la sous la forme https://hôte/chemin ou http://hôte/chemin, sans nom ni mot de passe`,
    twice: 'nomme un format deux fois',
  },
  settings: {
    smtp: french`n’est pas un serveur de courrier : écrivez-le sous la forme smtp://utilisateur:motdepasse@hôte:587 ou smtps://hôte, suivi de rien d’autre que ?tls=never`,
    smtpClear: french`enverrait le mot de passe en clair : retirez ?tls=never, ou l’utilisateur et le mot de passe`,
    from: french`n’est pas un expéditeur : écrivez-le sous la forme skein@example.com ou Skein <skein@example.com>`,
    fromMissing: french`manque : SKEIN_SMTP_URL est défini, il faut donc l’adresse d’où vient le courrier`,
    limit: (least) =>
      french`n’est pas une taille : donnez un nombre entier d’octets, au moins ${least}`,
    secret: (least) =>
      french`est trop court pour signer : donnez au moins ${count(least, 'caractère', 'caractères')}`,
  },
  none: (id) => `Il n’y a pas d’envoi ${id}.`,
  notRetried: {
    delivered: (id) => french`${id} est arrivé. Envoyez plutôt le rapport à nouveau.`,
    waiting: (id) => `${id} attend déjà son tour.`,
  },
  report: {
    id: (id) =>
      french`Un rapport ne peut être envoyé sous l’identifiant « ${id} » : seuls lettres, chiffres, - _ et . sont admis, 120 au plus.`,
    fileName: (name) =>
      french`Un fichier de rapport ne peut s’appeler « ${name} » : employez un nom simple sans dossier, chacun une fois.`,
    language: (language) =>
      french`Le rapport n’a pas de texte en « ${language} », qu’un destinataire demande.`,
    tooLarge: (bytes, most) =>
      `Le rapport est trop grand pour être envoyé (${taille(bytes)}, au plus ${taille(most)}). Choisissez moins de formats.`,
  },
  failed: {
    content: 'Ce qui devait être envoyé n’est plus entier dans la base.',
    noFolder: (path) =>
      `Il n’y a pas de dossier ${path} sur cette machine. Créez-le, ou montez-le, puis réessayez.`,
    notWritable: (path, reason) =>
      `On ne peut écrire dans ${path} (${reason}). Vérifiez le dossier, son propriétaire et la place sur son disque.`,
    noMailServer:
      'Aucun serveur de courrier n’est défini. Définissez SKEIN_SMTP_URL et SKEIN_MAIL_FROM là où tourne Skein, et relancez-le.',
    authority: (path, reason) =>
      french`Les certificats dans ${path} (SKEIN_SMTP_CA) ne peuvent être lus : ${reason}`,
    mail: (host, reason) => french`Le serveur de courrier ${host} ne l’a pas pris : ${reason}`,
    notTaken: (refused) => `Pas pris pour ${refused.join(french` ; `)}`,
    noSecret:
      'Aucun secret pour signer n’est défini. Définissez SKEIN_WEBHOOK_SECRET là où tourne Skein, et relancez-le.',
    answered: (host, status) => `${host} a répondu ${status}.`,
    redirected: (host, status) =>
      `${host} a répondu ${status}, une redirection, qui n’est pas suivie. Donnez l’adresse à laquelle elle mène.`,
    noAnswer: (host, reason) => french`${host} ne peut être atteint : ${reason}`,
    late: (host, seconds) => `${host} n’a pas répondu en ${count(seconds, 'seconde', 'secondes')}.`,
    broken: (times) =>
      `Le programme s’est arrêté ${figure(times)} fois pendant cet envoi. Voyez son journal, puis réessayez à la main.`,
    defect: (reason) => french`Skein a commis une erreur ; son journal en dit plus (${reason}).`,
  },
  mail: {
    leftOut: (files) =>
      french`Trop grand pour être joint : ${files.map(({ name, bytes }) => `${name} (${taille(bytes)})`).join(', ')}.`,
    open: (link) => french`Ouvrir dans Skein : ${link}`,
    find: 'Ouvrez Skein pour le lire.',
  },
  trial: {
    subject: french`Skein : un envoi d’essai`,
    summary: french`Quelqu’un a essayé si Skein peut envoyer ici. Il le peut ; il n’y a rien d’autre à faire.`,
  },
} satisfies Given<Messages['delivery']>;

import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

export const exportDialogMessages = {
  open: 'Exporter les preuves',
  hint: french`Un seul ZIP, vérifiable sans Skein : sous-graphe, lignes sources, requêtes, rapport et image, signé`,
  title: (of) => french`Preuves : ${of}`,
  language: 'Langue du rapport',
  hops: 'Autour du compte',
  hopsOf: ['le compte seul', 'à 1 pas', 'à 2 pas', 'à 3 pas', 'à 4 pas'],
  bundle: 'Dossier de preuves',
  narrative: 'Exposé des faits',
  told: {
    reason: 'Pourquoi il est exporté',
    case_number: 'Numéro de l’affaire',
    authority: 'Base légale',
  },
  toldHint:
    'Figure sur le rapport, à côté du contenu, avec votre nom et l’heure. Ctrl+Entrée enregistre.',
  masks: 'Montrer des pseudonymes au lieu de',
  masksHint:
    'Une même valeur reçoit le même pseudonyme dans tout ce dossier. Les valeurs elles-mêmes n’y sont nulle part. Un nom que dit une adresse électronique ou un nom d’utilisateur relève de ceux-ci.',
  withNarrative: 'Mettre le brouillon de déclaration (narrative.md) dans le dossier',
  withNarrativeHint:
    'Seulement pour les autorités, ou pour qui déclare. Rien d’autre dans un dossier ne dit qu’une déclaration est envisagée.',
  withNarrativeWarning: french`Qui reçoit ce dossier apprend qu’une déclaration est envisagée. En informer une personne dont il traite peut être une infraction : 31 USC 5318(g)(2), Proceeds of Crime Act 2002 s. 333A ; en France, article L. 561-18 du code monétaire et financier. Le journal de conservation note qu’il a été joint.`,
  writing: 'Collecte des preuves …',
  cancel: 'Annuler',
  save: 'Enregistrer le dossier',
  saved: (name) => `${name} est enregistré.`,
  digest: 'Empreinte du contenu (SHA-256)',
  digestHint:
    'Dites cette empreinte par une autre voie à qui reçoit le dossier. On la vérifie avec `skein verify` ou avec verify.html.',
  narrativeHint: french`Un brouillon tiré des constats : qui, quoi, quand, où, pourquoi, comment, avec les totaux par devise. Complétez ce qui est entre crochets.`,
  decided: 'Jour de la décision',
  draft: 'Rédiger l’exposé',
  draftAgain: 'Rédiger de nouveau',
  due: (day) => `À déposer au plus tard le ${day}`,
  narrativeText: 'Exposé, à reprendre',
  saveNarrative: 'Enregistrer l’exposé',
} satisfies Given<Messages['exportDialog']>;

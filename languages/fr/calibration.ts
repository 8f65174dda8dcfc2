import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

export const calibrationMessages = {
  problems: {
    nothingDecided:
      'Rien n’a encore été confirmé ni écarté, il n’y a donc rien à apprendre. Décidez d’abord de constats et de groupes dans la file.',
    overtaken: (by, at) =>
      by === ''
        ? french`Personne n’a encore changé les poids : ils sont à la révision 0.`
        : `${by} a changé les poids entre-temps, le ${day(at)}. Relisez-les, et calibrez à partir de ce qu’ils sont.`,
    justOvertaken: 'Une autre personne vient de changer les poids. Relisez-les.',
    nothing: 'Ces poids sont déjà en vigueur.',
    noRevision: (revision) => `Il n’y a pas de révision ${revision} des poids.`,
    notEstimated: (trial) =>
      french`L’essai ${trial} n’a pas estimé de poids : nommez-en un de \`skein calibrate\` qui soit achevé.`,
    ownTrial: (trial) =>
      french`Vous avez vous-même commencé l’essai ${trial} : une autre personne doit mettre ses poids en vigueur.`,
    otherProgram: (trial) =>
      `L’essai ${trial} vient d’une version de Skein livrée avec d’autres poids. Relancez \`skein calibrate\`.`,
  },
  sums: { link: 'liens', account: 'comptes', group: 'ensembles', cluster: 'groupes' },
  command: {
    about: french`estimer à nouveau poids, a priori et seuil d’après ce qui a été confirmé et écarté ici, et dire ce qui changerait ; rien ne change de soi-même`,
    history: 'afficher chaque changement des poids, celui en vigueur d’abord',
    activate:
      'mettre en vigueur, dès la prochaine exécution, les poids du calibrage d’une autre personne',
    back: 'revenir aux poids qui étaient en vigueur avant',
    trial: 'identifiant du calibrage',
    to: french`la révision à laquelle revenir, 0 pour ce qui est livré ; sans elle, la précédente`,
    head: (confirmed, dismissed) =>
      `Estimés d’après ${count(confirmed, 'confirmation', 'confirmations')} et ${count(dismissed, 'rejet', 'rejets')}, ramenés vers les poids livrés avec Skein`,
    columns: ['pondération', 'en vigueur', 'puis', french`95 % entre`, 'décisions'],
    group: (sum, moved) => french`Des ${sum}, bougeraient ${figure(moved)} :`,
    within: (low, high) => `${decimal(low, 2)} et ${decimal(high, 2)}`,
    unmoved: (spoken) =>
      french`${count(spoken, 'pondération dont parlent des décisions resterait telle quelle', 'pondérations dont parlent des décisions resteraient telles quelles')} ; --json les donne.`,
    none: 'Aucun poids ne bougerait.',
    next: (trial) =>
      french`Pour qu’une autre personne les mette en vigueur : skein calibrate activate ${trial} --why …`,
    line: (revision, at, by, changed, why) =>
      french`${revision}  ${at.slice(0, 16).replace('T', ' ')}  ${by} : ${changed === 0 ? 'comme livrés' : count(changed, 'pondération autre que livrée', 'pondérations autres que livrées')} – ${why}`,
    after: (trial, by) => `     après le calibrage ${trial} de ${by}`,
    noHistory: 'Tous les poids sont ceux livrés, depuis le début.',
    done: (revision) =>
      `La révision ${revision} des poids est en vigueur dès la prochaine exécution.`,
  },
} satisfies Given<Messages['calibration']>;

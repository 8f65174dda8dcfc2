import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { french } from './typography.ts';

const of = (who: readonly string[]) => who.map((one) => `les ${one}`).join(' et ');
const to = (who: readonly string[]) => who.map((one) => `aux ${one}`).join(' et ');

export const refusedMessages = {
  roleMany: {
    viewer: 'lecteurs',
    analyst: 'analystes',
    lead: 'responsables',
    admin: 'administrateurs',
    auditor: 'auditeurs',
  },
  permissions: {
    look: 'regarder ce qui est chargé et trouvé',
    see: 'voir les données personnelles telles quelles',
    work: 'juger, tenir des dossiers et des tableaux, poser des requêtes et exporter',
    lead: 'décider de ce qui vaut pour tous (exceptions, paramètres, programmations, chargements et listes)',
    administer: 'dire qui peut entrer',
    audit: 'lire qui a fait quoi',
  },
  forbidden: ({ name, role, what, who }) =>
    french`Le rôle de ${name} est « ${role} ». Il revient ${to(who)} de ${what} : demandez-leur.`,
  forbiddenTitle: 'C’est à d’autres de le faire',
  maskedTitle: 'Cela montre des données personnelles',
  masked: french`Cela montre des données personnelles, qui vous sont masquées. Montrez-les avec un motif, par la ligne en haut de la page : c’est noté au journal, et vaut une heure. Ou demandez à un analyste, un responsable ou un administrateur.`,
  maskedHere: 'Cela vous est masqué, car des personnes y sont nommées.',
  forHere: (who) => `Cela revient ${to(who)}.`,
  empty: {
    hint: (who) =>
      french`Rien n’est chargé, il n’y a donc encore rien à regarder. Ce sont ${of(who)} qui chargent : demandez-leur. Cette page continue d’elle-même.`,
    noRun: (who) =>
      french`Rien n’est encore trouvé, car personne n’a lancé les détecteurs sur ce qui est chargé. Ce sont ${of(who)} qui les lancent : demandez-leur. Cette page continue d’elle-même.`,
    mayLook: french`Dès qu’il y aura quelque chose, vous pourrez le regarder : groupes, constats et ce sur quoi ils reposent.`,
    mayWork:
      'Dès qu’il y aura quelque chose, vous pourrez le juger, tenir des dossiers et des tableaux, poser des requêtes et exporter.',
  },
  load: (who) =>
    french`Ce sont ${of(who)} qui apportent les données : demandez-leur. Ce qui est chargé se voit sur la vue d’ensemble.`,
} satisfies Given<LaterMessages['refused']>;

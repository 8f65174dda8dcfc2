import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, french } from './typography.ts';

export const maskedPageMessages = {
  masked: 'Les données personnelles sont masquées.',
  show: 'Montrer avec un motif',
  shown: (until, why) => french`Les données personnelles sont montrées jusqu’à ${until} : ${why}`,
  mask: 'Masquer de nouveau',
  title: 'Montrer les données personnelles',
  about:
    'Noms, adresses et tout ce qui parle de quelqu’un est montré dans cette session pendant une heure. Le journal garde que vous l’avez fait, et pourquoi.',
  why: french`Pourquoi avez-vous besoin de les voir ?`,
  whyHint: (least) =>
    `En ${count(least, 'signe', 'signes')} ou plus, pour que d’autres le comprennent.`,
  confirm: 'Montrer pendant une heure',
  cancel: 'Laisser masqué',
  account: {
    title: 'Données personnelles',
    always: 'Vous voyez les données personnelles telles quelles.',
    masked: 'Elles vous sont masquées, et peuvent être montrées avec un motif.',
  },
} satisfies Given<LaterMessages['maskedPage']>;

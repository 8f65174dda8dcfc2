import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';

export const storyMessages = {
  figureOfLinks: 'le plus que cela ajoute à l’un de ses liens',
  parts: {
    beside: 'à côté',
    from: 'd’où',
    works: 'qui travaille',
    with: 'avec quoi',
    paid: 'qui est payé',
    ends: 'où cela finit',
    named: 'qui est nommé',
  },
} satisfies Given<LaterMessages['story']>;

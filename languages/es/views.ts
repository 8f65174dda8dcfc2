import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';

export const viewsMessages = {
  nowhere: {
    title: 'No hay nada en esta dirección',
    hint: 'Quizá esté mal escrita, o lo que nombraba se llama de otro modo desde la última ejecución.',
    toStart: 'Al inicio',
  },
} satisfies Given<Messages['views']>;

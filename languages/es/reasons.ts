import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';

export const reasonsMessages = {
  marks: {
    number: 'número',
    file: 'archivo',
    picture: 'imagen',
    nearPicture: 'imagen casi igual',
    photo: 'foto',
    nearPhoto: 'foto casi igual',
    holder: 'titular',
  },
} satisfies Given<Messages['reasons']>;

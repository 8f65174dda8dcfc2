import type { Given } from '../../domain/words/given.ts';
import type { Words } from '../../domain/words/index.ts';

export const reasonsWords = {
  marks: {
    number: 'número',
    file: 'archivo',
    picture: 'imagen',
    nearPicture: 'imagen casi igual',
    photo: 'foto',
    nearPhoto: 'foto casi igual',
    holder: 'titular',
  },
} satisfies Given<Words['reasons']>;

import { count } from './typography.ts';

/** Who sees a case, as the page says and asks it. */
export const caseMembersMessages = {
  all: 'Seen by everybody who may see cases',
  some: (names: readonly string[]) => `Seen by ${names.join(', ')} alone`,
  number: (n: number) => `seen by ${count(n, 'person', 'people')} alone`,
  change: 'Change who sees it',
  title: 'Who sees this case',
  hint: 'Nobody else finds it: not in lists, by its address, in tasks or mentions, nor as evidence. What is joined into it is seen by the same people. Who changes this, and why, stands in its history.',
  choices: { all: 'Everybody who may see cases', some: 'These people alone' },
  names: 'People',
  namesHint: 'Type a part of a name',
  nobody: 'Nobody of that name',
  save: 'Save',
  mineAlone: 'Only I see it at first',
  everybody: 'everybody',
} as const;

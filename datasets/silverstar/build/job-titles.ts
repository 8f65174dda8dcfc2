import type { Random } from './random.ts';

const things: Readonly<Record<string, readonly string[]>> = {
  web: [
    'online shop',
    'booking page',
    'members area',
    'recipe site',
    'price calculator',
    'news page',
  ],
  mobile: [
    'delivery app',
    'loyalty card app',
    'bus timetable app',
    'training diary',
    'chat screen',
  ],
  design: ['logo', 'packaging', 'poster series', 'icon set', 'brochure', 'app screens'],
  data: [
    'sales dashboard',
    'survey analysis',
    'address cleaning',
    'forecast',
    'spreadsheet import',
  ],
  writing: ['user manual', 'newsletter', 'product texts', 'grant application', 'translation'],
  devops: ['deployment pipeline', 'server move', 'backup plan', 'monitoring', 'container setup'],
  games: ['puzzle game', 'level editor', 'character animation', 'quiz game', 'racing prototype'],
  'it-support': ['help desk cover', 'mail move', 'laptop roll-out', 'night watch of servers'],
};
const owners = [
  'a bakery',
  'a climbing club',
  'a dental practice',
  'a museum',
  'a flower shop',
  'a language school',
  'a bicycle maker',
  'a charity',
  'a choir',
  'an estate agent',
  'a garage',
  'a winery',
];

export function jobTitle(random: Random, trade: string): string {
  const thing = random.pick(things[trade] ?? things['web']!);
  const title = `${thing} for ${random.pick(owners)}`;
  return title[0]!.toUpperCase() + title.slice(1);
}

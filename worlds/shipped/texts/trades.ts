import type { Random } from '../chance/random.ts';
import { say } from './grammar.ts';

/** Trades with what is asked for in each. */
export interface Trade {
  id: string;
  skills: readonly string[];
  titles: readonly string[];
  /** What a job usually brings, in US dollars. */
  pay: number;
  weight: number;
}

const things =
  '{shop|clinic|school|travel site|newsletter|warehouse|bakery|gym|museum|farm|hotel|charity|library|podcast|festival|bus line}';

export const trades: readonly Trade[] = [
  {
    id: 'web',
    skills: ['React', 'Vue', 'PHP', 'WordPress', 'TypeScript', 'Django', 'Laravel', 'HTML and CSS'],
    titles: [
      `{New|Redesigned|Faster|Accessible} {site|web shop|portal|booking page} for a ${things}`,
      `{Fix|Mend|Finish} {checkout|login|search|layout} of a ${things}`,
      `{Dashboard|Admin panel|Customer area} for a ${things}`,
    ],
    pay: 620,
    weight: 9,
  },
  {
    id: 'mobile',
    skills: ['Flutter', 'Swift', 'Kotlin', 'React Native', 'Unity'],
    titles: [
      `{Android|iPhone|Mobile|Tablet} app for a ${things}`,
      `{Push messages|Offline mode|In-app payment} in an app for a ${things}`,
    ],
    pay: 940,
    weight: 6,
  },
  {
    id: 'data',
    skills: ['Python', 'SQL', 'pandas', 'Spark', 'R', 'machine learning'],
    titles: [
      `{Scrape|Clean|Analyse|Forecast} {prices|orders|visits|bookings} of a ${things}`,
      `{Report|Model|Pipeline} on {sales|demand|churn} for a ${things}`,
    ],
    pay: 800,
    weight: 5,
  },
  {
    id: 'design',
    skills: ['Figma', 'Illustrator', 'Photoshop', 'Blender', 'After Effects'],
    titles: [
      `{Logo|Brand|Poster|Icon set|Packaging} for a ${things}`,
      `{Mock-ups|Illustrations|Animations} for a ${things}`,
    ],
    pay: 330,
    weight: 6,
  },
  {
    id: 'backend',
    skills: ['Node.js', 'Go', 'Java', 'PostgreSQL', 'AWS', 'Docker'],
    titles: [
      `{API|Server|Payment service|Queue} for a ${things}`,
      `{Move|Migrate|Scale} the {database|servers} of a ${things}`,
    ],
    pay: 1_050,
    weight: 6,
  },
  {
    id: 'translation',
    skills: ['translation', 'proofreading', 'subtitling', 'localisation', 'transcription'],
    titles: [
      `{Translate|Proofread|Subtitle|Localise} {texts|a manual|videos|an app} of a ${things}`,
    ],
    pay: 190,
    weight: 5,
  },
  {
    id: 'games',
    skills: ['Unity', 'Unreal', 'C#', 'C++', 'level design'],
    titles: [
      `{Puzzle|Racing|Card|Learning} game for a ${things}`,
      `{Levels|Multiplayer|Sound|Menus} for a small game about a ${things}`,
    ],
    pay: 1_150,
    weight: 3,
  },
  {
    id: 'support',
    skills: ['spreadsheets', 'data entry', 'customer care', 'bookkeeping', 'research'],
    titles: [`{Data entry|Inbox help|Research|Bookkeeping} for a ${things}`],
    pay: 140,
    weight: 4,
  },
];

export function makeTitle(random: Random, trade: Trade): string {
  return say(random, random.pick(trade.titles));
}

import { count } from './typography.ts';

/** Rules by which nodes are drawn, ranges that leave some out, and styles. */
export const lookRulesMessages = {
  /** What a rule or a range may go by, and what it means. */
  fields: {
    score: {
      label: 'score',
      about: 'The score of an account in the latest run, out of 100.',
    },
    'links.all': {
      label: 'links in all',
      about: 'How many relations it has in the whole graph, drawn or not.',
    },
    cluster: { label: 'cluster', about: 'The cluster of the latest run that an account is in.' },
    'money.received': {
      label: 'money received in what is drawn',
      about:
        'The sum of settled transfers to it that are shown, in the currency of most of them; amounts in others are not added.',
    },
    'money.sent': {
      label: 'money sent in what is drawn',
      about:
        'The sum of settled transfers from it that are shown, in the currency of most of them; amounts in others are not added.',
    },
    age: {
      label: 'age of the account, days',
      about:
        'From when an account was opened to the day that the board shows: as known on, the end of the time that is shown, or else its latest relation.',
    },
    'drawn.links': {
      label: 'neighbours drawn',
      about:
        'Degree: to how many others it is joined here. Several relations to the same one count once.',
    },
    'drawn.betweenness': {
      label: 'betweenness',
      about:
        'On what share of the shortest ways between two others it lies, of what is drawn: 0 for none, 1 for all. What holds parts together stands out. Of a very large drawing, ways from some nodes alone are followed, always the same ones.',
    },
    'drawn.pagerank': {
      label: 'PageRank',
      about:
        'How often one would come by, going at random along the lines that are drawn; 1 is the mean. High is what well-joined others lead to.',
    },
    'drawn.community': {
      label: 'community',
      about:
        'What is joined more among itself than with others, found by the method of Louvain on what is drawn; 1 is the largest. It says how lines lie and nothing of guilt.',
    },
  },
  columnOf: (many: string, column: string) => `${many}: ${column}`,
  measured: 'Reckoned on what is drawn',
  own: 'Of the graph',
  columns: (many: string) => `Columns of ${many}`,
  never:
    'Nationality, country, language, place and date of birth are not among them: they are no evidence.',
  menu: 'Rules',
  title: 'Rules for looks',
  none: 'No rule yet. A rule draws nodes by what they are: the accounts of highest betweenness larger, the newest in another colour.',
  order: 'Where two rules set the same of a node, the later one holds.',
  whose: 'For',
  every: 'all types',
  by: 'By',
  sets: { colour: 'Colour', size: 'Size', label: 'Behind the name', mark: 'Icon' },
  setsLabel: 'Sets',
  cutLabel: 'In steps',
  cuts: {
    value: 'of equal width, by the value',
    rank: 'of as many nodes each, by rank',
    bounds: 'from bounds that I set',
    kinds: 'each value by itself',
  },
  cutShort: { value: 'by value', rank: 'by rank', bounds: 'from bounds', kinds: '' },
  bounds: 'Bounds, rising, up to four',
  boundsHint: 'Such as 10; 100; 1000',
  boundsWrong: 'Write one to four numbers that rise, parted by semicolons.',
  markLabel: 'Icon of the highest step',
  marks: { flag: 'flag', star: 'star', eye: 'eye', bolt: 'bolt' },
  add: 'Add the rule',
  added: (rule: string) => `Rule added. ${rule}.`,
  removed: 'The rule is gone.',
  up: (rule: string) => `Earlier: ${rule}`,
  down: (rule: string) => `Later: ${rule}`,
  remove: (rule: string) => `Remove: ${rule}`,
  heading: (sets: string, whose: string, by: string, how: string) =>
    `${sets}${whose === '' ? '' : ` of ${whose}`}: ${by}${how === '' ? '' : `, ${how}`}`,
  without: (heading: string) => `${heading} (nothing here has it, or it is not known yet)`,
  alike: (value: string) => `all that have it: ${value}`,
  otherKinds: (n: number) => count(n, 'other', 'others'),
  smallest: (value: string) => `smallest: ${value}`,
  largest: (value: string) => `largest: ${value}`,
  below: (value: string) => `below ${value}`,
  from: (value: string) => `from ${value}`,
  step: (ends: string, n: number) => `${ends} (${n.toLocaleString('en')})`,
  failed: 'What these rules and ranges need could not be fetched.',
  reckoning: 'Reckoning …',
  ranges: {
    menu: 'Ranges',
    title: 'Show a range',
    none: 'Choose a number or a time: what lies outside the range is faded or hidden.',
    add: 'Add a range of',
    choose: 'Choose …',
    outside: 'What lies outside is',
    how: { faded: 'faded', hidden: 'hidden' },
    shown: (n: number, of: number) =>
      `${n.toLocaleString('en')} of ${of.toLocaleString('en')} shown`,
    within: (n: number, of: number) =>
      n === of
        ? `All ${of.toLocaleString('en')} within the ranges`
        : `${n.toLocaleString('en')} of ${of.toLocaleString('en')} within the ranges`,
    without: (n: number) =>
      `${count(n, 'node has', 'nodes have')} no such value and stay as they are.`,
    least: (field: string) => `Least ${field}`,
    most: (field: string) => `Most ${field}`,
    between: (from: string, to: string) => `${from} to ${to}`,
    alike: 'All that have it have the same.',
    remove: (field: string) => `Remove the range of ${field}`,
    clear: 'Show all again',
    cleared: 'No range leaves anything out.',
    hidden: (n: number) =>
      `${count(n, 'node lies', 'nodes lie')} outside the ranges and are hidden.`,
  },
  styles: {
    title: 'Styles',
    about: 'Sizes, colours and rules together, for other boards. A style names no node.',
    name: 'Name of the style',
    keep: 'Keep in this browser',
    kept: (name: string) => `The style ${name} is kept.`,
    save: 'Save as a file',
    open: 'Open a style file',
    apply: (name: string) => `Apply ${name}`,
    applied: (name: string) => `The style ${name} is applied. It can be undone.`,
    forget: (name: string) => `Forget ${name}`,
    forgotten: (name: string) => `The style ${name} is forgotten.`,
    noStyle: (name: string) => `${name} is no style that was saved from Skein.`,
    newer: (name: string, version: string) =>
      `${name} was saved by a newer version of Skein (style version ${version}).`,
    tooLarge: (name: string) => `${name} is larger than any style: it may be another file.`,
  },
} as const;

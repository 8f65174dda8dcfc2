import { outOf100 } from '../../score.ts';
import { count as counted } from './typography.ts';

const number = (n: number) => n.toLocaleString('en');
const nodes = (n: number) => `${number(n)} ${n === 1 ? 'node' : 'nodes'}`;
const steps = (n: number) => `${number(n)} ${n === 1 ? 'step' : 'steps'}`;

/** How the canvas looks: styles, layouts, groups, kinds of relation and bundles. */
export const looksMessages = {
  between: (from: number, to: number) =>
    from === to ? number(from) : `${number(from)} – ${number(to)}`,
  noScore: 'without a score',
  noCluster: 'in no cluster',
  noCountry: 'no IP address, or its country is not known',
  otherKinds: (n: number, none: string) => `${counted(n, 'other', 'others')}; ${none}`,
  style: {
    menu: 'Sizes and colours',
    size: 'Size says',
    sizes: {
      uniform: 'nothing: all alike',
      score: 'the score of an account',
      links: 'how many links it has in all',
      money: 'how much money moved',
    },
    money: (currency: string) => `Amounts in ${currency}; others are not added`,
    noMoney: 'No relation that is shown names an amount.',
    colour: 'Colour says',
    colours: {
      type: 'the type',
      score: 'the score of an account',
      cluster: 'the cluster',
      country: 'the country an IP address is registered in',
      links: 'how many links it has in all',
      change: 'what came and what went between two runs',
    },
    typeColour: 'Colours of the types',
    colourOf: (many: string) => `Colour of ${many}`,
    usual: 'as usual',
    swatches: {
      blue: 'blue',
      orange: 'orange',
      teal: 'teal',
      violet: 'violet',
      gold: 'gold',
      pink: 'pink',
      green: 'green',
      red: 'red',
      brown: 'brown',
      indigo: 'indigo',
    },
    motion: 'Animate what moves',
    changed: 'The canvas is drawn anew.',
    scale: (colours: string) => `Colour: ${colours}`,
    sized: (sizes: string) => `Size: ${sizes}`,
  },
  kinds: {
    menu: (n: number) => counted(n, 'kind of relation', 'kinds of relation'),
    title: 'Kinds of relation',
    states: { shown: 'Shown', faint: 'Grey', hidden: 'Hidden' },
    one: (says: string, n: number) => `${says}, ${number(n)}`,
    changed: (says: string, state: string) => `${says}: ${state}`,
    all: 'Show all of them',
    apart: (n: number) => `${number(n)} not as usual`,
  },
  bundles: {
    scored: (says: string, score: number) => `${says} (${outOf100(score)} of 100)`,
    open: 'Draw them side by side',
    close: 'Draw them as one line',
    span: (span: string) => `from ${span}`,
  },
  /** What lies on top of what was opened. */
  layers: {
    title: 'On top',
    put: 'Put on top',
    alone: 'Open by itself',
    lift: (layer: string) => `Take away: ${layer}`,
    kinds: {
      neighbours: 'Neighbours',
      pair: 'Compared',
      path: 'Path',
      finding: 'Finding',
      cluster: 'Cluster',
      search: 'Search',
      query: 'Query',
      flow: 'Money',
    },
  },
  /** What a cluster or a finding opens as: what holds its accounts together. */
  story: {
    /** What binds, and what it weighs. */
    weighs: (what: string, weight: string) => `${what}, +${weight}`,
    /** Where the canvas does not say it one by one. */
    away: (n: number) =>
      `${nodes(n)} folded away: what holds the accounts together is told without.`,
    folded: 'Folded:',
    whole: 'Unfolded:',
    hint: 'Drawn is what holds these accounts together. All else that evidence names is folded, and unfolds in its place.',
    /** Of the figures beside names, in the legend. */
    figure: 'what it adds to the sum by which they are judged',
    fold: (what: string) => `Fold ${what}`,
    unfold: (what: string) => `Unfold ${what}`,
    /** Of nodes: "150 jobs". */
    things: (n: number, what: string) => `${number(n)} ${what}`,
    /** Of relations between accounts: "rated (33)". */
    kind: (says: string, n: number) => `${says} (${number(n)})`,
    all: 'Unfold all',
    none: 'Fold all',
  },
  layouts: {
    menu: 'Layout',
    title: 'Lay out',
    names: {
      force: 'By forces: what is linked lies near',
      right: 'Tree from the selected node, to the right',
      down: 'Tree from the selected node, downwards',
      circles: 'A circle for each cluster',
      time: 'By first time, a lane for each type',
      roles: 'By part: who works, who is paid, where it ends',
    },
    noRoot: 'Select a node first',
    done: (name: string) => `Laid out. ${name}.`,
    align: (n: number) => `Align what is marked (${number(n)})`,
    noMarks: 'Mark two nodes or more first',
    alignments: {
      left: 'Left, at the leftmost',
      top: 'Top, at the topmost',
      row: 'In a row',
      column: 'In a column',
      spread: 'With even gaps',
    },
    aligned: (n: number) => `${nodes(n)} aligned.`,
    ask: 'Give up the places that you chose?',
    askHint:
      'You moved or aligned nodes on this board. The layout moves all that is not pinned. It can be undone.',
    yes: 'Lay out',
    cancel: 'Keep the places',
    axis: 'Time axis',
    undated: 'no time',
  },
  groups: {
    menu: 'Groups',
    kind: (n: number) => `Group of ${nodes(n)}`,
    group: 'Group',
    groupMarked: (n: number) => `Group what is marked (${number(n)}) …`,
    name: 'Name of the group',
    naming: 'Draw them as one',
    namingHint:
      'They are drawn as one node, and so are their relations. Open the group to see them again.',
    rename: 'Rename',
    save: 'Group them',
    keepName: 'Keep the name',
    cancel: 'Cancel',
    usualName: 'nodes',
    open: 'Open the group',
    openAll: (n: number) => `Open all groups (${number(n)})`,
    members: 'In the group',
    highest: 'The score is the highest among its accounts.',
    mark: 'Mark its members',
    grouped: (name: string) => `${name} is drawn as one.`,
    madeMany: (n: number) => `${counted(n, 'group is', 'groups are')} drawn.`,
    opened: (n: number) => `${number(n)} ${n === 1 ? 'group' : 'groups'} opened.`,
    in: (name: string) => `in ${name}`,
    by: {
      cluster: (n: number) => `A group for each cluster (${number(n)})`,
      type: (n: number) => `A group for each type (${number(n)})`,
      leaves: (n: number) => `What touches the same node only (${number(n)})`,
    },
    leavesOf: (caption: string) => `only at ${caption}`,
    cluster: (id: string) => `Cluster ${id}`,
    offer: 'Group by cluster',
    drawn: (n: number, held: number) =>
      ` ${number(n)} ${n === 1 ? 'group holds' : 'groups hold'} ${number(held)} of them.`,
  },
  paths: {
    here: (from: string) => `Path from ${from} to here`,
    between: 'Path between them',
    found: (n: number) => `A path of ${steps(n)} is lit up.`,
    added: (n: number) => `A path of ${steps(n)} was added and is lit up.`,
    none: (most: number) => `No path of at most ${steps(most)} leads there.`,
  },
  change: {
    joined: 'joined since',
    left: 'no longer in it',
    stayed: 'in both runs, or no account',
  },
} as const;

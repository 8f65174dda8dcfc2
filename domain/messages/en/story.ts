import { count } from './typography.ts';

const number = (n: number) => n.toLocaleString('en');

/** What one does, as several do it: "is paid through", "are paid through". */
function ofSeveral(says: string): string {
  return says
    .replace(/^is\b/, 'are')
    .replace(/^was\b/, 'were')
    .replace(/^has\b/, 'have')
    .replace(/^(go|pass)es\b/, '$1')
    .replace(/^(ask|claim|log|name|send|stand|use|word)s\b/, '$1');
}

/** What a story leaves out, and where what it shows stands. */
export const storyMessages = {
  folds: {
    who: (sharing: 'all' | 'several' | 'one', accounts: number) =>
      sharing === 'several'
        ? 'several of them'
        : sharing === 'one'
          ? 'one of them'
          : accounts === 2
            ? 'both'
            : `all ${number(accounts)}`,
    /** "150 jobs both bid on". */
    ofAccounts: (what: string, says: string, who: string, one: boolean) =>
      `${what} ${who} ${one || who === 'one of them' ? says : ofSeveral(says)}`,
    /** "4 documents that were handed in by one of them". */
    toAccounts: (what: string, says: string, who: string, n: number) =>
      `${what} that ${n === 1 ? says : ofSeveral(says)} ${who}`,
    times: (what: string, n: number) => `${what}, ${count(n, 'time', 'times')}`,
    logins: (n: number, who: string) => `${count(n, 'login', 'logins')} at one address, by ${who}`,
    /** "35 documents alike". */
    alike: (what: string) => `${what} alike`,
    mostAlike: (what: string, most: number) =>
      `${what}, the most alike ${number(Math.round(100 * most))} %`,
    toThings: (what: string, says: string, n: number) =>
      `${what} that ${n === 1 ? says : ofSeveral(says)} what is drawn`,
    ofThings: (what: string, says: string) => `${what}; what is drawn ${says} them`,
    farther: (what: string) => `${what} farther off`,
    others: (n: number) => `${count(n, 'other', 'others')} by other ties`,
  },
  /** What the legend says of the figures beside names. */
  figureOfLinks: 'the most that it adds to one of its links',
  /** From left to right, where what is drawn by part stands. */
  parts: {
    beside: 'beside them',
    from: 'from where',
    works: 'who works',
    with: 'with what',
    paid: 'who is paid',
    ends: 'where it ends',
    named: 'who is named',
  },
} as const;

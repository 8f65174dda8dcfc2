import type { Family } from '../../detector.ts';

/** What evidence is of, after a colon or a preposition. */
const families: Readonly<Record<Family, string>> = {
  money: 'money',
  device: 'devices',
  network: 'networks',
  hours: 'hours at work',
  text: 'texts',
  papers: 'papers',
  ratings: 'ratings',
  identity: 'identities',
  contacts: 'contact details',
  conduct: 'conduct',
  watchlist: 'watchlists',
};

/** A family by its name; what is none stays as it is. */
export function familyName(family: string): string {
  return (families as Readonly<Record<string, string>>)[family] ?? family;
}

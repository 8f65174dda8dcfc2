import type { Random } from '../chance/random.ts';
import type { Account, Paper } from '../world/account.ts';

const withPhoto = (paper: Paper) => paper.photo !== undefined;

/** One photo, picture or number on the papers of several. */
export function samePapers(
  random: Random,
  accounts: readonly Account[],
  about: { what: 'photo' | 'looks' | 'number' | 'sha256'; part: number },
): void {
  const value =
    about.what === 'number'
      ? `${random.hex(1).toUpperCase()}${random.digits(8)}`
      : random.hex(about.what === 'sha256' ? 64 : 16);
  for (const account of accounts) {
    if (!random.chance(about.part)) continue;
    const paper = account.papers.find(withPhoto) ?? account.papers[0];
    if (paper) paper[about.what] = value;
  }
}

/** Papers that do not stand up to a second look, with that probability. */
export function doubtful(random: Random, account: Account, chance: number): void {
  for (const paper of account.papers)
    if (random.chance(chance)) paper.result = random.pick(['failed', 'poor_image', 'poor_image']);
}

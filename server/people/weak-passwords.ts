import { messages } from '../../domain/messages/index.ts';

const text = messages.people;

/** The house's own words, which whoever guesses tries first. */
const houseWords = ['skein'];
/** Shorter parts of a name stand in words that have nothing to do with it. */
const leastPart = 4;
/** What is shorter and said over and over is as soon guessed as it is once. */
const leastRepeated = 6;
/** With more around it than this it is another password. */
const mostAround = 8;

let known: ReadonlySet<string> | null = null;

/** The most used passwords, in lower case; read when the first is set, as it is some tens of thousands. */
async function mostUsed(): Promise<ReadonlySet<string>> {
  if (known) return known;
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  known = new Set(dictionary['passwords-common']);
  return known;
}

/** Why a password would soon be guessed, in words; null where nothing says so. */
export async function weaknessOf(password: string, name: string): Promise<string | null> {
  const folded = fold(password);
  const own = [fold(name), ...fold(name).split(/[^\p{L}\p{N}]+/u)].filter(
    (part) => part.length >= leastPart,
  );
  const word = [...houseWords, ...own].find((one) => folded.includes(one));
  if (word !== undefined) return text.guessableBy(word);
  return isMostUsed(folded, await mostUsed()) ? text.mostUsed : null;
}

/** Also with figures and signs around it, or said several times. */
function isMostUsed(folded: string, list: ReadonlySet<string>): boolean {
  const [, repeated] = /^(.+?)\1+$/su.exec(folded) ?? [];
  if (repeated !== undefined && (repeated.length < leastRepeated || isMostUsed(repeated, list)))
    return true;
  const bare = folded.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return list.has(folded) || (folded.length - bare.length <= mostAround && list.has(bare));
}

function fold(given: string): string {
  return given.normalize('NFKC').toLowerCase();
}

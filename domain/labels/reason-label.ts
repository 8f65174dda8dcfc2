import type { DerivedRule } from '../detector.ts';
import { reasonsMessages as english } from '../messages/en/reasons.ts';
import { messages, type BrowserMessages } from '../messages/browser.ts';

type ReasonsMessages = BrowserMessages['reasons'];

/** Reads a reason of one kind from its English and says it in the given words; null where it is of another kind. */
type Reading = (reason: string, say: ReasonsMessages) => string | null;

const rating = String.raw`^(\d+) % of the scale; `;
const step = read(
  /^(\d+) payments? up to (.+?), with the run of (.+)$/s,
  (say, payments, last, first) => say.ofRun(first, Number(payments), last),
);

/** How the reasons of each rule are read; those without words, which are data alone, need no reading. */
const readings: Readonly<Record<DerivedRule, readonly Reading[]>> = {
  'stated-then': [],
  'known-shared': [],
  'declared-together': [read(/^family, employment/, (say) => say.declaredTogether)],
  'same-name': [read(/^(.+), born ([\d-]+)$/s, (say, name, date) => say.born(name, date))],
  'same-address': [],
  'same-identifier': [],
  'same-contact': [],
  'listed-ownership': [ownership],
  'moves-on': [
    read(/^sent on in (\d+) payments?$/, (say, payments) => say.movesOn(Number(payments))),
  ],
  'splits-to': [
    read(/^(\d+) of about ([\d.]+) (.*) in a day$/s, (say, pieces, piece, currency) =>
      say.splitsTo(Number(pieces), Number(piece), currency),
    ),
  ],
  'passes-to': [step],
  'circles-to': [step],
  'rating-support': [
    read(new RegExp(`${rating}nobody else of any record rates it$`), (say, its) =>
      say.ratedAlone(Number(its)),
    ),
    read(new RegExp(`${rating}others, by their own reliability, (\\d+) %$`), (say, its, others) =>
      say.ratedBeside(Number(its), Number(others)),
    ),
  ],
  'dense-rating-blocks': [
    read(
      /^(\d+) raters rated (\d+) accounts highly, (\d+) pairs of (\d+)$/,
      (say, raters, rated, pairs, possible) =>
        say.ratingBlock(Number(raters), Number(rated), Number(pairs), Number(possible)),
    ),
  ],
  'same-text': [
    read(
      /^(\d+) runs of words in common, (\d+) % of all, used by (\d+) accounts(, to one client)?: “(.*)”$/s,
      (say, runs, percent, accounts, oneClient, sample) =>
        say.wording(Number(runs), Number(percent), Number(accounts), oneClient !== '', sample),
    ),
  ],
  'writes-like': [
    read(
      /^(\d+) texts? in common, used by (\d+) to (\d+) accounts, in (\d+) and (\d+) of their documents(?:, ([\d-]+) to ([\d-]+))?$/,
      (say, texts, fewest, most, ofOne, ofOther, first, last) =>
        say.textsInCommon(
          Number(texts),
          [Number(fewest), Number(most)],
          [Number(ofOne), Number(ofOther)],
          first,
          last,
        ),
    ),
  ],
  'same-exits': [
    read(
      /^(\d+) exits? in common, in a circle of (\d+) accounts?, ([\d.]+) beyond chance, of (\d+) exits? that (\d+) accounts? uses?$/,
      (say, common, circle, beyond, exits, users) =>
        say.sameExits(Number(common), Number(circle), Number(beyond), Number(exits), Number(users)),
    ),
  ],
  'text-circle': [read(/^most of them/, (say) => say.textCircle)],
  'name-disagrees': [
    read(/^(.+?) \/ (.+), in part the same$/s, (say, own, other) =>
      say.namesPartlySame(own, other),
    ),
  ],
  'claim-disagrees': [
    list(
      ' and ',
      (say) => say.claims,
      (say, claims) => say.claimsDiffer(claims),
    ),
  ],
  'lookalike-domain': [],
  'same-employee': [],
  'same-paper': [list(', ', (say) => say.marks)],
  'risky-request': [requests],
  'same-delivery': [],
  'created-alike': [list(', ', (say) => say.traits)],
};

/**
 * Why a relation was inferred, in the language in force, or in the words given. `type` is as evidence names it. What
 * is not, letter for letter, a reason as this program writes it stays as it is.
 */
export function reasonLabel(
  type: string,
  reason: string,
  say: ReasonsMessages = messages.reasons,
): string {
  const rule = type.replace(/^derived\./, '');
  const known = Object.hasOwn(readings, rule) ? readings[rule as DerivedRule] : [];
  const reading = known.find((one) => one(reason, english) === reason);
  return reading?.(reason, say) ?? reason;
}

/** A part that is not there is an empty text. */
function read(
  pattern: RegExp,
  saidBy: (say: ReasonsMessages, ...parts: string[]) => string,
): Reading {
  return (reason, say) => {
    const [whole, ...parts] = pattern.exec(reason) ?? [];
    return whole === undefined
      ? null
      : saidBy(say, ...parts.map((part: string | undefined) => part ?? ''));
  };
}

/** Several of a few words that each language has. */
function list(
  separator: string,
  textsOf: (say: ReasonsMessages) => Readonly<Record<string, string>>,
  joined = (_say: ReasonsMessages, items: readonly string[]) => items.join(separator),
): Reading {
  const keys = new Map(Object.entries(textsOf(english)).map(([key, text]) => [text, key]));
  return (reason, say) => {
    const named = reason.split(separator).map((text) => keys.get(text));
    const known = named.filter((key) => key !== undefined);
    const texts = textsOf(say);
    return known.length < named.length
      ? null
      : joined(
          say,
          known.map((key) => texts[key]!),
        );
  };
}

const ownershipParts: readonly Reading[] = [
  read(/^owned to ([\d.]+) % in all$/, (say, percent) => say.ownership.total(percent)),
  read(
    /^(.+?) owns ([\d.]+) % of (.+?)(?:, since ([\d-]+))?$/s,
    (say, owner, percent, owned, since) => say.ownership.stake(owner, percent, owned, since),
  ),
  read(/^(.+) agrees with the entry (.+)$/s, (say, owner, entry) =>
    say.ownership.agrees(owner, entry),
  ),
  read(/^(.+), the entry (.+)$/s, (say, owner, entry) => say.ownership.entry(owner, entry)),
];

/** The total, each stake on the way, and who is listed. */
function ownership(reason: string, say: ReasonsMessages): string | null {
  const said = reason.split(' | ').map((part) => {
    const reading = ownershipParts.find((one) => one(part, english) === part);
    return reading?.(part, say) ?? null;
  });
  return said.includes(null) ? null : said.join(' | ');
}

/** Each kind of request with the sentence that makes it, in which no bar stands. */
function requests(reason: string, say: ReasonsMessages): string | null {
  const said = reason.split(' | ').map((one) => {
    const [, kind = '', sentence = ''] = /^([a-z-]+): “(.*)”$/s.exec(one) ?? [];
    return isRequest(kind) ? say.request(say.requests[kind], sentence) : null;
  });
  return said.includes(null) ? null : said.join(' | ');
}

function isRequest(kind: string): kind is keyof ReasonsMessages['requests'] {
  return Object.hasOwn(english.requests, kind);
}

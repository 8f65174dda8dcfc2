/**
 * How usual it is on a platform that a detector has so much to say of an account. What every fourth account
 * shows cannot tell the one in fifty that serves a scheme from the rest, whatever it tells elsewhere: its
 * log-odds are at most the logarithm of how rare it is among the honest, who are nearly all.
 */

/** Half of all accounts, a quarter, and so on down to one in 64: beyond that, evidence is rare. */
const halvings = 6;

/** Schemes may be this many accounts, or this share of all: what they show does not make it usual. */
const [schemesAccounts, schemesShare] = [12, 0.02];

/** By detector, the amount that each share of all accounts shows at least, the largest share first; 0 when fewer do. */
export type Usual = ReadonlyMap<string, readonly number[]>;

/** `amounts`: by detector, what it says of each account that it names. */
export function measureUsual(
  amounts: ReadonlyMap<string, readonly number[]>,
  accounts: number,
): Usual {
  const allowed = Math.max(schemesAccounts, schemesShare * accounts);
  return new Map(
    [...amounts].map(([detector, all]) => {
      const strongestFirst = [...all].sort((one, other) => other - one);
      const marks = Array.from({ length: halvings }, (_, step) => {
        const place = Math.ceil(allowed + accounts / 2 ** (step + 1));
        return strongestFirst[place - 1] ?? 0;
      });
      return [detector, marks];
    }),
  );
}

/** What an amount is worth where so many show as much: in (0, 1], 1 where few do. */
export function rarityOfAmount(usual: Usual, detector: string, amount: number): number {
  const marks = usual.get(detector) ?? [];
  const common = marks.findIndex((mark) => amount <= mark);
  return common < 0 ? 1 : (common + 1) / (halvings + 1);
}

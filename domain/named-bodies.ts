import type { IndicatorId } from './indicators.ts';

/**
 * Bodies and companies that the advisory names beside an indicator. No finding names one that its facts do not: so they
 * stand here, for the docs, and not in the text of the indicator.
 */
export const namedBeside: Readonly<Partial<Record<IndicatorId, readonly string[]>>> = {
  C12: ['Yanbian Silverstar Network Technology Co., Ltd. (China)', 'Volasys Silver Star (Russia)'],
  C13: [
    'the 313 General Bureau of the Munitions Industry Department',
    'the Ministry of Atomic Energy Industry',
    'bodies under the Ministry of Defence and the army',
    'the Education Commission’s Foreign Trade Office',
    'the Pyongyang Information Technology Office',
  ],
};

interface Listed {
  name: string;
  country: string | null;
}

/** Names that no other country has. */
const ownNames: readonly RegExp[] = [
  /\b313\b.*\bbureau\b|\bbureau\b.*\b313\b/,
  /\bmunitions industry department\b/,
  /\bministry of atomic energy industry\b/,
  /\beducation commission\b.*\bforeign trade office\b/,
  /\bforeign trade office\b.*\beducation commission\b/,
  /\bpyongyang information technology (office|bureau)\b/,
  /\bkorean people s army\b/,
];
/** Names that many countries have. */
const commonNames: readonly RegExp[] = [
  /\bministry of (national |the people s )?(defence|defense|armed forces)\b/,
  /\bministry of (the )?people s armed forces\b/,
  /\barmy\b/,
];

/** Whether an entry of a watchlist is one of the bodies that the advisory says send the workers. */
export function isSendingBody({ name, country }: Listed): boolean {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ');
  const named = (names: readonly RegExp[]) => names.some((one) => one.test(plain));
  return named(ownNames) || (country === 'KP' && named(commonNames));
}

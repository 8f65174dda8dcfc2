import type { RuleMark } from '../look-rules.ts';

/** What a rule marks with: any of Tabler's icons, by its component's name, in the node; a sign before its name. */
export const lookMarks = {
  flag: { icon: 'IconFlag', sign: '⚑' },
  star: { icon: 'IconStar', sign: '★' },
  eye: { icon: 'IconEye', sign: '◉' },
  bolt: { icon: 'IconBolt', sign: '↯' },
} as const satisfies Record<RuleMark, { icon: string; sign: string }>;

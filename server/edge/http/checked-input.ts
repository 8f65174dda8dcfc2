import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import type { Language } from '../../../domain/messages/language.ts';
import type { Detail } from '../../platform/problems.ts';

/** So many faults of one part are told: to word a hundred thousand of them would keep others waiting. */
const mostTold = 100;

interface Checked {
  success: boolean;
  data?: unknown;
  details: readonly Detail[];
}

/** So many were worded that the rest need not be. */
class Enough extends Error {}

/** What a part of a request says, or what is wrong with it. */
export function checked(
  part: string,
  schema: z.ZodType,
  given: unknown,
  reason: z.core.$ZodErrorMap,
): Checked {
  const told: Detail[] = [];
  const error: z.core.$ZodErrorMap = (issue) => {
    if (told.length === mostTold) throw new Enough();
    const said = reason(issue);
    const problem = typeof said === 'string' ? said : (said?.message ?? '');
    told.push({ where: whereOf(part, issue.path), problem });
    return said;
  };
  try {
    const { success, data, error: faults } = schema.safeParse(given, { error });
    return { success, data, details: detailsOf(part, faults) };
  } catch (fault) {
    if (!(fault instanceof Enough)) throw fault;
    return { success: false, details: told };
  }
}

/** What zod says is wrong, in this language as far as it speaks it. */
export function reasonsIn(language: Language): z.core.$ZodErrorMap {
  const known: Readonly<Partial<Record<string, typeof z.locales.en>>> = z.locales;
  const [tongue = ''] = language.split('-');
  return (known[language.replace('-', '')] ?? known[tongue] ?? z.locales.en)().localeError;
}

function detailsOf(part: string, error: z.ZodError | undefined): Detail[] {
  return (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, mostTold).map((key) => ({
          where: `${part}.${key}`,
          problem: messages.http.unknownParameter(key),
        }))
      : [{ where: whereOf(part, issue.path), problem: issue.message }],
  );
}

function whereOf(part: string, path: readonly PropertyKey[] = []): string {
  return [part, ...path].join('.');
}

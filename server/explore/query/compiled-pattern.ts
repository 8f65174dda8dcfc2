import {
  compilePattern,
  type CompiledPattern,
  type CompileOptions,
} from '../../../domain/pattern/compile.ts';
import { faultsOf } from '../../../domain/pattern/faults.ts';
import type { Pattern } from '../../../domain/pattern/pattern.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';

/** The query of a pattern. Throws InvalidDataError for one that asks for what the schema does not have. */
export function compiledPattern(
  pattern: Pattern,
  at: string,
  options: CompileOptions = {},
): CompiledPattern {
  const faults = faultsOf(pattern);
  if (faults.length === 0) return compilePattern(pattern, options);
  const { fault } = messages.pattern.saved;
  throw new InvalidDataError(
    fault(faults[0]!.what),
    faults.map(({ where, what }) => ({ where: `${at}.${where}`, problem: fault(what) })),
  );
}

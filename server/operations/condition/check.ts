import type { ConditionCheck, ConditionName, ConditionState } from '../../../domain/condition.ts';

/** One check; where all is well there is nothing to do. */
export function check(
  name: ConditionName,
  state: ConditionState,
  says: string,
  todo: string | null = null,
): ConditionCheck {
  return { name, state, says, todo: state === 'well' ? null : todo };
}

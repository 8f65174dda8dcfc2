import { isDecision, type TriageChange } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError, type Detail } from '../../platform/problems.ts';

const text = messages.triage.problems;

/** Throws UsageError for what is no change, or lacks what its state needs, whatever the item is. */
export function checkChange(change: TriageChange, now: string): void {
  const { state, reason, until, why, findings } = change;
  const decides = state !== undefined && isDecision(state);
  const details: (Detail | false)[] = [
    Object.keys(change).length === 0 && at('', text.nothing),
    state === 'dismissed' && reason === undefined && at('.reason', text.reasonMissing),
    state !== 'dismissed' && reason !== undefined && at('.reason', text.needless('dismissed')),
    state === 'accepted' && until === undefined && at('.until', text.untilMissing),
    state !== 'accepted' && until !== undefined && at('.until', text.needless('accepted')),
    until !== undefined && until <= now.slice(0, 10) && at('.until', text.past),
    decides && why === undefined && at('.why', text.whyMissing),
    !decides && findings !== undefined && at('.findings', text.findingsNeedless),
    state === undefined && why !== undefined && at('.why', text.whyNeedless),
  ];
  const wrong = details.filter((one) => one !== false);
  if (wrong.length > 0) throw new UsageError(messages.http.badRequest, wrong);
}

function at(where: string, problem: string): Detail {
  return { where: `body.change${where}`, problem };
}

import { Button } from '@mantine/core';
import { lookMarks } from '../../../domain/drawing/look-marks.ts';
import { outlines } from '../../../domain/drawing/outlines.ts';
import { messages } from '../../../domain/messages/later.ts';
import { drawnThings } from '../board/drawn-things.ts';
import { noFilter } from '../board/range-filter.ts';
import type { Fit } from '../ui/Fitting.tsx';
import { useScheme } from '../theme/scheme.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useLooks } from './looks-provider.tsx';
import { rangesSay } from './ranges.ts';
import { appliedRules } from './rules.ts';

const text = messages.lookRules;

/** What each rule of the board stands for, and how much its ranges leave. */
export function useRuleEntries(): Fit[] {
  const board = useBoard();
  const { change } = useBoardActions();
  const looks = useLooks();
  const scheme = useScheme();
  const rules = appliedRules(board.style.rules, drawnThings(board), looks).map((one, at) => ({
    key: `rule ${at}`,
    node: (
      <div className="rule-legend">
        <span className="faint">{looks.pending && !one.lookOf ? text.reckoning : one.heading}</span>
        {one.entries.map(({ label, colour, mark }) => (
          <span key={label}>
            {colour && (
              <svg width="12" height="12" viewBox="0 0 18 18" aria-hidden>
                <path d={outlines.circle} fill={colour[scheme]} />
              </svg>
            )}
            {mark && <span aria-hidden>{lookMarks[mark].sign}</span>}
            {label}
          </span>
        ))}
      </div>
    ),
  }));
  if (board.filter.outside.size === 0) return rules;
  const ranges = (
    <>
      {rangesSay(board)}
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => change({ do: 'filter', filter: noFilter })}
      >
        {text.ranges.clear}
      </Button>
    </>
  );
  return [...rules, { key: 'ranges', node: ranges }];
}

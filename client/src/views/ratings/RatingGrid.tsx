import { useMemo } from 'react';
import type { GraphRelation } from '../../../../domain/answers.ts';
import { formatRef } from '../../../../domain/schema/graph.ts';
import type { RatingsAmong } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useMark, useMarks } from '../../workspace/marks.tsx';
import { useSelect, useSelection } from '../../workspace/selection.tsx';
import { toggledMark } from '../../board/marks.ts';
import { timeOf, wholeSpan, type Span } from '../../board/span.ts';
import { dayAndTime } from '../../theme/formats.ts';
import { cellKey } from '../cell-key.ts';
import { delay } from '../delay.ts';
import { hoursBetween, scaleOf, scoreShare, type RatingMatrix } from './rating-order.ts';
import { useGrid } from '../use-grid.ts';

const text = messages.views.ratings;
const refOf = (id: string) => formatRef({ type: 'account', id });

interface RatingGridProps {
  data: RatingsAmong;
  matrix: RatingMatrix;
}

export function RatingGrid({ data, matrix }: RatingGridProps) {
  const { selected } = useSelection();
  const { select } = useSelect();
  const marks = useMarks();
  const mark = useMark();
  const { accounts, cells } = matrix;
  const captions = useMemo(
    () => new Map(data.nodes.map(({ id, caption }) => [id, caption])),
    [data.nodes],
  );
  const span = useMemo(() => wholeSpan(data.ratings), [data.ratings]);
  const nameOf = (id: string) => captions.get(id) ?? id;
  const size = { row: accounts.length, column: accounts.length };
  const { grid, onKeyDown, cell } = useGrid(size, (at, { key, shiftKey }) => {
    const [rater, rated] = [refOf(accounts[at.row]!), refOf(accounts[at.column]!)];
    if (key === ' ') mark([...new Set([...marks, rater, rated])]);
    else select(shiftKey ? rated : rater);
  });
  const head = (id: string) => ({
    type: 'button' as const,
    tabIndex: -1,
    title: `${nameOf(id)} · ${id}`,
    onClick: ({ shiftKey }: { shiftKey: boolean }) =>
      shiftKey ? mark(toggledMark(marks, refOf(id))) : select(refOf(id)),
  });
  return (
    <div className="matrix-scroll">
      <table
        ref={grid}
        role="grid"
        className="matrix ratings"
        aria-label={text.described(accounts.length, data.ratings.length, matrix.mutual)}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className="corner">
              <Key />
            </th>
            {accounts.map((id) => (
              <th key={id} scope="col" data-here={selected === refOf(id) || undefined}>
                <button {...head(id)} className="column-head">
                  <strong>{nameOf(id)}</strong>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((from, row) => (
            <tr key={from} data-here={selected === refOf(from) || undefined}>
              <th scope="row" data-marked={marks.has(refOf(from)) || undefined}>
                <button {...head(from)}>
                  {nameOf(from)}
                  <small>{totalsOf(data, from)}</small>
                </button>
              </th>
              {accounts.map((to, column) => {
                const ratings = cells.get(cellKey(from, to)) ?? [];
                const replies = cells.get(cellKey(to, from)) ?? [];
                const mutual = ratings.length > 0 && replies.length > 0;
                const says = saysOf(ratings, replies, data);
                return (
                  <td
                    key={to}
                    {...cell(row, column)}
                    className={classOf(ratings, mutual, from === to)}
                    data-here={selected === refOf(to) || undefined}
                    title={
                      ratings.length > 0 ? `${nameOf(from)} → ${nameOf(to)}\n${says}` : undefined
                    }
                    aria-label={text.cell(nameOf(from), nameOf(to), says)}
                    onClick={({ shiftKey }) => select(refOf(shiftKey ? to : from))}
                  >
                    {ratings.length > 0 && <Given ratings={ratings} span={span} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Key() {
  return (
    <>
      <span className="small">{text.rater}</span>
      <ul className="matrix-key">
        <li>
          <i className="rated low" /> {text.low}
        </li>
        <li>
          <i className="rated high" /> {text.high}
        </li>
        <li>
          <i className="rated mutual" /> {text.mutual}
        </li>
      </ul>
    </>
  );
}

function totalsOf({ ratings, totals }: RatingsAmong, id: string): string {
  const here = ratings.filter(({ from }) => from.id === id).length;
  return text.totals(here, totals[id]?.given ?? here);
}

/** The last score, how many there are, and a mark for the time of each. */
function Given({ ratings, span }: { ratings: readonly GraphRelation[]; span: Span | null }) {
  const score = ratings.at(-1)!.values['score'];
  return (
    <>
      <span aria-hidden>
        {typeof score === 'number' ? score.toLocaleString(messages.page.locale) : ''}
        {ratings.length > 1 && <sup>×{ratings.length}</sup>}
      </span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
        {ratings.map((rating) => {
          const time = timeOf(rating);
          if (time === null || !span) return null;
          const x = ((time - span.from) / (span.to - span.from)) * 94;
          return <rect key={rating.key} x={x} width={6} height={10} />;
        })}
      </svg>
    </>
  );
}

function saysOf(
  ratings: readonly GraphRelation[],
  replies: readonly GraphRelation[],
  { finished }: RatingsAmong,
): string {
  if (ratings.length === 0) return text.notRated;
  return ratings
    .map((rating) => {
      const { values, at } = rating;
      const { score, job_id: job } = values;
      const [, most] = scaleOf(values);
      const afterJob = hoursBetween(typeof job === 'string' ? finished[job] : undefined, at);
      const before = replies.findLast(
        (reply) => reply.at !== null && at !== null && reply.at <= at,
      );
      const afterReply = hoursBetween(before?.at ?? undefined, at);
      return [
        text.score(
          typeof score === 'number'
            ? score.toLocaleString(messages.page.locale)
            : messages.page.empty,
          most.toLocaleString(messages.page.locale),
          at === null ? messages.page.empty : dayAndTime(at),
        ),
        ...(afterJob === null ? [] : [text.after(delay(afterJob))]),
        ...(afterReply === null ? [] : [text.reply(delay(afterReply))]),
      ].join(', ');
    })
    .join('; ');
}

/** Five steps from the lowest to the highest score, by the mean of what was given. */
function classOf(ratings: readonly GraphRelation[], mutual: boolean, self: boolean): string {
  const classes = self ? ['self'] : [];
  if (ratings.length > 0) {
    const shares = ratings.map(scoreShare).filter((share) => share !== null);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    classes.push('rated', `step-${Number.isNaN(mean) ? 'none' : Math.round(mean * 4)}`);
    if (mutual) classes.push('mutual');
  }
  return classes.join(' ');
}

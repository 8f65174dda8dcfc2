import { Text } from '@mantine/core';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { WorkingWeeks } from '../../../domain/views.ts';
import { offsetWords, type FittedHours } from '../../../domain/working-hours.ts';
import { clockedWeeks } from '../../../domain/working-week.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { useMarks } from '../workspace/marks.tsx';
import { visibleMarks } from '../board/marks.ts';
import { answerTo } from '../provenance/asking.ts';
import { scopeOfBoard } from '../views/scope.ts';
import { useViewAnswer } from '../views/view-queries.ts';
import { HeatStrip } from './HeatStrip.tsx';
import { Section } from '../ui/Section.tsx';

const text = messages.views.hours;
const mostBeside = 5;
/** As odd-hours has it: fewer show no habit. */
const fewSessions = 20;
/** Less of a night than this, and no offset stands out. */
const leastRhythm = 0.4;

interface HoursAtWorkProps {
  accounts: readonly string[];
  /** Whether accounts that are marked are put below. */
  withMarked?: boolean;
}

/** When accounts are at work, by the clock they claim and by the one that fits, one under another. */
export function HoursAtWork({ accounts, withMarked = false }: HoursAtWorkProps) {
  const board = useBoard();
  const marks = useMarks();
  const beside = withMarked
    ? visibleMarks(board, marks)
        .filter((ref) => ref.startsWith('account:'))
        .map((ref) => ref.slice('account:'.length))
        .filter((id) => !accounts.includes(id))
        .slice(0, mostBeside)
    : [];
  const all = [...accounts, ...beside];
  const asked = { ...scopeOfBoard(board, []), accounts: all };
  const { data } = useViewAnswer('workingWeeks', asked);
  const found = all.flatMap((id) => data?.items.find(({ account }) => account === id) ?? []);
  if (found.every(({ sessions }) => sessions === 0)) return null;
  const several = all.length > 1;
  return (
    <Section
      title={text.title}
      answered={[answerTo(messages.queries.asked.of.hours, 'workingWeeks', asked)]}
    >
      <Text size="xs" c="dimmed" mb={6}>
        {text.hint}
      </Text>
      {found.map((weeks) => (
        <OfAccount key={weeks.account} weeks={weeks} named={several} />
      ))}
    </Section>
  );
}

function OfAccount({ weeks, named }: { weeks: WorkingWeeks; named: boolean }) {
  const board = useBoard();
  const { account, sessions, claimed_zone: zone } = weeks;
  const caption = board.nodes.get(formatRef({ type: 'account', id: account }))?.caption ?? account;
  const { claimed, fitting, fit, zoneKnown } = clockedWeeks(weeks);
  const name = (
    <Text size="sm" fw={600} mt={8}>
      <bdi>{caption}</bdi> <span className="faint small">{text.sessions(sessions)}</span>
    </Text>
  );
  if (sessions === 0)
    return (
      <>
        {name}
        <Text size="xs">{text.none}</Text>
      </>
    );
  const offsets = fit ? offsetWords(fit.fitting_offsets) : '';
  return (
    <>
      {named && name}
      <HeatStrip
        week={claimed}
        says={zoneKnown && fit ? text.claimed(zone ?? '', ahead(fit.claimed_offset)) : text.utc}
      />
      {fitting && <HeatStrip week={fitting} says={text.fitting(offsets)} />}
      <Text size="xs">{verdict(sessions, fit, zoneKnown, offsets)}</Text>
    </>
  );
}

function verdict(
  sessions: number,
  fit: FittedHours | null,
  zoneKnown: boolean,
  offsets: string,
): string {
  if (sessions < fewSessions) return text.few(sessions);
  if (!fit || fit.rhythm < leastRhythm) return text.noNight;
  if (!zoneKnown) return '';
  if (fit.apart <= 2) return text.fits;
  return text.apart(offsets, Math.round(fit.apart).toLocaleString(messages.page.locale));
}

/** `UTC+5:30`; of a zone with summer time, whose mean over the year no clock ever showed, both: `UTC+1/UTC+2`. */
function ahead(hours: number): string {
  const quarters = hours * 4;
  if (Math.abs(quarters - Math.round(quarters)) < 0.01) return clock(hours);
  return `${clock(Math.floor(hours))}/${clock(Math.ceil(hours))}`;
}

function clock(hours: number): string {
  const whole = Math.trunc(Math.abs(hours));
  const minutes = Math.round((Math.abs(hours) - whole) * 60);
  const sign = hours < 0 ? '−' : '+';
  return `UTC${sign}${whole}${minutes > 0 ? `:${String(minutes).padStart(2, '0')}` : ''}`;
}

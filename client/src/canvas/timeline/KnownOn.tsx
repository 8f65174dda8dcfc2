import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messages } from '../../../../domain/messages/later.ts';
import { ask } from '../../api/fetch.ts';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import { useAnnounce } from '../../news/announcements.tsx';
import { dayAndTime } from '../../theme/formats.ts';

const text = messages.views.known;

/** Which day's knowledge the board shows: what was loaded later is not drawn. A day, or the end of a load. */
export function KnownOn() {
  const board = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const { knownOn } = board;
  const loads = useQuery({
    queryKey: ['loads'],
    queryFn: ({ signal }) => ask('loads', {}, { limit: 50 }, signal),
  });
  const ended = (loads.data?.items ?? []).map(({ ended }) => ended).filter((time) => time !== null);
  const other = knownOn !== null && !ended.includes(knownOn) ? [knownOn] : [];
  const set = (on: string | null) => {
    if (on === knownOn) return;
    change({ do: 'known', on });
    announce(on === null ? text.now : text.shown(dayAndTime(on)));
  };
  return (
    <div className="known-on">
      <NativeSelect
        size="xs"
        label={text.title}
        value={knownOn ?? ''}
        onChange={({ currentTarget }) => set(currentTarget.value || null)}
        data={[
          { value: '', label: text.now },
          ...other.map((time) => ({ value: time, label: dayAndTime(time) })),
          ...ended.map((time) => ({ value: time, label: text.load(dayAndTime(time)) })),
        ]}
      />
      <DayInput key={knownOn ?? ''} day={knownOn?.slice(0, 10) ?? ''} onDay={set} />
    </div>
  );
}

/** A day is taken when it has been written: half of a year is a year too. */
function DayInput({ day, onDay }: { day: string; onDay: (on: string | null) => void }) {
  const [written, setWritten] = useState(day);
  const take = () => {
    if (written !== day) onDay(written === '' ? null : `${written}T23:59:59.999Z`);
  };
  return (
    <TextInput
      size="xs"
      type="date"
      aria-label={text.day}
      value={written}
      onChange={({ currentTarget }) => setWritten(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  );
}

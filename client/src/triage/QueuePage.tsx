import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import {
  mayBecome,
  me,
  mostAtOnce,
  type TriageChange,
  type TriageItem,
  type TriageState,
} from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/later.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { Failure } from '../ui/Failure.tsx';
import { StageWaiting } from '../ui/StageWaiting.tsx';
import { hideUndo, toastWithUndo } from '../news/undo-toast.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { DetectButton } from '../detection/DetectButton.tsx';
import { ActBar } from './ActBar.tsx';
import { filterOfAddress, graphAddress, openQueue } from './address.ts';
import { DecideDialog, type Deciding } from './DecideDialog.tsx';
import { ExceptionsButton } from './ExceptionsButton.tsx';
import { FigureNote, figureSays } from './FigureNote.tsx';
import { foldingOf } from './folding.ts';
import { ItemPanel } from './ItemPanel.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { useDeciding, useQueue, type QueueFilter } from './queue-queries.ts';
import { QueueTable } from './QueueTable.tsx';
import { usePlace } from './use-place.ts';
import { useReading } from './use-reading.ts';
import { heldBy, useRows } from './use-rows.ts';
import './triage.css';

const text = messages.triage.page;
const { problems, states } = messages.triage;

/** A decision that is asked for, on these as they were seen then. */
interface Asked {
  state: Deciding;
  items: readonly TriageItem[];
}

/** The queue: what waits for a decision, one line each, to be gone through by the keyboard. */
export function QueuePage({ id }: { id: string | null }) {
  const search = useSearch();
  return <Queue key={search} asked={id} first={filterOfAddress(search)} />;
}

/** `first`: what is shown before one chooses. */
function Queue({ asked, first }: { asked: string | null; first: QueueFilter }) {
  const [filter, setFilter] = useState(first);
  const figure = figureSays(filter);
  const queue = useQueue(filter);
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  const total = queue.data?.pages.at(-1)?.total ?? items.length;
  const { rows, waiting, fold } = useRows(items, filter, asked);
  const lines = rows.map(({ item }) => item);
  const place = usePlace(lines, asked);
  const folding = foldingOf(rows, place, fold);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [deciding, setDeciding] = useState<Asked | null>(null);
  const [undoable, setUndoable] = useState<readonly TriageItem[]>([]);
  const { change, undo } = useDeciding();
  const announce = useAnnounce();
  const { narrow, reading, panel, ...reader } = useReading(place, asked);
  const { resume } = reader;
  const [, navigate] = useLocation();
  const chosen = lines.filter(({ id }) => selected.has(id)).slice(0, mostAtOnce);
  // A list without what it is about beside it marks nothing to be acted on but what is selected.
  const looked = narrow && !reading ? null : place.id;
  const acted = chosen.length > 0 ? chosen : lines.filter(({ id }) => id === looked);

  const decide = async (of: readonly TriageItem[], to: TriageChange) => {
    const changed = await change(of, to);
    setSelected(new Set());
    setUndoable(changed);
    resume();
    const { state } = to;
    const along = changed.length - of.length;
    const done = state ? text.done(of.length, states[state]) : text.assigned(of.length);
    const said = along > 0 ? `${done} ${text.doneAlong(along)}` : done;
    announce(said);
    toastWithUndo(said, () => takeBack(changed), text.undo);
  };
  const takeBack = async (of: readonly TriageItem[]) => {
    if (of.length === 0) return;
    setUndoable([]);
    await undo(of);
    place.go(of[0]!.id);
    resume();
    announce(text.undone(of.length));
    hideUndo();
    notifications.show({ message: text.undone(of.length) });
  };
  const put = (to: TriageChange) => {
    if (acted.length > 0) void decide(acted, to).catch(announceProblem);
  };
  const become = (state: TriageState) => {
    const not = acted.find((item) => !mayBecome(item.state, state));
    if (not) announceProblem(new Error(problems.mayNot(not.of, states[not.state], states[state])));
    if (not || acted.length === 0) return;
    if (state === 'new' || state === 'in_review') put({ state });
    else setDeciding({ state, items: acted });
  };
  const select = (id: string) => setSelected(toggled(selected, id));
  const open = (item: TriageItem) => {
    const address = graphAddress(item);
    if (address !== null) navigate(address);
  };
  useHotkeys(
    deciding
      ? []
      : [
          ['j', () => place.step(1)],
          ['k', () => place.step(-1)],
          ['ArrowRight', folding.into],
          ['ArrowLeft', folding.out],
          ['x', () => place.id !== null && select(place.id)],
          ['r', () => become('in_review')],
          ['c', () => become('confirmed')],
          ['d', () => become('dismissed')],
          ['a', () => put({ assignee: me })],
          ['z', () => void takeBack(undoable).catch(announceProblem)],
          ['Escape', () => (reading ? reader.close() : setSelected(new Set()))],
        ],
  );
  return (
    <main className="queue" data-narrow={narrow || undefined} data-reading={reading || undefined}>
      <div className="queue-main">
        <div className="queue-head">
          <Anchor component={Link} href="/" size="sm">
            {text.back}
          </Anchor>
          <Group justify="space-between" align="baseline">
            <Title order={1} size="h3">
              {text.title}
            </Title>
            <Group gap="xs">
              <ExceptionsButton />
              <span className="faint small" role="status">
                {queue.data ? <Shown items={items} total={total} /> : null}
              </span>
            </Group>
          </Group>
          <Text c="dimmed" size="sm">
            {text.about}
          </Text>
          {figure !== null && <FigureNote says={figure} onClear={() => setFilter(openQueue)} />}
          {/* What was counted is a list of its own, that nothing else narrows. */}
          {filter.counted === undefined && <QueueFilters filter={filter} onChange={setFilter} />}
        </div>
        <div className="queue-rows" tabIndex={0} role="group" aria-label={text.list}>
          {queue.error && !queue.data && (
            <Failure error={queue.error} onRetry={() => void queue.refetch()} />
          )}
          {queue.isPending && <StageWaiting />}
          {queue.data && items.length === 0 && <Nothing />}
          {items.length > 0 && (
            <QueueTable
              rows={rows}
              waiting={waiting}
              here={place.id}
              selected={selected}
              narrow={narrow}
              onHere={reader.open}
              onSelect={select}
              onOpen={open}
              onFold={folding.put}
              onSeeAll={(cluster) => setFilter({ cluster, sort: filter.sort })}
            />
          )}
          {queue.hasNextPage && (
            <Button
              m="sm"
              size="xs"
              variant="default"
              loading={queue.isFetchingNextPage}
              onClick={() => void queue.fetchNextPage()}
            >
              {text.more}
            </Button>
          )}
        </div>
        <div className="queue-foot">
          {reading && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
              onClick={reader.close}
            >
              {messages.narrow.backToList}
            </Button>
          )}
          {acted.length > 0 && (
            <ActBar
              items={acted}
              selected={chosen.length}
              onState={become}
              onAssign={(toMe) => put({ assignee: toMe ? me : null })}
              onClear={() => setSelected(new Set())}
            />
          )}
        </div>
      </div>
      <section
        className="queue-panel"
        aria-label={text.details}
        id="details"
        tabIndex={-1}
        ref={panel}
      >
        {place.id === null ? (
          <Text size="sm" c="dimmed">
            {text.pick}
          </Text>
        ) : (
          <ItemPanel id={place.id} onChange={change} />
        )}
      </section>
      {deciding && (
        <DecideDialog
          {...deciding}
          decide={(to) => decide(deciding.items, to)}
          onClose={() => {
            setDeciding(null);
            resume();
          }}
        />
      )}
    </main>
  );
}

/** How many of all are shown, and what the clusters among them hold. */
function Shown({ items, total }: { items: readonly TriageItem[]; total: number }) {
  const { open, all } = heldBy(items);
  return (
    <>
      {text.shown(items.length, total)}
      {all > 0 && ` · ${messages.queue.held(open, all)}`}
    </>
  );
}

function Nothing() {
  return (
    <div className="queue-head">
      <Text size="sm">{text.nothing}</Text>
      <Text size="sm" c="dimmed">
        {text.nothingHint}
      </Text>
      <DetectButton variant="default" />
    </div>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const other = new Set(set);
  if (!other.delete(id)) other.add(id);
  return other;
}

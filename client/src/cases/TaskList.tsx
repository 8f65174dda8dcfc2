import { Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Body } from '../../../domain/api/api.ts';
import {
  taskStates,
  type CaseCounts,
  type Task,
  type TaskState,
} from '../../../domain/case-work.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { newId } from '../api/new-id.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { day, dayAndTime } from '../theme/formats.ts';
import { addressInCase } from './case-place.ts';
import { useCaseChanged, useCaseCounts, useTasks } from './case-work-queries.ts';
import { LongList } from './LongList.tsx';
import { TaskForm } from './TaskForm.tsx';
import { useShownEntry } from './use-shown-entry.ts';

const text = messages.caseWork;

interface TaskListProps {
  id: string;
  works: boolean;
  entry: string | null;
}

function labelOf(state: TaskState, counts: CaseCounts | undefined): string {
  if (!counts) return text.taskStates[state];
  const { open_tasks: open, tasks } = counts;
  return text.counted(text.taskStates[state], state === 'open' ? open : tasks - open);
}

/** Tasks of a case and of those joined into it: the open ones by their day, or those done. */
export function TaskList({ id, works, entry }: TaskListProps) {
  const [picked, setPicked] = useState<TaskState | null>(null);
  const open = useTasks(id, 'open');
  const isOpen = (open.data?.pages ?? []).some(({ items }) =>
    items.some((one) => one.id === entry),
  );
  const isDone = entry !== null && open.data !== undefined && !open.hasNextPage && !isOpen;
  const state = picked ?? (isDone ? 'done' : 'open');
  const listed = useTasks(id, state);
  const tasks = listed.data?.pages.flatMap(({ items }) => items);
  const { data: counts } = useCaseCounts(id);
  const shown = useShownEntry(entry, tasks, listed);
  return (
    <>
      {works && <NewTask id={id} />}
      <SegmentedControl
        size="xs"
        my={8}
        aria-label={text.taskFilter}
        value={state}
        onChange={setPicked}
        data={taskStates.map((value) => ({ value, label: labelOf(value, counts) }))}
      />
      <LongList listed={listed} empty={text.noTasks[state]}>
        <ul className="case-lines">
          {tasks?.map((task) => (
            <li
              key={task.id}
              ref={task.id === entry ? shown : undefined}
              className="case-line"
              data-shown={task.id === entry || undefined}
            >
              <OneTask task={task} of={id} works={works && task.case === id} />
            </li>
          ))}
        </ul>
      </LongList>
    </>
  );
}

function NewTask({ id }: { id: string }) {
  const [own, setOwn] = useState(newId);
  const changed = useCaseChanged();
  return (
    <TaskForm
      key={own}
      submit={text.addTask}
      onSubmit={async (writing) => {
        await send('createTask', { case: id }, { id: own, ...writing });
        setOwn(newId());
        await changed();
      }}
    />
  );
}

interface OneTaskProps {
  task: Task;
  /** The case that it is shown in, null for none: of another it says which. */
  of: string | null;
  works: boolean;
}

/** A task with whom it waits for and until when, and who did it. */
export function OneTask({ task, of, works }: OneTaskProps) {
  // As it was when one began: of what changes meanwhile nothing is overwritten.
  const [editing, setEditing] = useState<Task | null>(null);
  const changed = useCaseChanged();
  const change = (body: Omit<Body<'changeTask'>, 'rests_on'>) =>
    send(
      'changeTask',
      { case: task.case, task: task.id },
      { ...body, rests_on: (editing ?? task).revision },
    ).finally(changed);
  if (editing)
    return (
      <TaskForm
        before={editing}
        submit={messages.cases.save}
        onCancel={() => setEditing(null)}
        onSubmit={async (writing) => {
          await change(writing);
          setEditing(null);
        }}
      />
    );
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Checkbox
        size="sm"
        mt={2}
        aria-label={text.isDone(task.what)}
        checked={task.done !== null}
        disabled={!works}
        onChange={() => {
          change({ done: task.done === null }).catch(announceProblem);
        }}
      />
      <div className="grows">
        <Text size="sm" className="case-said" component="span" dir="auto">
          {task.what}
        </Text>
        <Text size="xs" className="breaks">
          <Waits task={task} />
          {task.case !== of && (
            <>
              {' · '}
              <Link className="text-link" href={addressInCase(task.case, 'tasks', task.id)}>
                {text.inCase(task.case_title)}
              </Link>
            </>
          )}
        </Text>
        <Text size="xs" c="dimmed" className="breaks">
          {actsOf(task).join(' · ')}
        </Text>
      </div>
      {works && task.done === null && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={text.changeLabel(task.what)}
          onClick={() => setEditing(task)}
        >
          {text.change}
        </Button>
      )}
    </Group>
  );
}

function Waits({ task: { whom, due, overdue } }: { task: Task }) {
  const who = whom === null ? text.forNobody : text.forWhom(whom);
  if (due === null) return who;
  const until = day(due) ?? due;
  if (!overdue) return `${who} · ${text.until(until)}`;
  return (
    <>
      {`${who} · `}
      <span className="overdue">{text.overdueSince(until)}</span>
    </>
  );
}

function actsOf({ by, at, done, reopened }: Task): string[] {
  return [
    text.madeBy(by, dayAndTime(at)),
    ...(reopened ? [text.reopenedBy(reopened.by, dayAndTime(reopened.at))] : []),
    ...(done ? [text.doneBy(done.by, dayAndTime(done.at))] : []),
  ];
}

import { Badge, SegmentedControl } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { me, nobody } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { Section } from '../ui/Section.tsx';
import { useMentions, useTasksOf, useUnreadMentions } from './case-work-queries.ts';
import { OneComment } from './CommentList.tsx';
import { LongList } from './LongList.tsx';
import { OneTask } from './TaskList.tsx';

const text = messages.caseWork;

/** What of the page of cases its address asks for: the cases, mentions, or tasks of somebody. */
type CasesView = { show: 'cases' } | { show: 'mentions' } | { show: 'tasks'; whom: string };

export function useCasesView(): [CasesView, (view: CasesView['show']) => void] {
  const asked = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const whom = asked.get('tasks');
  const view: CasesView =
    whom !== null
      ? { show: 'tasks', whom }
      : { show: asked.has('mentions') ? 'mentions' : 'cases' };
  const open = (show: CasesView['show']) =>
    navigate({ cases: '/cases', mentions: '/cases?mentions', tasks: `/cases?tasks=${me}` }[show]);
  return [view, open];
}

/** Cases, what names whoever looks, and tasks. */
export function CasesViewSwitch() {
  const [view, open] = useCasesView();
  const { data: unread = 0 } = useUnreadMentions();
  return (
    <SegmentedControl
      size="xs"
      mb="sm"
      aria-label={text.lists}
      value={view.show}
      onChange={(show) => open(show)}
      data={[
        { value: 'cases', label: text.cases },
        {
          value: 'mentions',
          label:
            unread > 0
              ? `${text.mentions} (${unread.toLocaleString(messages.page.locale)})`
              : text.mentions,
        },
        {
          value: 'tasks',
          label: view.show === 'tasks' ? titleOfTasks(view.whom) : text.tasksOf.me,
        },
      ]}
    />
  );
}

function titleOfTasks(whom: string): string {
  if (whom === me) return text.tasksOf.me;
  if (whom === nobody) return text.tasksOf.nobody;
  return whom === '' ? text.tasksOf.all : text.tasksFor(whom);
}

/** Comments that name whoever looks; what is shown is marked as read, and as new while it is looked at. */
export function MentionsOfMe() {
  const listed = useMentions();
  const client = useQueryClient();
  const mentions = listed.data?.pages.flatMap(({ items }) => items);
  const seen = useRef(new Set<string>());
  useEffect(() => {
    const fresh = (mentions ?? [])
      .filter(({ read, comment }) => read === null && !seen.current.has(comment.id))
      .map(({ comment }) => comment.id);
    if (fresh.length === 0) return;
    for (const id of fresh) seen.current.add(id);
    send('readMentions', {}, { comments: fresh })
      .then(({ unread }) => client.setQueryData(['mentions', 'unread'], unread))
      .catch(announceProblem);
  }, [mentions, client]);
  return (
    <Section title={text.mentions} count={listed.data?.pages[0]?.total}>
      <LongList listed={listed} empty={text.noMentions}>
        <ol className="case-lines">
          {mentions?.map(({ comment, read }) => (
            <li key={comment.id} className="case-line" data-new={read === null || undefined}>
              {read === null && (
                <Badge size="xs" variant="light">
                  {text.new}
                </Badge>
              )}
              <OneComment comment={comment} of={null} works={false} />
            </li>
          ))}
        </ol>
      </LongList>
    </Section>
  );
}

/** Open tasks of one person over all cases, of nobody, or all. */
export function TasksOf({ whom }: { whom: string }) {
  const listed = useTasksOf(whom === '' ? null : whom);
  return (
    <Section title={titleOfTasks(whom)} count={listed.data?.pages[0]?.total}>
      <LongList listed={listed} empty={text.noTasks.open}>
        <ul className="case-lines">
          {listed.data?.pages
            .flatMap(({ items }) => items)
            .map((task) => (
              <li key={task.id} className="case-line">
                <OneTask task={task} of={null} works />
              </li>
            ))}
        </ul>
      </LongList>
    </Section>
  );
}

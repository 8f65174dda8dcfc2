import { IconFolders, IconLayoutDashboard, IconTopologyStar3 } from '@tabler/icons-react';
import { createElement, lazy, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { useCaller, useMay } from '../api/caller.ts';
import { withLaterMessages } from '../api/later.ts';
import { subjectOf, type Subject } from '../subject/subject-of.ts';
import { MentionCount } from '../cases/MentionCount.tsx';
import type { DefinedPage } from '../ui/define-page.tsx';
import { pages } from './pages.ts';

const text = messages.page.rail;

const AccountMenu = lazy(() =>
  withLaterMessages(async () => ({
    default: (await import('../account/AccountMenu.tsx')).AccountMenu,
  })),
);

/** What is looked at in the room for investigating. */
const investigated: ReadonlySet<Subject['kind']> = new Set([
  ...(['clusters', 'cluster', 'finding', 'node', 'pair', 'change', 'query', 'search'] as const),
  ...(['detector'] as const),
]);
const kept: ReadonlySet<Subject['kind']> = new Set(['cases', 'case', 'board']);

type Room = Pick<DefinedPage, 'href' | 'label' | 'icon'> & { isHere: (path: string) => boolean };

const ofSubjects = (kinds: ReadonlySet<Subject['kind']>) => (path: string) =>
  kinds.has(subjectOf(path).kind) && path !== '/search';

const [intake, triage, watch, audit] = pages.map((page): Room => ({
  ...page,
  isHere: (path) => page.shownAt(path) !== null,
}));

const rooms: readonly Room[] = [
  {
    href: '/',
    label: () => text.overview,
    icon: IconLayoutDashboard,
    isHere: (path) => path === '/' || path === '/index.html',
  },
  {
    href: '/clusters',
    label: () => text.investigate,
    icon: IconTopologyStar3,
    isHere: ofSubjects(investigated),
  },
  triage!,
  watch!,
  intake!,
  {
    href: '/cases',
    label: () => messages.cases.title,
    icon: IconFolders,
    isHere: ofSubjects(kept),
  },
  audit!,
];

/** The rooms of the house, by their names, and which of them one is in. */
export function Rail() {
  const [path] = useLocation();
  const mayLead = useMay('lead');
  // Few may: it does not stand there until that is known.
  const mayAudit = useCaller().data?.permissions.includes('audit') ?? false;
  return (
    <nav className="rail" aria-label={text.title}>
      {rooms
        .filter((room) => (room !== intake || mayLead) && (room !== audit || mayAudit))
        .map(({ href, label, icon, isHere }) => (
          <Link
            key={href}
            href={href}
            className="rail-room"
            aria-current={isHere(path) ? 'page' : undefined}
          >
            {createElement(icon, { size: 22, stroke: 1.6, 'aria-hidden': true })}
            <span>
              {label()}
              {href === '/cases' && <MentionCount />}
            </span>
          </Link>
        ))}
      <Suspense>
        <AccountMenu />
      </Suspense>
    </nav>
  );
}

import { Anchor, Text, Title } from '@mantine/core';
import { lazy, Suspense, type ComponentType } from 'react';
import { Link } from 'wouter';
import { messages } from '../../../../domain/messages/later.ts';
import { StageWaiting } from '../../ui/StageWaiting.tsx';
import { addressOfWatch, watchSections, type WatchSection } from '../address.ts';
import '../watch.css';

const text = messages.watch;

/** Each comes when it is first looked at. */
const shown: Readonly<Record<WatchSection, ComponentType<{ id: string | null }>>> = {
  changes: lazy(() => import('../changes/ChangesSection.tsx')),
  schedules: lazy(() => import('../schedules/SchedulesSection.tsx')),
  deliveries: lazy(() => import('../deliveries/DeliveriesSection.tsx')),
  lists: lazy(() => import('../feeds/FeedsSection.tsx')),
  numbers: lazy(() => import('../numbers/NumbersSection.tsx')),
};

interface WatchPageProps {
  section: WatchSection;
  id: string | null;
}

/** What goes on without being asked: what changed, what runs by itself, who was told. */
export function WatchPage({ section, id }: WatchPageProps) {
  const Section = shown[section];
  return (
    <main className="watch">
      <div className="watch-head">
        <Anchor component={Link} href="/" size="sm">
          {text.back}
        </Anchor>
        <Title order={1} size="h3">
          {text.title}
        </Title>
        <Text c="dimmed" size="sm">
          {text.about}
        </Text>
        <nav className="watch-sections" aria-label={text.sections}>
          {watchSections.map((one) => (
            <Link
              key={one}
              href={addressOfWatch(one)}
              aria-current={one === section ? 'page' : undefined}
            >
              {text.tabs[one]}
            </Link>
          ))}
        </nav>
      </div>
      <div className="watch-body">
        <Suspense fallback={<StageWaiting />}>
          <Section id={id} />
        </Suspense>
      </div>
    </main>
  );
}

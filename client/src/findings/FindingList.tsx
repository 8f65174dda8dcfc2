import { Box, Button, Group, NativeSelect, Skeleton } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { Answer } from '../../../domain/api/api.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useDetectors, useFindings, useOverview } from '../api/queries.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { dates } from '../theme/formats.ts';
import { answerAt } from '../provenance/asking.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { Sentence } from '../ui/Sentence.tsx';
import { isNarrowed, type FindingFilter } from './finding-filter.ts';
import { usePutOver } from '../workspace/over.ts';
import { RankedList, type RankedItem } from './RankedList.tsx';

const text = messages.page.lists;

/** What is narrowed by now and then comes when it is asked for. */
const FindingFilters = lazy(() => import('./FindingFilters.tsx'));

interface FindingListProps {
  filter: FindingFilter;
  onFilter: (filter: FindingFilter) => void;
}

export function FindingList({ filter, onFilter }: FindingListProps) {
  const findings = useFindings(filter);
  const { data: overview } = useOverview();
  const title = useDetectorTitle();
  const [address, navigate] = useLocation();
  const onTop = usePutOver();
  const items = findings.data?.pages
    .flatMap((page) => page.items)
    .map((finding) => itemOf(finding, title));
  const total = findings.data?.pages.at(-1)?.total;
  const narrowed = isNarrowed(filter);
  const nothing = narrowed ? text.noFindingsOf : text.noFindings;
  return (
    <>
      <Narrowing filter={filter} onFilter={onFilter} />
      <RankedList
        order={text.order}
        label={text.findings}
        head={
          <span role="status">
            {items && total !== undefined ? text.countOf(items.length, total) : null}
          </span>
        }
        answered={answerAt(messages.queries.asked.of.list, 'findings', {}, filter)}
        items={items}
        outdated={findings.isPlaceholderData}
        error={findings.error}
        onRetry={() => void findings.refetch()}
        nothing={overview?.run === null ? messages.page.state.noRunTitle : nothing}
        address={address}
        onOpen={navigate}
        onTop={onTop}
        onMore={findings.hasNextPage ? () => void findings.fetchNextPage() : null}
        loadingMore={findings.isFetchingNextPage}
      />
    </>
  );
}

function Narrowing({ filter, onFilter }: FindingListProps) {
  const { data } = useDetectors();
  const known = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const { detector, ...others } = filter;
  const count = Object.values(others).filter((value) => value !== undefined).length;
  const [opened, setOpened] = useState(count > 0);
  const fields = useId();
  return (
    <Box className="filter">
      <Group gap={6} wrap="nowrap">
        <NativeSelect
          size="xs"
          className="grows"
          aria-label={text.detector}
          value={detector ?? ''}
          onChange={({ currentTarget }) =>
            onFilter({ ...filter, detector: currentTarget.value || undefined })
          }
          data={[{ value: '', label: text.allDetectors }, ...known]}
        />
        <Button
          size="xs"
          px={8}
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={opened}
          aria-controls={fields}
          onClick={() => setOpened(!opened)}
        >
          {text.filters(count)}
        </Button>
      </Group>
      <div id={fields} hidden={!opened}>
        {opened && (
          <Suspense fallback={<Skeleton h={150} mt={8} />}>
            <FindingFilters filter={filter} onChange={onFilter} />
          </Suspense>
        )}
      </div>
      {isNarrowed(filter) && (
        <Button mt={6} size="compact-xs" variant="subtle" onClick={() => onFilter({})}>
          {text.clearFilters}
        </Button>
      )}
    </Box>
  );
}

function itemOf(
  finding: Answer<'findings'>['items'][number],
  titleOf: (detector: string) => string,
): RankedItem {
  return {
    key: finding.id,
    score: finding.score,
    scored: 'finding',
    title: <Sentence text={finding.title} nodes={finding.named} />,
    decided: finding.decided,
    about: (
      <>
        <span>{titleOf(finding.detector)}</span>
        <span className="faint">{messages.page.accounts(finding.accounts.length)}</span>
        <span className="faint">{dates(finding.first_seen, finding.last_seen)}</span>
      </>
    ),
    href: addressOfSubject('finding', finding.id),
  };
}

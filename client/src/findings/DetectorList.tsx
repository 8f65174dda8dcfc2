import { Box, Group, Text, UnstyledButton } from '@mantine/core';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { useDetectors, useOverview } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfSubject } from '../subject/subject.ts';

const text = messages.page.lists;

/** The catalogue, with how much each found in the latest run. */
export function DetectorList() {
  const { data, error, refetch } = useDetectors();
  const { data: overview } = useOverview();
  const [address, navigate] = useLocation();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const run = overview?.run;
  const found = new Map(run?.detectors.map(({ id, findings }) => [id, findings]));
  return (
    <Box role="list" aria-label={text.detectors} className="ranked">
      {(data?.items ?? []).map(({ id, title, indicators }) => {
        const href = addressOfSubject('detector', id);
        return (
          <div role="listitem" key={id}>
            <UnstyledButton
              className="ranked-item"
              aria-current={address === href ? 'page' : undefined}
              onClick={() => navigate(href)}
            >
              <Text size="md" fw={550} lh={1.35} className="ranked-title">
                {title}
              </Text>
              <Group gap={6} className="ranked-about">
                {run && <span>{text.found(found.get(id) ?? 0)}</span>}
                <span className="faint">{indicators.join(' · ')}</span>
              </Group>
            </UnstyledButton>
          </div>
        );
      })}
    </Box>
  );
}

import { ActionIcon, Group, NumberInput, Skeleton, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { NeighbourCount } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useNeighbours } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { useBoardActions } from '../workspace/board.tsx';
import { TypeIcon } from '../theme/TypeIcon.tsx';
import { Section } from '../ui/Section.tsx';

const text = messages.page.details;
const usualLimit = 10;
const mostAtOnce = 500;

/** How many neighbours of each kind there are, before any of them is brought onto the canvas. */
export function Neighbours({ nodeRef }: { nodeRef: string }) {
  const { data, error, refetch } = useNeighbours(nodeRef);
  const [limit, setLimit] = useState(usualLimit);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Section title={text.neighbours} count={data && totalOf(data.items)}>
      {!data && <Skeleton h={70} />}
      {data?.items.map((item) => (
        <Kind
          key={`${item.type} ${item.direction} ${item.other}`}
          nodeRef={nodeRef}
          item={item}
          limit={limit}
        />
      ))}
      {data?.items.length === 0 && <span className="faint">{text.neighboursNone}</span>}
      {data && data.items.length > 0 && (
        <Group gap={8} mt={8}>
          <span className="faint small" id="expand-limit">
            {text.limit}
          </span>
          <NumberInput
            size="xs"
            w={84}
            min={1}
            max={mostAtOnce}
            clampBehavior="strict"
            value={limit}
            onChange={(value) => setLimit(Number(value) || usualLimit)}
            aria-labelledby="expand-limit"
          />
        </Group>
      )}
    </Section>
  );
}

function totalOf(items: readonly NeighbourCount[]): string {
  const total = items.reduce((sum, { count }) => sum + count, 0);
  return text.neighbourCount(
    total,
    items.some((item) => item.at_least === true),
  );
}

function Kind(props: { nodeRef: string; item: NeighbourCount; limit: number }) {
  const { nodeRef, item, limit } = props;
  const { expand } = useBoardActions();
  const many = messages.schema.nodes[item.other][item.count === 1 ? 'one' : 'many'];
  const label = text.expandHow(Math.min(limit, item.count), `${item.says} ${many}`);
  return (
    <Group className="neighbour-kind" wrap="nowrap" gap={8}>
      <TypeIcon type={item.other} />
      <span className="grows">
        {item.says} <span className="faint">{many}</span>
      </span>
      <span className="figure">{text.neighbourCount(item.count, item.at_least === true)}</span>
      <Tooltip label={label} position="left">
        <ActionIcon
          size="sm"
          variant="default"
          aria-label={label}
          onClick={() =>
            void expand([nodeRef], { type: item.type, direction: item.direction, limit })
          }
        >
          <IconPlus size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

import {
  ActionIcon,
  Button,
  Group,
  Popover,
  RangeSlider,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import type { Range } from '../../../domain/look-rules.ts';
import { messages } from '../../../domain/messages/later.ts';
import { drawnThings } from '../board/drawn-things.ts';
import { noFilter, type RangeFilter } from '../board/range-filter.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { saysValue } from './fields.ts';
import { FieldSelect } from './FieldSelect.tsx';
import { unfiltered } from './field-values.ts';
import { useLooks } from './looks-provider.tsx';
import { bars, boundAt, numbersOf, outsideOf, parts, rangesSay, sliderScale } from './ranges.ts';

const text = messages.lookRules.ranges;

/** Ranges of numbers and times that nodes must lie in; what lies outside is faded or hidden. */
export function RangesMenu() {
  const { filter } = useBoard();
  return (
    <Popover
      position="top-end"
      shadow="md"
      width={360}
      middlewares={{ flip: true, shift: true, size: { padding: 8 } }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" leftSection={<IconFilter size={14} />}>
          {text.menu}
          {filter.ranges.length > 0 && <span className="pill">{filter.ranges.length}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="style-menu" aria-label={text.title}>
        <Ranges />
      </Popover.Dropdown>
    </Popover>
  );
}

function Ranges() {
  const board = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const looks = useLooks();
  const { filter } = board;
  const become = (by: Partial<RangeFilter>) => {
    const next = { ...filter, ...by };
    change({
      do: 'filter',
      filter:
        next.ranges.length === 0
          ? { ...noFilter, hides: next.hides }
          : { ...next, outside: outsideOf(unfiltered(board), next.ranges, looks) },
    });
  };
  const free = looks.fields.filter(
    ({ id, kind }) => kind !== 'kind' && !filter.ranges.some(({ by }) => by === id),
  );
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {text.title}
      </Text>
      {filter.ranges.length === 0 ? (
        <Text size="xs" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <>
          {filter.ranges.map((range) => (
            <RangeRow
              key={range.by}
              range={range}
              onRange={(to) =>
                become({ ranges: filter.ranges.map((one) => (one === range ? to : one)) })
              }
              onRemove={() => become({ ranges: filter.ranges.filter((one) => one !== range) })}
            />
          ))}
          <Text size="sm" fw={500} aria-live="polite">
            {rangesSay(board)}
          </Text>
          <Group gap="xs">
            <Text size="xs">{text.outside}</Text>
            <SegmentedControl
              size="xs"
              aria-label={text.outside}
              value={filter.hides ? 'hidden' : 'faded'}
              data={(['faded', 'hidden'] as const).map((value) => ({
                value,
                label: text.how[value],
              }))}
              onChange={(how) => become({ hides: how === 'hidden' })}
            />
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                become({ ranges: [] });
                announce(text.cleared);
              }}
            >
              {text.clear}
            </Button>
          </Group>
        </>
      )}
      <FieldSelect
        label={text.add}
        fields={free}
        value=""
        placeholder={text.choose}
        onChange={(by) =>
          by !== '' && become({ ranges: [...filter.ranges, { by, from: null, to: null }] })
        }
      />
    </Stack>
  );
}

interface RangeRowProps {
  range: Range;
  onRange: (range: Range) => void;
  onRemove: () => void;
}

function RangeRow({ range, onRange, onRemove }: RangeRowProps) {
  const board = useBoard();
  const looks = useLooks();
  const field = looks.fields.find(({ id }) => id === range.by);
  const values = looks.values.get(range.by);
  const numbers = numbersOf(values);
  const scale = sliderScale(numbers);
  const isWhole = numbers.every(Number.isInteger);
  const label = field?.label ?? range.by;
  const without = drawnThings(unfiltered(board)).length - numbers.length;
  const says = (place: number) =>
    field && scale
      ? saysValue(field, isWhole ? Math.round(scale.valueAt(place)) : scale.valueAt(place))
      : '';
  const from = range.from === null || !scale ? 0 : clamped(scale.placeOf(range.from));
  const to = range.to === null || !scale ? parts : clamped(scale.placeOf(range.to));
  return (
    <div role="group" aria-label={label}>
      <Group justify="space-between" wrap="nowrap" gap={4}>
        <Text size="xs" fw={500}>
          {label}
        </Text>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={text.remove(label)}
          onClick={onRemove}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
      {scale && field ? (
        <>
          <Histogram counts={scale.counts} from={from} to={to} />
          <RangeSlider
            size={2}
            thumbSize={14}
            min={0}
            max={parts}
            step={1}
            minRange={0}
            value={[from, to]}
            label={null}
            thumbFromLabel={text.least(label)}
            thumbToLabel={text.most(label)}
            thumbValueText={says}
            onChange={([low, high]) =>
              onRange({
                by: range.by,
                from: low <= 0 ? null : boundAt(scale, low, from, isWhole),
                to: high >= parts ? null : boundAt(scale, high, to, isWhole),
              })
            }
          />
          <Text size="xs" mt={4}>
            {text.between(
              saysValue(field, range.from ?? scale.least),
              saysValue(field, range.to ?? scale.most),
            )}
          </Text>
          {without > 0 && (
            <Text size="xs" c="dimmed">
              {text.without(without)}
            </Text>
          )}
        </>
      ) : (
        <Text size="xs" c="dimmed">
          {values ? text.alike : messages.lookRules.reckoning}
        </Text>
      )}
    </div>
  );
}

function clamped(place: number): number {
  return Math.max(0, Math.min(parts, Math.round(place)));
}

/** How many lie where; for the eye, as the count below says what is left. */
function Histogram({ counts, from, to }: { counts: readonly number[]; from: number; to: number }) {
  const most = Math.max(1, ...counts);
  return (
    <svg
      className="range-histogram"
      viewBox={`0 0 ${bars} 20`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {counts.map((count, at) => {
        const height = count === 0 ? 0 : 1 + 19 * Math.sqrt(count / most);
        const middle = ((at + 0.5) / bars) * parts;
        return (
          <rect
            key={at}
            className={middle < from || middle > to ? 'outside' : undefined}
            x={at + 0.1}
            y={20 - height}
            width={0.8}
            height={height}
          />
        );
      })}
    </svg>
  );
}

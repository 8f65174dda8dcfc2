import { Table, Text } from '@mantine/core';
import { weighedSums, type Calibration, type MovedWeight } from '../../../domain/calibration.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { decimal } from '../theme/formats.ts';
import { weightWords } from './weight-words.ts';

const text = messages.calibrationPage;

/** Which weights would move, from what to what, and within which interval. */
export function MovedWeights({ confirmed, dismissed, weights }: Calibration) {
  const moved = weights.filter(({ from, to }) => from !== to);
  const unmoved = weights.length - moved.length;
  return (
    <section className="trial-part" aria-label={text.moved}>
      <Text component="h3" size="sm" fw={650}>
        {text.moved}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {text.from(confirmed, dismissed)}
      </Text>
      {moved.length === 0 && <Text size="sm">{text.none}</Text>}
      {weighedSums.map((sum) => (
        <OfSum key={sum} sum={sum} weights={moved.filter((one) => one.sum === sum)} />
      ))}
      {unmoved > 0 && (
        <Text size="sm" c="dimmed" mt={6}>
          {text.unmoved(unmoved)}
        </Text>
      )}
    </section>
  );
}

interface OfSumProps {
  sum: MovedWeight['sum'];
  weights: readonly MovedWeight[];
}

/** The furthest moved first. */
function OfSum({ sum, weights }: OfSumProps) {
  const title = useDetectorTitle();
  if (weights.length === 0) return null;
  const ranked = weights.toSorted(
    (one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from),
  );
  const heads = [text.inForce, text.then, text.within, text.decisions];
  return (
    <div className="trial-wide" tabIndex={0} role="group" aria-label={text.sums[sum]}>
      <Table verticalSpacing={4} horizontalSpacing="sm" mt={8}>
        <Table.Caption className="trial-caption">{text.sums[sum]}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.weight}</Table.Th>
            {heads.map((head) => (
              <Table.Th key={head} ta="right">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ranked.map(({ term, from, to, low, high, decisions }) => (
            <Table.Tr key={term}>
              <Table.Th scope="row">{weightWords(sum, term, title)}</Table.Th>
              <Table.Td ta="right">{decimal(from)}</Table.Td>
              <Table.Td ta="right">{decimal(to)}</Table.Td>
              <Table.Td ta="right">{text.range(decimal(low), decimal(high))}</Table.Td>
              <Table.Td ta="right">{decisions.toLocaleString(messages.page.locale)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

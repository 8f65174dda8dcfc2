import { Table, Text } from '@mantine/core';
import type { DismissalReason } from '../../../domain/disposition.ts';
import {
  trialChanges,
  type Tally,
  type Trial,
  type TrialFinding,
  type TrialResult,
} from '../../../domain/trial.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { saysBeyond } from './trial-words.ts';

const text = messages.trialPage;
const { states, reasons } = messages.triage;

/** More than this of each kind nobody reads here; the counts are whole. */
const mostShown = 20;

/** What a trial shows: counts with earlier decisions, then the findings themselves. */
export function TrialShown({ trial, result }: { trial: Trial; result: TrialResult }) {
  const { findings, items } = result;
  const same = trialChanges.every((change) => findings[change].total === 0);
  const beyond = saysBeyond(result);
  return (
    <section className="trial-part" aria-label={text.result}>
      <Text component="h3" size="sm" fw={650}>
        {text.result}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {text.beside(trial.beside ?? '')}
      </Text>
      {!same && <Tallies findings={findings} />}
      <Text size="sm" mt={6}>
        {same && beyond.length === 0
          ? text.nothing
          : [...(same ? [text.sameFindings] : []), ...beyond].join(' ')}
      </Text>
      {trialChanges.map((change) => (
        <Changed
          key={change}
          title={text[change]}
          total={findings[change].total}
          items={items.filter((item) => item.change === change)}
        />
      ))}
    </section>
  );
}

function Tallies({ findings }: Pick<TrialResult, 'findings'>) {
  const { dismissed_for: lostFor } = findings.lost;
  const why = Object.entries(lostFor).map(([reason, number]) =>
    text.reason(number, reasons[reason as DismissalReason]),
  );
  return (
    <>
      <div className="trial-wide" tabIndex={0} role="group" aria-label={text.findings}>
        <Table verticalSpacing={4} horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.findings}</Table.Th>
              {[text.all, text.confirmed, text.otherwise, text.dismissed, text.undecided].map(
                (head) => (
                  <Table.Th key={head} ta="right">
                    {head}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {([...trialChanges, 'kept'] as const).map((change) => (
              <Table.Tr key={change}>
                <Table.Th scope="row">{text[change]}</Table.Th>
                {figures(findings[change]).map((figure, at) => (
                  <Table.Td key={at} ta="right">
                    {figure.toLocaleString(messages.page.locale)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed" mt={6}>
        {text.countsAs}
      </Text>
      {why.length > 0 && (
        <Text size="sm" mt={6}>
          {text.dismissedFor(why.join(', '))}
        </Text>
      )}
    </>
  );
}

function figures({ total, undecided, decided }: Tally): number[] {
  const { confirmed, dismissed } = decided;
  return [total, confirmed, total - undecided - confirmed - dismissed, dismissed, undecided];
}

interface ChangedProps {
  title: string;
  total: number;
  items: readonly TrialFinding[];
}

function Changed({ title, total, items }: ChangedProps) {
  if (items.length === 0) return null;
  const shown = items.slice(0, mostShown);
  return (
    <>
      <Text component="h4" size="sm" fw={600} mt="sm" mb={4}>
        {title}
      </Text>
      <ul className="trial-list" aria-label={title}>
        {shown.map(({ id, title: says, score, earlier }) => (
          <li key={id}>
            <ScoreBar score={score} of="finding" />
            <Text size="sm" className="breaks">
              {says}
              {earlier && <span className="trial-earlier">{decidedSays(earlier)}</span>}
            </Text>
          </li>
        ))}
      </ul>
      {total > shown.length && (
        <Text size="sm" c="dimmed">
          {text.more(total - shown.length)}
        </Text>
      )}
    </>
  );
}

function decidedSays({ state, reason, basis, of }: NonNullable<TrialFinding['earlier']>): string {
  const says = reason === null ? states[state] : `${states[state]}, ${reasons[reason]}`;
  return text.basis[basis](says, of);
}

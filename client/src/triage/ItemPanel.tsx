import { Anchor, Button, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import {
  longestText,
  type Decision,
  type TriageChange,
  type TriageItem,
} from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { AnswerSection } from './AnswerSection.tsx';
import { graphAddress } from './address.ts';
import { ExplanationChecks } from './ExplanationChecks.tsx';
import { ExceptionForm } from './ExceptionForm.tsx';
import { ItemHistory } from './ItemHistory.tsx';
import { changeLabel } from '../../../domain/labels/change-label.ts';
import { useDeciding, useQueueItem } from './queue-queries.ts';
import { itemTitle } from './item-title.ts';
import { StateMark } from './StateMark.tsx';

const text = messages.triage.page;

interface ItemPanelProps {
  id: string;
  onChange: (items: readonly TriageItem[], change: TriageChange) => Promise<unknown>;
}

/** Why an item is in the queue, what was decided of it, by whom and why, and what was said. */
export function ItemPanel({ id, onChange }: ItemPanelProps) {
  const { data: item, error, refetch } = useQueueItem(id);
  const title = useDetectorTitle();
  if (error && !item) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!item) return <Waiting />;
  const { news, state, decision, earlier, proposed } = item;
  return (
    <>
      <Text size="xs" className="overline">
        {`${messages.triage.kinds[item.kind]} ${item.of}`}
      </Text>
      <Title order={2} size="h4" my={4} className="breaks">
        {itemTitle(item)}
      </Title>
      <StateMark item={item} />
      {news.length > 0 && (
        <Text size="sm" className="queue-note breaks">
          {state === 'new'
            ? text.reopenedBecause(changeLabel(news, title))
            : text.newsBecause(changeLabel(news, title))}
        </Text>
      )}
      {proposed && (
        <Text size="sm" className="queue-note breaks">
          {text.proposed(proposed.by)}
        </Text>
      )}
      {decision && <Made says={text.decided} decision={decision} />}
      {earlier && <Made says={text.earlier} decision={earlier} />}
      <Section title={text.whyHere}>
        {item.answer ? <AnswerSection answer={item.answer} /> : <Found item={item} />}
      </Section>
      {item.kind !== 'answer' && (
        <ExplanationChecks key={`checks-${id}`} id={id} accounts={item.accounts} />
      )}
      <TextInput
        mt="sm"
        size="xs"
        type="date"
        label={text.due}
        value={item.due ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void onChange([item], { due: value === '' ? null : value }).catch(announceProblem)
        }
      />
      {item.state === 'dismissed' && !item.gone && item.kind !== 'answer' && (
        <ExceptionForm key={`except-${id}`} item={item} />
      )}
      <Commenting key={id} id={id} />
      <ItemHistory id={id} kind={item.kind} entries={item.history} />
    </>
  );
}

/** Of what a run finds. */
function Found({ item }: { item: TriageItem }) {
  const title = useDetectorTitle();
  const address = graphAddress(item);
  return (
    <>
      <ScoreBar score={item.score} of="item" />
      <Text size="sm" mt={6}>
        {item.detectors.map(title).join(', ')}
      </Text>
      <Text size="sm" c="dimmed">
        {item.gone ? text.gone : messages.page.accounts(item.accounts)}
      </Text>
      {address !== null && (
        <Anchor component={Link} size="sm" href={address}>
          {text.openGraph}
        </Anchor>
      )}
    </>
  );
}

function Made({ says, decision }: { says: string; decision: Decision }) {
  const { state, reason, by, at, why } = decision;
  const what = reason ? messages.triage.reasons[reason] : messages.triage.states[state];
  return (
    <div className="queue-note">
      <Text size="sm" fw={600}>
        {text.turnedTo(says, what)}
      </Text>
      <Text size="xs" c="dimmed">
        {text.byAt(by, dayAndTime(at))}
      </Text>
      <Text size="sm" className="breaks" dir="auto">
        {why}
      </Text>
    </div>
  );
}

function Commenting({ id }: { id: string }) {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { comment } = useDeciding();
  const add = async () => {
    setBusy(true);
    try {
      await comment(id, said.trim());
      setSaid('');
    } catch (error) {
      announceProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (said.trim() !== '') void add();
      }}
    >
      <Textarea
        mt="sm"
        size="xs"
        label={text.comment}
        description={text.commentHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={longestText}
        value={said}
        onChange={({ currentTarget }) => setSaid(currentTarget.value)}
      />
      <Button mt={6} size="compact-xs" variant="default" type="submit" loading={busy}>
        {text.addComment}
      </Button>
    </form>
  );
}

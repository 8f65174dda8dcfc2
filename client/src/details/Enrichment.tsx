import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Enrichment as Answered, EnrichmentFact } from '../../../domain/enrichment.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/later.ts';
import { AdditionDialog, type AdditionRequest } from '../additions/AdditionDialog.tsx';
import { send } from '../api/fetch.ts';
import { useEnrichers } from '../api/queries.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { dayAndTime } from '../theme/formats.ts';
import { Section } from '../ui/Section.tsx';

const text = messages.enrichment;

interface EnrichmentProps {
  nodeRef: string;
  type: NodeTypeName;
}

/** What programs and services of the house know of a node, once they are asked; nothing where none answers for its type. */
export function Enrichment({ nodeRef, type }: EnrichmentProps) {
  const { data } = useEnrichers();
  const [asking, setAsking] = useState<string | null>(null);
  const [answers, setAnswers] = useState<readonly Answered[]>([]);
  const [request, setRequest] = useState<AdditionRequest | null>(null);
  const offered = data?.items.filter(({ types }) => types.includes(type)) ?? [];
  if (offered.length === 0) return null;
  const askOne = async (enricher: string) => {
    setAsking(enricher);
    try {
      const answer = await send('enrich', { ref: nodeRef }, { enricher });
      setAnswers((before) => [answer, ...before.filter((one) => one.enricher !== enricher)]);
    } catch (problem) {
      announceProblem(problem);
    } finally {
      setAsking(null);
    }
  };
  const put = (answer: Answered, { name, value, thing, source, date }: EnrichmentFact) =>
    setRequest({
      linkedTo: nodeRef,
      filled: {
        ...{ type: thing ?? 'thing', name: value.slice(0, 300), says: name, reversed: true },
        source: `${answer.title}: ${source}`.slice(0, 500),
        ...(date === null ? {} : { known: date }),
      },
    });
  return (
    <Section title={text.title}>
      <Text size="xs" c="dimmed" mb={6}>
        {text.hint}
      </Text>
      <Group gap="xs">
        {offered.map(({ id, title }) => (
          <Button
            key={id}
            size="compact-xs"
            variant="default"
            loading={asking === id}
            onClick={() => void askOne(id)}
          >
            {text.ask(title)}
          </Button>
        ))}
      </Group>
      {answers.map((answer) => (
        <div key={answer.enricher} role="group" aria-label={answer.title}>
          <Text size="xs" c="dimmed" mt={8} mb={4}>
            {text.from(answer.title, answer.asked_by, dayAndTime(answer.asked_at))}
          </Text>
          {answer.facts.length === 0 && <Text size="sm">{text.nothing}</Text>}
          <Facts answer={answer} onPut={(fact) => put(answer, fact)} />
        </div>
      ))}
      {request && <AdditionDialog request={request} onClose={() => setRequest(null)} />}
    </Section>
  );
}

interface FactsProps {
  answer: Answered;
  onPut: (fact: EnrichmentFact) => void;
}

function Facts({ answer: { facts }, onPut }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.name}</dt>
          <dd className="breaks">
            {fact.value}
            <Text size="xs" c="dimmed">
              {text.source(fact.source, fact.date)}
            </Text>
            {fact.thing !== null && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={text.putLabel(fact.value)}
                onClick={() => onPut(fact)}
              >
                {text.put}
              </Button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { Button, Group, NativeSelect, Skeleton, Text, Title, UnstyledButton } from '@mantine/core';
import { IconStackPush, IconTopologyStar3 } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { formatRef } from '../../../domain/schema/graph.ts';
import { nodeTypeNames, type NodeTypeName } from '../../../domain/schema/schema.ts';
import type { SearchAnswer, SearchHit } from '../../../domain/search.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useSearch } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { lastDrawnAt, putOver } from '../workspace/over.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { answerAt } from '../provenance/asking.ts';
import { HowAnswered } from '../provenance/HowAnswered.tsx';
import { TypeIcon } from '../theme/TypeIcon.tsx';
import { asksForDetected, groupsOf, whereFound } from './hits.ts';
import { addressOfSearch, mostResults, type SearchSubject } from '../subject/search-subject.ts';

const text = messages.search;

/** All that a search finds, one below the other. */
export function SearchPage({ subject }: { subject: SearchSubject }) {
  const { id, type } = subject;
  const results = useSearch(id, { limit: mostResults, type });
  if (results.error && !results.data)
    return <Failure error={results.error} onRetry={() => void results.refetch()} />;
  return (
    <div className="search-page">
      <Title order={2} size="h4" className="search-title">
        {text.page(id)}
      </Title>
      <Tools subject={subject} answer={results.data} />
      {results.data ? <Results answer={results.data} q={id} /> : id !== '' && <Waiting />}
    </div>
  );
}

function Tools({ subject, answer }: { subject: SearchSubject; answer: SearchAnswer | undefined }) {
  const [, navigate] = useLocation();
  const { id: q, type } = subject;
  const count = answer?.items.length ?? 0;
  const drawnAt = lastDrawnAt();
  const go = (change: Partial<SearchSubject>) =>
    navigate(addressOfSearch({ ...subject, ...change }));
  return (
    <Group gap="sm" className="search-tools">
      <NativeSelect
        size="xs"
        aria-label={text.kinds}
        value={subject.type ?? ''}
        onChange={(event) => go({ type: typeNamed(event.currentTarget.value) })}
        data={[
          { value: '', label: text.allKinds },
          ...nodeTypeNames
            .filter((type) => type !== 'label')
            .map((type) => ({ value: type, label: messages.schema.nodes[type].many })),
        ]}
      />
      {count > 0 && (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconTopologyStar3 size={16} aria-hidden />}
          onClick={() => go({ drawn: true })}
        >
          {text.put(count)}
        </Button>
      )}
      {count > 0 && drawnAt !== null && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconStackPush size={16} aria-hidden />}
          onClick={() => putOver(addressOfSearch({ ...subject, drawn: true }), drawnAt)}
        >
          {text.putOver}
        </Button>
      )}
      <Text size="xs" c="dimmed" role="status">
        {answer ? text.listed(count) : ''}
      </Text>
      {q !== '' && <HowAnswered of={[answerOfSearch(q, type)]} />}
    </Group>
  );
}

function answerOfSearch(q: string, type: NodeTypeName | undefined) {
  const limits = { limit: mostResults, type };
  return answerAt(messages.queries.asked.of.search, 'search', {}, { q, ...limits });
}

function typeNamed(value: string): NodeTypeName | undefined {
  return nodeTypeNames.find((type) => type === value);
}

function Results({ answer, q }: { answer: SearchAnswer; q: string }) {
  const asked = answer.phrases.filter(({ complete }) => complete);
  const detected = groupsOf({ ...answer, items: [], phrases: asked }, q);
  if (answer.items.length === 0 && detected.length === 0)
    return (
      <Text size="sm" c="dimmed" mt="md">
        {text.none(q)} {text.noneHint}
      </Text>
    );
  const told = detected.map(({ label, lines }) => (
    <section key={label} aria-label={label}>
      <Text component="h3" size="xs" fw={600} c="dimmed" mt="md">
        {label}
      </Text>
      {lines.map(({ value, title, about }) => (
        <Row key={value} href={value} title={title} about={about} icon={null} />
      ))}
    </section>
  ));
  const byId = asksForDetected(q);
  return (
    <>
      {byId && told}
      <ul className="search-rows" aria-label={text.results}>
        {answer.items.map((hit) => (
          <li key={formatRef(hit.node)}>
            <NodeRow hit={hit} />
          </li>
        ))}
      </ul>
      {answer.more && (
        <Text size="sm" c="dimmed" my="sm">
          {text.more}
        </Text>
      )}
      {!byId && told}
    </>
  );
}

function NodeRow({ hit }: { hit: SearchHit }) {
  const { node } = hit;
  return (
    <Row
      href={addressOfSubject('node', formatRef(node))}
      title={node.caption}
      about={`${node.id} · ${whereFound(hit)}`}
      icon={node.type}
    />
  );
}

function Row(props: { href: string; title: string; about: string; icon: NodeTypeName | null }) {
  const [, navigate] = useLocation();
  return (
    <UnstyledButton className="search-row" onClick={() => navigate(props.href)}>
      {props.icon && <TypeIcon type={props.icon} size={18} />}
      <span className="search-said">
        <bdi className="search-name">{props.title}</bdi>
        <bdi className="search-where">{props.about}</bdi>
      </span>
    </UnstyledButton>
  );
}

function Waiting() {
  return (
    <div role="group" aria-busy="true" aria-label={text.waiting}>
      {[1, 2, 3, 4].map((line) => (
        <Skeleton key={line} h={36} my={6} />
      ))}
    </div>
  );
}

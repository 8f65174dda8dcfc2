import { Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowsMaximize } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { NodeDetail } from '../../../domain/answers.ts';
import { formatRef, nodeType } from '../../../domain/graph.ts';
import { words } from '../../../domain/words/index.ts';
import { useNode } from '../api/queries.ts';
import { Failure } from '../app/Failure.tsx';
import { addressOfSubject } from '../app/subject.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { visibleRelations } from '../canvas/board.ts';
import { NodeRemarks } from '../cases/Remarks.tsx';
import { ScoreBar } from '../findings/ScoreBar.tsx';
import { SourceLink } from '../sources/SourceLink.tsx';
import { dayAndTime, readable, spaced } from '../theme/formats.ts';
import { TypeIcon } from '../theme/TypeIcon.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FactTable, type Fact } from './FactTable.tsx';
import { FindingCards } from './FindingCards.tsx';
import { Heading } from './Heading.tsx';
import { LinkedAccounts } from './LinkedAccounts.tsx';
import { LinkList } from './LinkList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { ScoreSum } from './ScoreSum.tsx';
import { Section } from './Section.tsx';
import { Waiting } from './Waiting.tsx';

const text = words.page.details;

/** All that is known of one node: why it is scored, what it is linked to, its facts and their rows. */
export function NodeDetails({ nodeRef }: { nodeRef: string }) {
  const { data, error, refetch } = useNode(nodeRef);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <NodeHeading node={data} />
      <NodeRemarks nodeRef={nodeRef} caption={data.caption} />
      {data.sum && <ScoreSum sum={data.sum} />}
      {data.type === 'account' && <Reasons node={data} />}
      {data.type === 'account' && <LinkedAccounts account={data.id} />}
      <Neighbours nodeRef={nodeRef} />
      <LinksOnCanvas nodeRef={nodeRef} />
      <Section title={text.facts}>
        <FactTable facts={factsOf(data)} />
      </Section>
      {Object.keys(data.extra).length > 0 && (
        <Section title={text.extra}>
          <FactTable facts={Object.entries(data.extra).map(([name, value]) => ({ name, value }))} />
        </Section>
      )}
      <Section title={text.sources} count={data.sources.length}>
        {data.sources.map((source) => (
          <div key={`${source.sha256}:${source.line}`}>
            <SourceLink source={source} />
          </div>
        ))}
        {data.sources.length === 0 && <span className="faint">{text.noSources}</span>}
      </Section>
      {data.history.length > 0 && <History node={data} />}
      {data.type !== 'account' && data.findings.length > 0 && <Reasons node={data} />}
    </>
  );
}

function NodeHeading({ node }: { node: NodeDetail }) {
  const { expand } = useWorkspace();
  const [, navigate] = useLocation();
  const { cluster_id: cluster } = node;
  return (
    <Heading
      icon={<TypeIcon type={node.type} size={18} />}
      kind={`${nodeType(node.type).one} ${node.id}`}
      title={node.caption}
    >
      {node.score !== null && <ScoreBar score={node.score} />}
      {node.stub && (
        <Text component="div" size="sm" mt={6}>
          <Badge variant="outline" color="gray" size="sm" mr={6}>
            {text.stub}
          </Badge>
          {text.stubHint}
        </Text>
      )}
      <Group mt="sm" gap="xs">
        <Button
          size="xs"
          leftSection={<IconArrowsMaximize size={15} />}
          onClick={() => void expand([formatRef(node)])}
        >
          {text.expand}
        </Button>
        {node.type === 'account' && <ExportButton of={{ account: node.id, hops: 1 }} />}
        {cluster !== null && (
          <Button
            size="xs"
            variant="default"
            onClick={() => navigate(addressOfSubject('cluster', cluster))}
          >
            {text.openCluster}
          </Button>
        )}
      </Group>
    </Heading>
  );
}

function Reasons({ node }: { node: NodeDetail }) {
  return (
    <Section title={text.why} count={node.findings.length}>
      <FindingCards findings={node.findings} />
      {node.findings.length === 0 && <span className="faint">{text.whyNone}</span>}
    </Section>
  );
}

function LinksOnCanvas({ nodeRef }: { nodeRef: string }) {
  const { board } = useWorkspace();
  const links = visibleRelations(board).filter(
    ({ from, to }) => formatRef(from) === nodeRef || formatRef(to) === nodeRef,
  );
  if (links.length === 0) return null;
  return (
    <Section title={text.whyLinked} count={links.length}>
      <LinkList links={links} />
    </Section>
  );
}

/** The contract's columns in its order. Whose value is never evidence by itself says so beside it. */
function factsOf(node: NodeDetail): Fact[] {
  const { columns } = nodeType(node.type);
  return Object.entries(columns)
    .filter(([name]) => node.values[name] !== undefined)
    .map(([name, column]) => {
      const about: string = column.about;
      const value = readable(node.values[name], column.kind);
      return {
        name: spaced(name),
        about,
        value: about.includes(text.notEvidence) ? (
          <>
            {value} <span className="faint">({text.notEvidence})</span>
          </>
        ) : (
          value
        ),
      };
    });
}

function History({ node }: { node: NodeDetail }) {
  return (
    <Section title={text.history} count={node.history.length}>
      {node.history.map(({ values, until, sources }, index) => (
        <div key={index} className="link-row">
          <Text size="xs" c="dimmed">
            {text.until(dayAndTime(until))}
          </Text>
          <FactTable
            facts={Object.entries(values).map(([name, value]) => ({
              name: spaced(name),
              value: readable(value),
            }))}
          />
          {sources.map((source) => (
            <SourceLink key={`${source.sha256}:${source.line}`} source={source} />
          ))}
        </div>
      ))}
    </Section>
  );
}

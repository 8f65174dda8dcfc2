import { Button, Group, Text } from '@mantine/core';
import { IconHandFinger } from '@tabler/icons-react';
import { useState } from 'react';
import {
  addedRef,
  gradeOf,
  type AddedLink,
  type AddedWriting,
  type Addition,
} from '../../../domain/addition.ts';
import { parseRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addedLineKey, addedLinksAt, nameOnBoard } from '../board/additions.ts';
import { PairJudgements } from '../judgements/PairJudgements.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { Heading } from '../ui/Heading.tsx';
import { Section } from '../ui/Section.tsx';
import { useBoard } from '../workspace/board.tsx';
import { useSelect } from '../workspace/selection.tsx';
import { AdditionDialog, typeLabel, type AdditionRequest } from './AdditionDialog.tsx';
import { useAdditions } from './use-additions.ts';
import { nameOfAddition } from './use-open-addition.ts';

const text = messages.additions;

/** Something added by hand: what it says, from where it is known, who wrote it, and what it said before. */
export function AdditionDetails({ id, addition }: { id: string; addition: Addition }) {
  const board = useBoard();
  const { remove } = useAdditions();
  const [request, setRequest] = useState<AdditionRequest | null>(null);
  const isThing = addition.kind === 'thing';
  const ref = addedRef(id);
  const title = nameOfAddition(board, addition);
  return (
    <>
      <Heading
        icon={<IconHandFinger size={18} aria-hidden />}
        kind={isThing ? text.kind(typeLabel(addition.type)) : text.linkKind}
        title={title}
      >
        <Text size="xs" c="dimmed" mt={4}>
          {text.byHandHint}
        </Text>
        <Group mt="sm" gap="xs">
          <Button
            size="xs"
            variant="default"
            onClick={() => setRequest({ changing: { id, addition } })}
          >
            {text.change}
          </Button>
          {isThing && (
            <Button size="xs" variant="default" onClick={() => setRequest({ linkFrom: ref })}>
              {text.link}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => remove(id, title)}>
            {text.remove}
          </Button>
        </Group>
      </Heading>
      <Section title={text.byHand}>
        <Facts addition={addition} />
      </Section>
      {isThing ? <AddedLinks nodeRef={ref} /> : <Counting link={addition} />}
      <Earlier of={addition} />
      {request && <AdditionDialog request={request} onClose={() => setRequest(null)} />}
    </>
  );
}

function Facts({ addition }: { addition: Addition }) {
  const { source, known, note } = addition;
  const facts: [string, string][] = [
    [text.source, source],
    [text.grade, gradeInWords(addition)],
    [text.known, known],
    [text.written, authorOf(addition)],
    ...(note === '' ? [] : [[text.note, note] satisfies [string, string]]),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="breaks">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How a link by hand between two accounts comes to count: somebody judges them. */
function Counting({ link: { from, to } }: { link: Pick<AddedLink, 'from' | 'to'> }) {
  const [a, b] = [parseRef(from), parseRef(to)];
  if (a?.type !== 'account' || b?.type !== 'account') return null;
  return (
    <>
      <Text size="sm" px="md" pt="sm">
        {text.counting}
      </Text>
      <PairJudgements a={a.id} b={b.id} />
    </>
  );
}

function gradeInWords({ reliability, credibility }: AddedWriting): string {
  return `${text.reliabilities[reliability]}; ${text.credibilities[credibility]}`;
}

/** Who wrote it, and when. */
export function authorOf({ by, at, quoted }: Pick<Addition, 'by' | 'at' | 'quoted'>): string {
  if (quoted) return text.quoted(quoted.by ?? '', quoted.at === null ? '' : dayAndTime(quoted.at));
  return by === null || at === null ? text.unsaved : text.author(by, dayAndTime(at));
}

/** Links by hand that lead to a node, or to something else that was added; nothing where there are none. */
export function AddedLinks({ nodeRef }: { nodeRef: string }) {
  const board = useBoard();
  const { selectLine } = useSelect();
  const links = addedLinksAt(board, nodeRef);
  if (links.length === 0) return null;
  return (
    <Section title={text.links} count={links.length}>
      {links.map(({ id, link: { from, to, says, ...link } }) => (
        <Button
          key={id}
          size="compact-sm"
          variant="subtle"
          className="wraps"
          onClick={() => selectLine(addedLineKey(id, { from, to }))}
        >
          {text.reads(nameOnBoard(board, from), says, nameOnBoard(board, to))} · {gradeOf(link)}
        </Button>
      ))}
    </Section>
  );
}

function Earlier({ of: { earlier } }: { of: Addition }) {
  if (earlier.length === 0) return null;
  return (
    <Section title={text.earlier} count={earlier.length}>
      {earlier.toReversed().map(({ by, at, said }, index) => (
        <div key={index} className="note">
          <p className="note-text">
            {said.kind === 'thing' ? `${typeLabel(said.type)}: ${said.name}` : said.says}
            {` · ${said.source} · ${gradeOf(said)} · ${said.known}`}
            {said.note === '' ? '' : ` · ${said.note}`}
          </p>
          <Text size="xs" c="dimmed">
            {authorOf({ by, at })}
          </Text>
        </div>
      ))}
    </Section>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Explanation, ExplanationCheck } from '../../../domain/explanation-check.ts';
import { messages } from '../../../domain/messages/later.ts';
import { dayAndTime } from '../theme/formats.ts';
import { Note } from '../ui/Note.tsx';
import { Section } from '../ui/Section.tsx';
import { CheckForm, WithdrawForm } from './CheckForm.tsx';
import { useChecking, useExplanations } from './explanation-queries.ts';
import './triage.css';

const text = messages.explanationChecks;

/** What would explain a finding or a cluster honestly, each with a tick: how it was checked, what came of it, by whom. */
export function ExplanationChecks({ id, accounts }: { id: string; accounts: number }) {
  const { data } = useExplanations(id);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={text.title} count={`${data.checked}/${data.items.length}`}>
      <Text size="xs" c="dimmed" mb={6}>
        {text.checked(data.checked, data.items.length)}. {text.hint}
      </Text>
      <ul className="checks" aria-label={text.title}>
        {data.items.map((one) => (
          <One key={one.explanation} of={id} accounts={accounts} {...one} />
        ))}
      </ul>
    </Section>
  );
}

interface OneProps extends Explanation {
  of: string;
  /** How many it is about now. */
  accounts: number;
}

function One({ of, accounts, explanation, says, check, former }: OneProps) {
  const [asked, setAsked] = useState<'check' | 'withdraw' | null>(null);
  const { check: record, withdraw } = useChecking();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    flushSync(() => setAsked(null));
    // The form is gone, and the focus with it; unless somebody has gone on meanwhile, as into a dialog.
    if (document.activeElement === document.body) button.current?.focus();
  };
  return (
    <li>
      <Group gap={6} wrap="nowrap" align="baseline" justify="space-between">
        <span className="check-says">
          <span aria-hidden="true" className={`check-shape check-${check?.result ?? 'none'}`}>
            {check ? shapes[check.result] : '○'}
          </span>
          <span>
            {says}
            {check && <b>{` – ${text.results[check.result]}`}</b>}
          </span>
        </span>
        {asked === null && (
          <Button
            ref={button}
            size="compact-xs"
            variant="subtle"
            className="check-act"
            aria-label={text.form(says)}
            onClick={() => setAsked('check')}
          >
            {text.check}
          </Button>
        )}
      </Group>
      {check && (
        <Made check={check} accounts={accounts}>
          {asked === null && (
            <Button size="compact-xs" variant="subtle" onClick={() => setAsked('withdraw')}>
              {text.withdraw}
            </Button>
          )}
        </Made>
      )}
      {asked === 'check' && (
        <CheckForm
          says={says}
          onRecord={(result, how) => record(of, { explanation, result, how })}
          onClose={close}
        />
      )}
      {asked === 'withdraw' && check && (
        <WithdrawForm onWithdraw={(why) => withdraw(check.id, why)} onClose={close} />
      )}
      {former.length > 0 && (
        <div className="notes check-made">
          <Note title={text.former(former.length)}>
            {former.map((one) => (
              <Made key={one.id} check={one} accounts={accounts} result />
            ))}
          </Note>
        </div>
      )}
    </li>
  );
}

/** A shape for each result, so that they are told apart without colour. */
const shapes = { holds: '✓', fails: '✕', open: '?' } as const;

interface MadeProps {
  check: ExplanationCheck;
  accounts: number;
  /** Whether the result is to be said with it. */
  result?: boolean;
  children?: ReactNode;
}

function Made({ check, accounts, result = false, children }: MadeProps) {
  const { how, by, at, withdrawn } = check;
  const then = check.accounts === accounts ? '' : `, ${text.then(check.accounts)}`;
  return (
    <div className="check-made">
      <Text size="sm" className="breaks said" dir="auto">
        {how}
      </Text>
      <Text size="xs" c="dimmed">
        {result && `${text.results[check.result]} · `}
        {`${text.byAt(by, dayAndTime(at))}${then}`}
        {children}
      </Text>
      {withdrawn && (
        <Text size="xs" className="breaks" dir="auto">
          {text.withdrawn(withdrawn.by, dayAndTime(withdrawn.at), withdrawn.why)}
        </Text>
      )}
    </div>
  );
}

/** In the dialog of a decision: what is unchecked. It hinders nobody. */
export function Unchecked({ id }: { id: string }) {
  const { data } = useExplanations(id);
  if (!data || data.items.length === 0) return null;
  const open = data.items.filter(({ check }) => check === null).map(({ says }) => says);
  return (
    <Text size="xs" mt="sm" className="queue-note breaks">
      {text.checked(data.checked, data.items.length)}.
      {open.length > 0 && ` ${text.unchecked(open)}`}
    </Text>
  );
}

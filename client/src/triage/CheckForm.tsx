import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { longestText } from '../../../domain/disposition.ts';
import { checkResults, type CheckResult } from '../../../domain/explanation-check.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.explanationChecks;

interface CheckFormProps {
  /** What is checked, in words. */
  says: string;
  onRecord: (result: CheckResult, how: string) => Promise<void>;
  onClose: () => void;
}

/** Asks how an explanation was checked and what came of it; what was written stays when it could not be kept. */
export function CheckForm({ says, onRecord, onClose }: CheckFormProps) {
  const [result, setResult] = useState<CheckResult | ''>('');
  const [how, setHow] = useState('');
  const { tried, busy, problem, submit } = useSubmit(async () => {
    if (result === '' || how.trim() === '') return;
    await onRecord(result, how.trim());
    onClose();
  });
  return (
    <form noValidate aria-label={text.form(says)} className="check-form" onSubmit={submit}>
      <NativeSelect
        size="xs"
        label={text.result}
        required
        autoFocus
        value={result}
        error={tried && result === '' ? text.resultMissing : null}
        classNames={{ error: 'queue-problem', required: 'queue-problem' }}
        onChange={({ currentTarget }) => setResult(currentTarget.value as CheckResult | '')}
        data={[
          { value: '', label: text.choose },
          ...checkResults.map((value) => ({ value, label: text.results[value] })),
        ]}
      />
      <Words
        label={text.how}
        hint={text.howHint}
        value={how}
        error={tried && how.trim() === '' ? text.howMissing : null}
        onChange={setHow}
      />
      <Ends action={text.record} busy={busy} problem={problem} onClose={onClose} />
    </form>
  );
}

interface WithdrawFormProps {
  onWithdraw: (why: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why a check is withdrawn. */
export function WithdrawForm({ onWithdraw, onClose }: WithdrawFormProps) {
  const [why, setWhy] = useState('');
  const { tried, busy, problem, submit } = useSubmit(async () => {
    if (why.trim() === '') return;
    await onWithdraw(why.trim());
    onClose();
  });
  return (
    <form noValidate aria-label={text.withdrawTitle} className="check-form" onSubmit={submit}>
      <Words
        label={messages.triage.page.why}
        hint={text.withdrawHint}
        value={why}
        error={tried && why.trim() === '' ? messages.triage.page.missing : null}
        onChange={setWhy}
        first
      />
      <Ends action={text.withdrawDo} busy={busy} problem={problem} onClose={onClose} />
    </form>
  );
}

function useSubmit(act: () => Promise<void>) {
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    setTried(true);
    setBusy(true);
    try {
      await act();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void run();
  };
  return { tried, busy, problem, submit };
}

interface WordsProps {
  label: string;
  hint: string;
  value: string;
  error: string | null;
  onChange: (value: string) => void;
  /** Whether the focus begins in it. */
  first?: boolean;
}

function Words({ label, hint, value, error, onChange, first = false }: WordsProps) {
  return (
    <Textarea
      mt={6}
      size="xs"
      label={label}
      description={hint}
      required
      autosize
      minRows={2}
      maxRows={8}
      maxLength={longestText}
      autoFocus={first}
      classNames={{ error: 'queue-problem', required: 'queue-problem' }}
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

interface EndsProps {
  action: string;
  busy: boolean;
  problem: string | null;
  onClose: () => void;
}

function Ends({ action, busy, problem, onClose }: EndsProps) {
  return (
    <>
      {problem !== null && (
        <Text size="sm" mt={6} role="alert" className="queue-problem breaks">
          {problem}
        </Text>
      )}
      <Group gap={6} mt={6}>
        <Button size="compact-xs" type="submit" loading={busy}>
          {action}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
      </Group>
    </>
  );
}

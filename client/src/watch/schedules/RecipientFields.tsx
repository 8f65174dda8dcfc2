import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  deliveryFormats,
  type DeliveryFormat,
  type Recipient,
} from '../../../../domain/input/delivery.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { languageName, languages } from '../../../../domain/messages/language.ts';
import { send } from '../../api/fetch.ts';
import { language } from '../../api/language.ts';
import { Allowed, type AllowedKind } from '../Allowed.tsx';
import { StateText } from '../StateText.tsx';

const text = messages.watch.form;
const kinds = ['email', 'folder', 'webhook'] as const;

const allowedKinds: Readonly<Record<Recipient['kind'], AllowedKind>> = {
  email: 'reports.mail_domains',
  folder: 'reports.folders',
  webhook: 'reports.hosts',
};

interface RecipientFieldsProps {
  recipients: readonly Recipient[];
  onChange: (recipients: Recipient[]) => void;
}

/** Who gets the report, by what, in which files and language; each can be tried before it is relied on. */
export function RecipientFields({ recipients, onChange }: RecipientFieldsProps) {
  const replace = (at: number, by: Recipient) =>
    onChange(recipients.map((one, index) => (index === at ? by : one)));
  return (
    <fieldset className="wide plain-fieldset">
      <Text component="legend" size="sm" fw={500}>
        {text.recipients}
      </Text>
      {recipients.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noRecipients}
        </Text>
      )}
      {recipients.map((recipient, index) => (
        <OneRecipient
          // Recipients have no name of their own, and are removed one by one.
          key={`${index.toString()} ${recipients.length.toString()}`}
          number={index + 1}
          recipient={recipient}
          onChange={(by) => replace(index, by)}
          onRemove={() => onChange(recipients.filter((_one, at) => at !== index))}
        />
      ))}
      <Button
        size="compact-sm"
        variant="default"
        mt="xs"
        onClick={() => onChange([...recipients, emptyRecipient('email')])}
      >
        {text.addRecipient}
      </Button>
    </fieldset>
  );
}

function emptyRecipient(kind: Recipient['kind'], like?: Recipient): Recipient {
  const wanted = {
    formats: like?.formats ?? (['html', 'pdf'] satisfies DeliveryFormat[]),
    language: like?.language ?? language,
  };
  switch (kind) {
    case 'email':
      return { kind, to: [], ...wanted };
    case 'folder':
      return { kind, path: '', ...wanted };
    case 'webhook':
      return { kind, url: '', ...wanted };
  }
}

interface OneRecipientProps {
  number: number;
  recipient: Recipient;
  onChange: (recipient: Recipient) => void;
  onRemove: () => void;
}

function OneRecipient({ number, recipient, onChange, onRemove }: OneRecipientProps) {
  return (
    <div className="watch-recipient" role="group" aria-label={text.recipient(number)}>
      <NativeSelect
        size="xs"
        label={text.kind}
        value={recipient.kind}
        data={kinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        onChange={({ currentTarget }) =>
          onChange(emptyRecipient(currentTarget.value as Recipient['kind'], recipient))
        }
      />
      <Place recipient={recipient} onChange={onChange} />
      <Button size="xs" variant="subtle" color="red" onClick={onRemove}>
        {text.remove}
      </Button>
      <Allowed
        kinds={[allowedKinds[recipient.kind]]}
        onTake={(path) => {
          if (recipient.kind === 'folder') onChange({ ...recipient, path });
        }}
      />
      <Group className="wide" gap="md" align="flex-end">
        <Checkbox.Group
          label={text.formats}
          size="xs"
          value={recipient.formats}
          onChange={(formats) => onChange({ ...recipient, formats: formats })}
        >
          <Group gap="sm">
            {deliveryFormats.map((format) => (
              <Checkbox key={format} size="xs" value={format} label={format.toUpperCase()} />
            ))}
          </Group>
        </Checkbox.Group>
        <NativeSelect
          size="xs"
          label={text.language}
          value={recipient.language}
          data={languages().map((one) => ({
            value: one,
            label: languageName(one, messages.page.locale),
          }))}
          onChange={({ currentTarget }) =>
            onChange({ ...recipient, language: currentTarget.value })
          }
        />
        <Trial recipient={recipient} />
      </Group>
    </div>
  );
}

interface PlaceProps {
  recipient: Recipient;
  onChange: (recipient: Recipient) => void;
}

function Place({ recipient, onChange }: PlaceProps) {
  // A comma that is being written must not vanish at once.
  const [written, setWritten] = useState(recipient.kind === 'email' ? recipient.to.join(', ') : '');
  switch (recipient.kind) {
    case 'email':
      return (
        <TextInput
          size="xs"
          label={text.to}
          value={written}
          onChange={({ currentTarget: { value } }) => {
            setWritten(value);
            onChange({ ...recipient, to: addressesIn(value) });
          }}
        />
      );
    case 'folder':
      return (
        <TextInput
          size="xs"
          label={text.path}
          value={recipient.path}
          onChange={({ currentTarget }) => onChange({ ...recipient, path: currentTarget.value })}
        />
      );
    case 'webhook':
      return (
        <TextInput
          size="xs"
          label={text.url}
          value={recipient.url}
          onChange={({ currentTarget }) => onChange({ ...recipient, url: currentTarget.value })}
        />
      );
  }
}

function addressesIn(written: string): string[] {
  return written
    .split(/[,;\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Sends a few words to it, and says what came of that. */
function Trial({ recipient }: { recipient: Recipient }) {
  const [said, setSaid] = useState<{ error: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async () => {
    setBusy(true);
    setSaid(null);
    try {
      setSaid(await send('tryRecipient', {}, { recipient }));
    } catch (error) {
      setSaid({ error: error instanceof Error ? error.message : String(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="xs" variant="default" loading={busy} onClick={() => void attempt()}>
        {text.tryIt}
      </Button>
      <Text size="sm" role="status" className="breaks">
        {said && (
          <StateText
            tone={said.error === null ? 'well' : 'wrong'}
            says={said.error ?? text.tried}
          />
        )}
      </Text>
    </>
  );
}

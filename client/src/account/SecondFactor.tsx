import { Alert, Code, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { messages } from '../../../domain/messages/later.ts';
import { ask, send } from '../api/fetch.ts';
import { CopyAction } from '../ui/CopyAction.tsx';
import { Asking } from './Asking.tsx';

const text = messages.peoplePage.secondFactor;
const factorKey = ['my-second-factor'];
const pictureSize = 200;

interface Begun {
  secret: string;
  address: string;
}

/** One's own second factor: set up, shown to work, taken off. */
export function SecondFactor() {
  const client = useQueryClient();
  const factor = useQuery({
    queryKey: factorKey,
    queryFn: ({ signal }) => ask('mySecondFactor', {}, {}, signal),
  });
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const again = () => client.invalidateQueries({ queryKey: factorKey });
  if (!factor.data) return null;
  const { on, recovery_codes } = factor.data;
  return (
    <section aria-labelledby="account-factor">
      <Title order={2} size="h4" id="account-factor">
        {text.title}
      </Title>
      <Text size="sm" c="dimmed">
        {text.about}
      </Text>
      {codes && <RecoveryCodes codes={codes} />}
      {on && (
        <>
          <Text size="sm">{text.isOn(recovery_codes)}</Text>
          <Asking
            label={text.code}
            submit={text.takeOff}
            variant="default"
            send={async (code) => {
              await send('removeMySecondFactor', {}, { code });
              setCodes(null);
              notifications.show({ message: text.isOff });
              await again();
            }}
          />
        </>
      )}
      {!on && !begun && (
        <Asking
          label={text.password}
          submit={text.begin}
          isPassword
          send={async (password) => setBegun(await send('beginSecondFactor', {}, { password }))}
        />
      )}
      {!on && begun && (
        <>
          <Shown {...begun} />
          <Asking
            label={text.firstCode}
            submit={text.confirm}
            send={async (code) => {
              setCodes((await send('confirmSecondFactor', {}, { code })).recovery_codes);
              setBegun(null);
              await again();
            }}
          />
        </>
      )}
    </section>
  );
}

/** What an authenticator scans, and what is typed where there is no camera. */
function Shown({ secret, address }: Begun) {
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(address))}`;
  return (
    <Stack gap="xs" mt="xs">
      <Text size="sm">{text.scan}</Text>
      <img src={picture} alt={text.picture} width={pictureSize} height={pictureSize} />
      <Group gap="xs">
        <Text size="sm">{text.type}</Text>
        <Code className="account-secret">{secret}</Code>
        <CopyAction value={secret} label={text.copy} done={text.copy} />
      </Group>
    </Stack>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <Alert my="xs" title={text.recovery}>
      <Group gap="xs" align="flex-start">
        <Code block>{codes.join('\n')}</Code>
        <CopyAction value={codes.join('\n')} label={text.copy} done={text.copy} />
      </Group>
    </Alert>
  );
}

import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { Failure } from '../ui/Failure.tsx';
import { useAuditCheck } from './audit-queries.ts';

const text = messages.auditPage.check;

/** Whether the chain holds, told when it is asked for. */
export function ChainCheck() {
  const [asked, setAsked] = useState(false);
  const check = useAuditCheck(asked);
  const { data, error, isFetching } = check;
  const go = () => {
    if (asked) void check.refetch();
    else setAsked(true);
  };
  return (
    <section aria-label={text.title}>
      <Button size="xs" variant="default" loading={isFetching} onClick={go}>
        {text.button}
      </Button>
      <div aria-live="polite">
        {isFetching && (
          <Text size="sm" mt="xs">
            {text.checking}
          </Text>
        )}
        {error && !isFetching && <Failure error={error} onRetry={() => void check.refetch()} />}
        {data && !isFetching && (
          <Alert
            my="sm"
            color={data.whole ? 'gray' : 'orange'}
            icon={data.whole ? <IconShieldCheck size={18} /> : <IconAlertTriangle size={18} />}
            title={
              data.whole
                ? text.whole(data.entries, data.logs.length)
                : text.broken(data.faults.length)
            }
          >
            {data.head !== null && (
              <Text size="sm" className="breaks">
                {text.head} <code>{data.head}</code>
              </Text>
            )}
            <Text size="sm">
              {text.anchors(data.anchors.filter(({ holds }) => holds).length, data.anchors.length)}
            </Text>
            {data.faults.length > 0 && (
              <ul>
                {data.faults.map(({ detail }) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
          </Alert>
        )}
      </div>
    </section>
  );
}

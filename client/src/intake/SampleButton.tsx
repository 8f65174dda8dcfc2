import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { send } from '../api/fetch.ts';
import { addressOfIntake } from './address.ts';

/** Loads what ships with Skein, and leads to where that is seen. */
export function SampleButton() {
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const load = useMutation({
    mutationFn: async () => {
      const { id } = await send('beginIntake', {}, { sample: true });
      await send('loadIntake', { intake: id }, {});
      return id;
    },
    onSuccess: (id) => {
      void client.invalidateQueries({ queryKey: ['intakes'] });
      navigate(addressOfIntake(id));
    },
  });
  const busy = load.isPending;
  return (
    <div>
      <Button
        aria-disabled={busy}
        data-disabled={busy || undefined}
        onClick={() => {
          if (!busy) load.mutate();
        }}
      >
        {messages.page.state.loadSample}
      </Button>
      {load.error && (
        <Text size="sm" mt={6} role="alert" className="breaks">
          {load.error.message}
        </Text>
      )}
    </div>
  );
}

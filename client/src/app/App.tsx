import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { SignInGate } from '../account/SignInGate.tsx';
import { createQueryClient } from '../api/queries.ts';
import { KeepingProvider } from '../cases/keeping.tsx';
import { styleNonce, theme } from '../theme/theme.ts';
import { Crash } from './Crash.tsx';
import { Page } from './Page.tsx';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Crash>
        <QueryClientProvider client={client}>
          <Notifications position="bottom-center" autoClose={4000} />
          <SignInGate>
            <WorkspaceProvider>
              <KeepingProvider>
                <Page />
              </KeepingProvider>
            </WorkspaceProvider>
          </SignInGate>
        </QueryClientProvider>
      </Crash>
    </MantineProvider>
  );
}

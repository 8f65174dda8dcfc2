import { useComputedColorScheme } from '@mantine/core';

export type Scheme = 'light' | 'dark';

/** Light or dark as it is now, whether chosen or followed from the system. */
export function useScheme(): Scheme {
  return useComputedColorScheme('light', { getInitialValueInEffect: false });
}

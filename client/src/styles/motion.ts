import { useLocalStorage, useReducedMotion } from '@mantine/hooks';

/** Whether things glide to where they go; as the system says until the analyst says otherwise. */
export function useMotion(): [boolean, (on: boolean) => void] {
  const reduced = useReducedMotion(undefined, { getInitialValueInEffect: false });
  const [chosen, choose] = useLocalStorage<'on' | 'off' | 'system'>({
    key: 'skein-motion',
    defaultValue: 'system',
    getInitialValueInEffect: false,
  });
  const on = chosen === 'system' ? !reduced : chosen === 'on';
  return [on, (next) => choose(next ? 'on' : 'off')];
}

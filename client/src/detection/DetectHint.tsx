import { DetectButton } from './DetectButton.tsx';

/** Below a text that tells to run `skein detect`: the button that does. */
export function DetectHint({ says }: { says: string }) {
  if (!says.includes('`skein detect`')) return null;
  return (
    <div>
      <DetectButton variant="default" />
    </div>
  );
}

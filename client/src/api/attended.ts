/** After that long without a touch, what the page asks it asks by itself. */
const restMs = 60_000;

let touched = performance.now();

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

for (const sign of signs)
  addEventListener(sign, () => (touched = performance.now()), { capture: true, passive: true });

/** Whether somebody sits before the page, by what they last did there. */
export function isAttended(): boolean {
  return performance.now() - touched < restMs;
}

/*
 * Whether somebody is at work on this device: a key or a touch within the last minute. What the page fetches by itself after that is marked, so that
 * a screen left open does not keep its session alive.
 */
const STILL_HERE = 60_000;
let last = performance.now();

for (const event of ['pointerdown', 'keydown'] as const)
  window.addEventListener(event, () => (last = performance.now()), { capture: true, passive: true });

export function isSomebodyHere(): boolean {
  return performance.now() - last < STILL_HERE;
}

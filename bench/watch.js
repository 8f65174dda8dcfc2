/* Put into a measured page before anything else runs; a plain script, since the page is given its text. */
{
  /** @type {{ tasks: { at: number, ms: number }[], frames: number[], panning: boolean }} */
  const watched = { tasks: [], frames: [], panning: false };
  Object.assign(globalThis, { watched });
  new globalThis.PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watched.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  let before = 0;
  /** @param {number} now */
  const frame = (now) => {
    if (watched.panning && before > 0) watched.frames.push(now - before);
    before = now;
    globalThis.requestAnimationFrame(frame);
  };
  globalThis.requestAnimationFrame(frame);
}

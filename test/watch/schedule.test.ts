import { describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../server/problems.ts';
import { checkSchedule, startSchedule } from '../../server/watch/schedule.ts';

const everySecond = '* * * * * *';

/** What is logged, and a promise of the first line that holds a text. */
function logbook() {
  const lines: string[] = [];
  const waiting: { text: string; found: (line: string) => void }[] = [];
  return {
    lines,
    log: (line: string) => {
      lines.push(line);
      for (const { text, found } of waiting) if (line.includes(text)) found(line);
    },
    holds: (text: string) => new Promise<string>((found) => waiting.push({ text, found })),
  };
}

describe('a schedule', () => {
  test('fires at its times and says which is next', async () => {
    const { lines, log } = logbook();
    let times = 0;
    await new Promise<void>((twice) => {
      const schedule = startSchedule({
        cron: everySecond,
        log,
        run: () => {
          times += 1;
          if (times === 2) twice();
        },
      });
      onTestFinished(() => schedule.stop());
      expect(schedule.next()!.getTime()).toBeGreaterThan(Date.now());
    });
    expect(times).toBe(2);
    expect(lines[0]).toMatch(/^Next scheduled report: \d{4}-/);
  });

  test('goes on after a run that failed, and logs why', async () => {
    const { log, holds } = logbook();
    let times = 0;
    const failed = holds('the disk is full');
    await new Promise<void>((again) => {
      const schedule = startSchedule({
        cron: everySecond,
        log,
        run: () => {
          times += 1;
          if (times === 1) throw new Error('the disk is full');
          again();
        },
      });
      onTestFinished(() => schedule.stop());
    });
    expect(await failed).toBe('The scheduled report failed: the disk is full');
  });

  test('never runs twice at once', async () => {
    const { log, holds } = logbook();
    const leftOut = holds('left out');
    let running = 0;
    let most = 0;
    const schedule = startSchedule({
      cron: everySecond,
      log,
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await leftOut;
        running -= 1;
      },
    });
    onTestFinished(() => schedule.stop());
    await leftOut;
    expect(most).toBe(1);
  });

  test('once stopped has no next time, and what ends later says nothing', async () => {
    const { lines, log } = logbook();
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await new Promise<void>((started) => {
      const schedule = startSchedule({
        cron: everySecond,
        log,
        run: async () => {
          schedule.stop();
          started();
          await ended;
        },
      });
    });
    const before = lines.length;
    end();
    await ended;
    await new Promise(setImmediate);
    expect(lines).toHaveLength(before);
  });

  test('keeps to its time zone', () => {
    const schedule = startSchedule({
      cron: '0 7 * * *',
      timezone: 'Asia/Seoul',
      log: () => undefined,
      run: () => undefined,
    });
    expect(schedule.next()!.getUTCHours()).toBe(22);
    schedule.stop();
    expect(schedule.next()).toBeNull();
  });

  test.each([
    ['x', undefined, '"x" is not a cron expression'],
    ['0 7 * *', undefined, 'five, six, or seven'],
    ['61 * * * *', undefined, 'minute: 61'],
    ['0 7 31 2 *', undefined, 'names no time that will come'],
    ['2030-01-01T00:00:00', undefined, 'it holds a colon'],
    ['0 7 * * *', 'Mars/Olympus', 'Mars/Olympus is not a time zone'],
  ])('refuses %s in %s in one line', (cron, timezone, text) => {
    expect(() => checkSchedule(cron, timezone)).toThrow(UsageError);
    expect(() => checkSchedule(cron, timezone)).toThrow(text);
    try {
      checkSchedule(cron, timezone);
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
    }
  });
});

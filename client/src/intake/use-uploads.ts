import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { addressOfIntake } from './address.ts';
import { replacing } from './queries.ts';
import { upload } from './upload.ts';
import { takeWaiting, useWaiting } from './waiting-files.ts';

/** A file on its way, or one that was not taken. */
export interface Upload {
  key: number;
  name: string;
  sent: number;
  size: number;
  problem: string | null;
  stop: AbortController;
}

let keys = 0;

/** Sends the files that wait, one after the other; without an intake yet it begins one. */
export function useUploads(id: string | null, room: number | null) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const beginning = useRef(false);
  const waiting = useWaiting();

  const change = useCallback(
    (key: number, part: Partial<Upload> | null) =>
      setUploads((all) =>
        part === null
          ? all.filter((each) => each.key !== key)
          : all.map((each) => (each.key === key ? { ...each, ...part } : each)),
      ),
    [],
  );

  const sendOne = useCallback(
    async (intake: string, file: File, one: Upload) => {
      const { key, stop } = one;
      try {
        stop.signal.throwIfAborted();
        if (room !== null && file.size > room)
          throw new Error(messages.intake.upload.noRoom(file.size, room));
        const onSent = (sent: number) => change(key, { sent });
        const taken = await upload(intake, file, { signal: stop.signal, onSent });
        client.setQueryData(['intake', intake], replacing(taken));
        change(key, null);
      } catch (error) {
        change(key, {
          problem: stop.signal.aborted ? messages.intake.page.stopped : messageOf(error),
        });
      }
    },
    [client, change, room],
  );

  useEffect(() => {
    if (waiting.length === 0) return;
    if (id === null) {
      if (beginning.current) return;
      beginning.current = true;
      send('beginIntake', {}, { sample: false })
        .then((intake) => {
          client.setQueryData(['intake', intake.id], intake);
          navigate(addressOfIntake(intake.id));
        })
        .catch((error: unknown) => {
          takeWaiting();
          announceProblem(error);
        })
        .finally(() => (beginning.current = false));
      return;
    }
    // Until the intake is known it is not known how much fits.
    if (room === null) return;
    const begun = takeWaiting().map((file) => ({ file, one: uploadOf(file) }));
    const shown = Promise.resolve().then(() =>
      setUploads((all) => [...all, ...begun.map(({ one }) => one)]),
    );
    queue.current = Promise.all([queue.current, shown]);
    for (const { file, one } of begun)
      queue.current = queue.current.then(() => sendOne(id, file, one));
  }, [waiting, id, room, client, navigate, sendOne]);

  const dismiss = useCallback((key: number) => change(key, null), [change]);
  return { uploads, dismiss };
}

function uploadOf({ name, size }: File): Upload {
  keys += 1;
  return { key: keys, name, sent: 0, size, problem: null, stop: new AbortController() };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

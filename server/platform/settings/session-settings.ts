import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';

/** When a session is over, in milliseconds: after it was last used, and after it began at the latest. */
export interface SessionEnds {
  idleMs: number;
  longestMs: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A working day, so that whoever comes in the morning proves anew who they are; and a week. */
export const usualSessions: SessionEnds = { idleMs: 8 * hourMs, longestMs: 7 * 24 * hourMs };

const text = messages.commands.settings;

/** The variables of sessions, to stand among the others. */
export const sessionVariables = {
  SKEIN_SESSION_IDLE_MINUTES: between(5, 7 * 24 * 60, text.sessionMinutes),
  SKEIN_SESSION_HOURS: between(1, 90 * 24, text.sessionHours),
};

type SessionValues = z.output<z.ZodObject<typeof sessionVariables>>;

/** Of valid variables; nothing where none is set. */
export function sessionSettings(values: SessionValues): { sessions?: SessionEnds } {
  const { SKEIN_SESSION_IDLE_MINUTES: minutes, SKEIN_SESSION_HOURS: hours } = values;
  if (minutes === undefined && hours === undefined) return {};
  return {
    sessions: {
      idleMs: minutes === undefined ? usualSessions.idleMs : minutes * minuteMs,
      longestMs: hours === undefined ? usualSessions.longestMs : hours * hourMs,
    },
  };
}

/** By the variables' own names. */
export function shownSessions({ idleMs, longestMs } = usualSessions): Record<string, number> {
  return {
    SKEIN_SESSION_IDLE_MINUTES: idleMs / minuteMs,
    SKEIN_SESSION_HOURS: longestMs / hourMs,
  };
}

function between(least: number, most: number, problem: (least: number, most: number) => string) {
  return z
    .string()
    .regex(/^\d{1,9}$/, problem(least, most))
    .transform(Number)
    .refine((count) => count >= least && count <= most, problem(least, most))
    .optional();
}

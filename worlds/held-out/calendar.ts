/** A day in milliseconds. */
export const day = 86_400_000;
/** Half a year is watched. */
export const start = Date.UTC(2025, 0, 6);
/** How many days are watched. */
export const days = 182;
/** When watching ends. */
export const end = start + days * day;

/** A time as the platform writes it: to the second, as it fell. */
export const stamp = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

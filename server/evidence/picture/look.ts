/** How things in a picture look: sizes in pixels, colours on white paper. */

export const ink = '#1b2735';
export const faint = '#56657a';
/** Names of what is shown for context alone: lighter, and still to be read. */
export const contextInk = '#7b8796';
export const ground = '#ffffff';

/** Of lines that the data state, and of those that the program inferred. */
export const lineColour = '#93a1b3';
export const inferredColour = '#6f8197';
export const dashes = '5 3.5';
/** Of lines that analysts added by hand. */
export const dots = '2 2.6';
/** Of signs that stand for any type. */
export const anyColour = '#6b7280';

export const rejectedOpacity = 0.4;
/** Of what is shown for context alone, with its lines and its name. */
export const contextOpacity = 0.38;

export const ring = { width: 2.6, colour: '#d9480f', track: '#f3d9cb', gap: 1.2 } as const;

/** Accounts are what it is about. */
export const accountLook = { radius: 14, fontSize: 13, mostWidth: 170 } as const;
export const otherLook = { radius: 8.5, fontSize: 11, mostWidth: 120 } as const;

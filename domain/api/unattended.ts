/**
 * The page sends it with what it asks by itself while nobody has touched it for a while, so that a session ends though its page
 * stays open. Left out, it only lets one's own session go on.
 */
export const unattendedHeader = 'skein-unattended';

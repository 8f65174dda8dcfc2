/** Java compiles quickly rather than well: for a server that is gone before better code would pay. */
export const quickJava = '-XX:TieredStopAtLevel=1';

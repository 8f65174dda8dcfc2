/** What facts that several detectors have count. */

/** `unrelated`: a party is an account, or several that are openly connected. */
export const partiesCounted =
  'parties sans rapport entre elles (des comptes ouvertement liés en font une)';

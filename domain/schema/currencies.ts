/**
 * ISO 4217 codes, current and withdrawn, as the runtime's own CLDR tables list them, with the
 * virtual currencies that payout data carries under a ticker.
 */
export const currencies: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf('currency'),
  'BTC',
  'ETH',
  'USDT',
  'USDC',
  'XMR',
  'TRX',
  'LTC',
  'BNB',
  'DAI',
]);

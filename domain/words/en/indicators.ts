/** The advisory's indicators, as they are declared. */
export { indicators as indicatorsWords } from '../../indicators.ts';

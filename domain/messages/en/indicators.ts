/** The advisory's indicators, as they are declared. */
export { indicators as indicatorsMessages } from '../../indicators.ts';

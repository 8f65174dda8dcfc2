/** Of what one person may ask so much an hour and no more; how much is a setting (docs/SETTINGS.md). */
export type Quota = 'queries' | 'uploads' | 'exports';

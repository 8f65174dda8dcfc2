import { messages } from '../../../../domain/messages/index.ts';
import { anchor, type KeptAnchor } from '../../../operations/audit/anchor.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, remark } from './print.ts';
import { withDatabase } from './with-database.ts';

const says = messages.audit.anchor;

/** Puts the end of the chain outside, wherever the settings say. */
export function anchorNow(): Promise<void> {
  return withDatabase(async (database) => {
    const { kept, failed } = await anchor(database, readSettings(), new Date());
    print(says.done(kept.count, placesOf(kept)));
    for (const why of failed) remark(says.notTaken(why));
  });
}

function placesOf({ timestamp, file, mail }: KeptAnchor): string[] {
  return [
    ...(timestamp ? [says.places.timestamp] : []),
    ...(file ? [says.places.file] : []),
    ...(mail > 0 ? [says.places.mail(mail)] : []),
  ];
}

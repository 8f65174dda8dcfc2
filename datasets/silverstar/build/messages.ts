import { at, hour, isoTime } from './calendar.ts';
import { handIn } from './papers.ts';
import type { Random } from './random.ts';
import type { BidStyle, Member, Sample } from './sample.ts';

const reports = [
  'The first part is up on the test page, have a look when you can.',
  'One thing came up: the pictures you sent are too small for print.',
  'I am a day late, the old data took longer than I thought.',
  'Could you tell me which of the two versions your colleagues like?',
  'Done with the forms, the export is next.',
  'I found the fault, it was a wrong date in the import.',
  'Shall we have a short call on Thursday?',
  'The texts are in, please check the names.',
  'Everything runs; I left notes on how to restart it.',
];
const requests = [
  'I will be away on Friday and back on Monday.',
  'Please send me the logo as a vector file.',
  'Your changes are fine and cost nothing extra.',
  'The invoice follows at the end of the week.',
  'Thank you for the quick answer.',
  'Tell me if the colours are off on your screen.',
];

const styles: Record<BidStyle, (random: Random) => string> = {
  'own words': (random) => `${random.pick(reports)} ${random.pick(requests)}`,
  'common template': (random) => `${random.pick(reports)} ${random.pick(requests)}`,

  // H6, H8: away from the platform, and pay in virtual currency.
  'remote farm': (random) =>
    `Dear sir, thank you for your trust. For fast communication kindly share your contact of other messenger, because this chat is slow on my side. Also my account has ${random.pick(['some limit', 'small problem', 'verification issue'])} now, so if possible please pay by crypto, I can give you ${random.pick(['5', '8', '10'])}% discount.`,

  'rating ring': (random) =>
    `Dear customer, today's progress is ${random.pick(['100%', '99%'])} as planned and all working steps are finished. Kindly release the milestone and leave a five star review, it is very important for our long cooperation.`,
};

/** Project communication: some of those whose bid was accepted write to their client. */
export function addMessages(sample: Sample, random: Random): void {
  const members = new Map(sample.members.map((member) => [member.id, member]));
  const clients = new Map(
    sample.data.rows('jobs').map((row) => [row.job_id, row.client_account_id]),
  );
  for (const row of sample.data.rows('bids')) {
    const member = members.get(String(row.account_id));
    if (!member || row.status !== 'accepted' || !random.chance(0.4)) continue;
    const sent = at(String(row.submitted_at)) + random.int(20, 300) * hour;
    if (sent < member.until) write(sample, random, member, { to: clients.get(row.job_id), sent });
  }
}

function write(
  sample: Sample,
  random: Random,
  member: Member,
  about: { to: string | number | undefined; sent: number },
): void {
  handIn(sample, random, member, {
    kind: 'message',
    used_for: 'communication',
    perceptual_hash: undefined,
    text: styles[member.bidStyle](random),
    submitted_at: isoTime(about.sent),
    to_account_id: about.to,
  });
}

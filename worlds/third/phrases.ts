/** The stock of idioms that a platform's people share; `{...}` is filled per text. */
export const bidSlots: string[][] = [
  [
    'Hi there,',
    'Hello,',
    'Dear client,',
    'Good day!',
    'Hey, hope you are well.',
    'Greetings,',
    'Hello and thanks for posting.',
    'Hi, {given} here.',
    'Dear hiring manager,',
    'Hello sir/madam,',
    'Good morning,',
    'Hi!',
  ],
  [
    'I read your post about "{title}" and it is close to what I do every week.',
    'Your project "{title}" caught my eye.',
    'I would like to help you with {title}.',
    'I am interested in this job and can begin soon.',
    'I went through the description twice and have a clear picture of {title}.',
    'This looks like a good fit for my {trade} background.',
    'I just finished something similar to {title}.',
    'You need {title}; I have done this before.',
    'I have carefully read your requirements.',
    'It would be a pleasure to work on {title}.',
    'I noticed that you are looking for somebody with {skill}.',
    'The job you describe is my daily bread.',
    'I can do {title} for you.',
    'I am writing about {title}, which I think I can do well.',
  ],
  [
    'I have {years} years of experience in {trade}.',
    'For {years} years I have worked with {skill} and {skill2}.',
    'My main tools are {skill} and {skill2}.',
    'I am a {trade} specialist with {years}+ years behind me.',
    'I know {skill} well and use {skill2} when it helps.',
    'I am experienced in {skill}, {skill2} and related work.',
    'Over the last {years} years I delivered many {trade} projects.',
    'My background is in {trade}; most of my clients come back.',
    'I have been freelancing for {years} years, mostly {trade}.',
    'I trained in {trade} and have kept at it for {years} years.',
    '{skill} is what I am best at.',
    'I have a strong command of {skill}.',
  ],
  [
    'I would start with a short call, then send you a first draft.',
    'First I would look at what you have, then propose a plan with milestones.',
    'My plan: a small sample first, then the rest in two steps.',
    'I work in small steps, so you can see progress each day.',
    'I will send a first version for comments before going further.',
    'I always test my work before handing over.',
    'You will get clean files and a short note on how to use them.',
    'Before I begin I have two or three questions about the scope.',
    'I prefer to agree on the details in writing first.',
    'I will keep you posted every day.',
    'I can share samples of earlier work if you like.',
    'We can begin with a paid trial task.',
    'I include two rounds of revision.',
  ],
  [
    'I can start today.',
    'I am available {hours} hours a week.',
    'The whole thing would take me about {days} days.',
    'I could deliver within {days} days.',
    'My estimate is {days} days, perhaps less.',
    'I am free from Monday.',
    'I have time for this right now.',
    'Time is not a problem, I can adapt to your hours.',
    'It should be done in {days} days if all goes well.',
    'I am flexible about the deadline.',
    'I can put {hours} hours per week into it.',
  ],
  [
    'Looking forward to hearing from you.',
    'Best regards, {given}',
    'Thank you for your time.',
    'Let me know what you think.',
    'Kind regards, {given}',
    'Feel free to message me with any question.',
    'Hope to work with you soon.',
    'Thanks, {given}',
    'Please message me so we can discuss.',
    'I am waiting for your reply.',
    'Talk soon!',
    'Sincerely, {given}',
  ],
];

export const talkSlots: string[][] = [
  [
    'Hi,',
    'Hello again,',
    'Good day,',
    'Hey,',
    'Hi, quick update:',
    'Hello,',
    'Thanks for the message.',
    'Morning!',
    'Hi, {given} here.',
  ],
  [
    'The first part of {title} is ready.',
    'I have uploaded the files for you to look at.',
    'I am about half way through.',
    'I fixed the points you mentioned.',
    'I found a small problem and am on it.',
    'Everything is going as planned.',
    'The draft is attached.',
    'I need one more day for the last part.',
    'I have pushed the changes.',
    'Sorry for the late reply, it was a busy day.',
    'The work on {title} is finished from my side.',
    'I had some trouble with the connection but I am back.',
    'I have started and will show you something tomorrow.',
  ],
  [
    'Could you check it when you have time?',
    'Do you have a preference for the colours?',
    'Can you send me the access once more?',
    'Please tell me if anything is missing.',
    'Shall I go on with the next step?',
    'Could we have a short call this week?',
    'Would you mind if I change the order a little?',
    'Is Friday still fine for you?',
    'May I ask which version you prefer?',
    'If you are happy with it, please release the milestone.',
    'Could you have a look at the last file?',
  ],
  [
    'Thanks!',
    'Best, {given}',
    'Have a nice day.',
    'Regards, {given}',
    'Speak soon.',
    'Thank you for your patience.',
    'Cheers, {given}',
    'All the best.',
    'Let me know.',
  ],
];

/** Parts of a sentence about something one did; far more of them than there are people. */
export const storyParts: string[][] = [
  [
    'Last spring I rebuilt',
    'Two years ago I took over',
    'In my last project I finished',
    'During the summer I prepared',
    'Not long ago I repaired',
    'With a friend I set up',
    'On my own I planned',
    'For a whole year I looked after',
    'At short notice I delivered',
    'Recently I redesigned',
    'Back in 2019 I started',
    'Over a weekend I saved',
    'As a side job I kept up',
    'After university I launched',
    'Step by step I moved',
  ],
  [
    'the booking pages',
    'a stock list with 4,000 items',
    'the member area',
    'a catalogue in three languages',
    'the newsletter',
    'a phone app',
    'the invoices',
    'a set of icons',
    'the customer database',
    'a training film',
    'the order forms',
    'an old web shop',
    'the yearly report',
    'a map of all branches',
    'the help pages',
    'a small game',
    'the price calculator',
    'the survey data',
  ],
  [
    'of a bicycle shop',
    'of a dental practice',
    'for a choir',
    'of a family hotel',
    'for a bakery chain',
    'of a language school',
    'for a sports club',
    'of a wine merchant',
    'for a museum',
    'of a removal firm',
    'for a seed company',
    'of a law office',
    'for a fishing port',
    'of a yoga studio',
    'for a furniture maker',
    'of an animal shelter',
    'for a printing house',
    'of a travel agent',
  ],
  [
    'and it still runs today.',
    'which cut the waiting time by half.',
    'and they came back with two more jobs.',
    'without a single day offline.',
    'in less than three weeks.',
    'and kept within the budget.',
    'although the papers were lost.',
    'and trained their staff afterwards.',
    'which was harder than it sounds.',
    'and learned a lot on the way.',
    'so that orders doubled.',
    'to the great relief of the owner.',
    'with almost no money.',
    'and wrote the manual too.',
  ],
];

/** Swaps that people make when they do not want a copy to look like one. */
export const swaps: Record<string, string[]> = {
  job: ['task', 'project'],
  project: ['job', 'task'],
  work: ['work', 'working'],
  start: ['begin', 'get going'],
  begin: ['start'],
  send: ['share', 'give'],
  small: ['little', 'short'],
  experience: ['practice', 'know-how'],
  well: ['very well', 'properly'],
  help: ['assist', 'support'],
  finished: ['completed', 'done'],
  client: ['customer'],
  clients: ['customers'],
  first: ['initial', 'first'],
  time: ['time', 'a moment'],
  good: ['great', 'nice'],
  about: ['on', 'regarding'],
  before: ['earlier', 'before'],
  would: ['will', 'would'],
  soon: ['shortly', 'quickly'],
};

export const praise: string[] = [
  'Great work, thank you!',
  'Good communication and quick delivery.',
  'Very happy with the result.',
  'Would hire again.',
  'Did what was asked.',
  'Excellent, highly recommended.',
  'A pleasure to work with.',
  'Delivered on time.',
  'Nice job.',
  'Professional and friendly.',
  'Understood at once what I needed.',
  'Fast and reliable.',
  'Perfect, as always.',
  'Good value for the money.',
  'Very patient with my changes.',
  'Went the extra mile on {title}.',
  'Solid work on {title}.',
  'Thanks for the quick help with {title}.',
];

export const complaints: string[] = [
  'Had to ask several times.',
  'Late, but the result is fine.',
  'Not what I expected.',
  'Quality was mixed.',
  'Stopped answering in the middle.',
  'Some mistakes left in the files.',
  'Okay for the price.',
  'Communication could be better.',
];

export interface Trade {
  id: string;
  skills: string[];
  titles: string[];
}

const tradeLines =
  `web:React,Vue,PHP,Django,WordPress,Node:landing page,web shop,booking site,member area,site speed-up,plugin fix
mobile:Flutter,Kotlin,Swift,React Native,Firebase:delivery app,fitness app,chat feature,app store release,login screen,offline mode
design:Figma,Illustrator,Photoshop,branding,typography:logo,brochure,icon set,packaging,pitch deck,poster series
data:Python,SQL,pandas,dashboards,Excel:sales dashboard,data cleaning,price model,survey report,web scraping,forecast
writing:copywriting,editing,SEO,research,proofreading:blog series,product texts,white paper,newsletter,e-book edit,press release
translation:subtitles,legal texts,localisation,glossaries,proofreading:manual translation,subtitle set,contract translation,site localisation,app strings
video:Premiere,After Effects,sound,colour,storyboards:product film,wedding edit,channel intro,training clip,short series
blockchain:Solidity,Rust,smart contracts,web3,audits:token contract,wallet page,contract audit,staking page,NFT site
support:chat,tickets,CRM,phone,knowledge bases:customer chat,ticket backlog,help desk,order follow-up,CRM clean-up
admin:bookkeeping,data entry,scheduling,spreadsheets,research:invoice entry,inbox care,supplier list,monthly books,travel plans
engineering:AutoCAD,SolidWorks,drawings,simulation,PCB:housing drawing,circuit board,floor plan,part model,stress check`.split(
    '\n',
  );

export const trades: Trade[] = tradeLines.map((line) => {
  const [id, skills, titles] = line.split(':');
  return { id: id!, skills: skills!.split(','), titles: titles!.split(',') };
});

export const schools =
  'Riverside Polytechnic,Hilltop University,Eastern Institute of Technology,St. Anne College,National Open University,Lakeview School of Design,City Technical College,Metropolitan University,Northern Academy,Institute of Applied Arts,Harbour University,Central College of Commerce,Plains State University,Mountain Institute,Capital University of Science'.split(
    ',',
  );

export const firmWords: [string[], string[], string[]] = [
  'Blue,Bright,North,Silver,Green,Quick,Red,Clear,True,Open,Prime,Deep,Wide,Calm,Bold,Amber,Stone,Swift,High,Lumen'.split(
    ',',
  ),
  'Leaf,Harbor,Pixel,Bridge,Field,Wave,Loop,Forge,Peak,Grid,Path,Cloud,Mill,Reef,Spark,Orbit,Nest,Stack,Root,Lane'.split(
    ',',
  ),
  'Studio,Labs,Works,Digital,Solutions,Group,Media,Software,Partners,Systems,Consulting,Services'.split(
    ',',
  ),
];

import type { Random } from '../chance/random.ts';
import { say } from './grammar.ts';

/** What people write to each other about work, in the words of everyday. */
const talk = [
  '{Hi|Hello|Hey}, {I {pushed|uploaded|sent|shared}|please find} {the {first|second|new|latest|corrected} {version|draft|files|build}}{. Let me know what you think|, comments welcome|. Have a look when you can|}.',
  '{Could|Can|Would} you {check|confirm|look at|tell me} {the {colours|numbers|addresses|texts|dates}|if {the login|the form|the export|the menu} works {for you|on your side}|which {logo|file|version} is {right|the latest}}?',
  '{The|That} {bug|error|problem|glitch} {with|in} {the {menu|cart|export|search|form}|your {server|mail|hosting}} is {gone|fixed|solved}{; it was {a typo|a cache|an old file|a time-out}||, please try again}.',
  '{I will be|I am} {away|offline|travelling} {on {Friday|Monday|Tuesday}|this weekend|for two days}{, back {on Wednesday|soon|after that}||. Sorry for any delay}.',
  '{Thanks|Thank you}{ for {the quick answer|the feedback|your patience|the files}|}{!|.} {I will go on with {the next part|step two|the tests}|Next comes {the import|the layout|the report}}.',
  '{How|What} about {moving|changing|keeping} {the {header|price list|deadline|button|intro}} {as it is|to the left|to next week|out of the first version}?',
  '{My|Our} {estimate|guess} for {the extra {page|report|screen}|the changes|this} is {two|three|five|eight|twelve} hours{; shall I {start|go on}?|.| and no more.}',
  '{All|Everything} {is|should be} {ready|done|in place} {for {the review|launch|tomorrow}|now}. {Please {release|approve} the milestone when you are {happy|satisfied}.|Tell me if something is missing.|}',
  '{We|I} {need|would need} {the {password|key|account} for {the test server|the mail service|the shop}|a {larger|sharper} logo|{ten|twenty} example rows} {to go on|before {noon|Friday}|when you have a moment}.',
  '{Nice|Good|Great} {work|job|start}{! |. }{The {client|team|boss} liked it|Only {two|three} small things remain|We take it}.',
];

/** What the advisory names; honest people ask some of it too, for honest reasons. */
export type Ask = 'elsewhere' | 'virtual' | 'upfront' | 'identity' | 'executive';
export type Tongue = 'en' | 'zh' | 'ko' | 'ru' | 'fr';

const asking: Readonly<Record<Ask, Readonly<Record<Tongue, readonly string[]>>>> = {
  elsewhere: {
    en: [
      '{Could|Can|Shall} we {go on|continue|talk|move this} {on|over|to} {Telegram|WhatsApp|Skype|Signal|WeChat}{? It is {easier|quicker|simpler}|, {I am rarely here|the chat here is slow}|?}{ My name there is <handle>.| I am <handle> there.|}',
      '{Please |}{write|message|reach|ping} me {directly |}{at|on} <email>{, not {here|through this site}| instead| so that we can speak freely}.',
      'I {prefer|would rather} to {speak|chat|discuss} outside {this|the} {platform|site}{; add me on {Skype|Telegram|Discord}: <handle>|. My mail is <email>}.',
    ],
    zh: [
      '{我们|咱们}{可以|能不能}{加微信|用微信|在微信上|用Telegram}{继续聊|谈|沟通}{吗？|？}{我的号是 <handle>。|这里{回复慢|不方便}。}',
      '请{直接|}发邮件到 <email>，{平台上|这里}不方便{说|谈}。',
    ],
    ko: [
      '{카카오톡|텔레그램|스카이프}으로 {이야기|연락|상의}{할 수 있을까요?|하시죠.} {아이디는 <handle> 입니다.|여기는 답이 늦습니다.}',
      '<email> 로 {직접 |}{메일|연락} 주세요. {여기보다 편합니다.|플랫폼 밖에서 말씀드릴게요.}',
    ],
    ru: [
      '{Давайте|Можем ли мы|Предлагаю} {продолжим|общаться|перейти} в {Телеграм|Telegram|WhatsApp|скайп}{е|}? {Мой ник <handle>.|Здесь {неудобно|медленно}.}',
      '{Пишите|Напишите} {мне |}{напрямую|лично} на <email>, {не через сайт|так быстрее|минуя площадку}.',
    ],
    fr: [
      '{Peut-on|Pouvons-nous|On pourrait} {continuer|parler|échanger} sur {WhatsApp|Telegram|Skype}{ ? Mon identifiant est <handle>.| ? C’est plus simple.}',
      '{Écrivez-moi|Contactez-moi} {directement |}à <email>{, hors de la plateforme|, pas ici|}.',
    ],
  },
  virtual: {
    en: [
      '{Could|Can} you {pay|send the money|settle} in {USDT|bitcoin|crypto|Ethereum|a stablecoin}{? {Banks here are slow|The fees are lower|My bank makes trouble}.|?}',
      'I {accept|take|prefer} {crypto|bitcoin|USDT|virtual currency} {only|best}{, here is my wallet|; no {bank|paper}work that way|}.',
    ],
    zh: [
      '{能不能|可以}用{USDT|比特币|泰达币|虚拟货币}{付款|结算}{吗？|？}{银行{太慢|手续麻烦}。|}',
    ],
    ko: [
      '{비트코인|테더|코인|가상화폐}으로 {받을 수 있을까요?|지급해 주세요.} {은행 {수수료가 높습니다.|절차가 느립니다.}|}',
    ],
    ru: [
      '{Можно|Можете} {оплатить|перевести} {в криптовалюте|в биткоинах|в USDT}? {Банк {долго проверяет|берёт большую комиссию}.|}',
    ],
    fr: [
      '{Pourriez-vous|Peut-on} {payer|régler} en {bitcoin|crypto|USDT|monnaie virtuelle} ? {La banque {est lente|prend trop de frais}.|}',
    ],
  },
  upfront: {
    en: [
      '{Please |Could you |}{pay|release|send} {half|the whole|the full amount|{40|50|60|70} percent} {before I start|in advance|up front|first}{; I {skip|do not do} {calls|check-ins|milestones}||, I need it for {tools|rent|the server}}.',
      'I {work|start} {only |}after {payment|the money arrives|the first payment}{ and {need|want} no milestones| and without review meetings|}.',
    ],
    zh: ['{请|能否}先付{一半|全款|六成}{，收到后开工。|，我再开始。}'],
    ko: [
      '{작업 전에|먼저|선금으로} {절반|전액|60%}을 {보내|입금해} 주세요.{ 중간 점검은 생략합니다.|}',
    ],
    ru: [
      '{Прошу|Нужна} {предоплат{у|а}|аванс} {половины|100 %|60 %} {до начала работы|заранее}.{ Без промежуточных проверок.|}',
    ],
    fr: [
      '{Merci de|Veuillez} {payer|verser} {la moitié|la totalité|60 %} {d’avance|avant de commencer}.{ Pas de réunions d’étape.|}',
    ],
  },
  identity: {
    en: [
      '{Would|Could} you {let me|allow me to} {use|work under|borrow} your {account|name|profile|identity} for {another|one more|a second} {contract|client}? {I {pay|would pay|share} {10|15|20|25} percent.|You {only|just} {verify|log in} and get a share.|}',
      '{I am looking for|I need} {a partner|someone|a person} in {the US|your country|Europe} who {lends|shares|rents out} {a verified account|an identity|his or her details}{; you do nothing and get {a monthly fee|10 percent}|. Easy money|}.',
    ],
    zh: [
      '{能不能|可以}{借|租}用你的{账号|身份|名字}接{别的|另一个}{项目|合同}？{给你{一成|15%|20%}。|每月付你费用。}',
    ],
    ko: [
      '{당신의|선생님} {계정|명의|신분}을 {빌려|대여해} 주실 수 있나요? {수익의 {10|15|20}%를 드립니다.|매달 사례하겠습니다.}',
    ],
    ru: [
      '{Можно|Могу ли я} {взять в аренду|использовать|одолжить} ваш {аккаунт|профиль} {для другого контракта|ещё для одного клиента}? {Плачу {10|15|20} %.|Буду платить каждый месяц.}',
    ],
    fr: [
      '{Pourriez-vous|Accepteriez-vous de} me {prêter|louer} votre {compte|identité|profil} pour {un autre contrat|un autre client} ? {Je verse {10|15|20} %.|Vous recevrez une part.}',
    ],
  },
  executive: {
    en: [
      '{I am|This is} <name>, {CEO|CTO|founder|director} of {a|our} software {company|house}. {We {have|offer|keep} {a team|many developers|30 engineers} {at low rates|ready at once|for any task}|We can take over all your {projects|development}}{. When can we {talk|call}?|.}',
    ],
    zh: [
      '我是{软件公司|科技公司}的{总经理|创始人|首席技术官} <name>，{我们有{成熟|低价}的开发团队|可以承接您的全部项目}。',
    ],
    ko: [
      '{소프트웨어|IT} 회사 {대표|이사} <name> 입니다. {저희 개발팀을|모든 개발을} {저렴하게 |}{제공합니다.|맡을 수 있습니다.}',
    ],
    ru: [
      'Я <name>, {директор|основатель|технический директор} {софтверной компании|ИТ-компании}. {У нас {большая|готовая} команда|Возьмём любые ваши проекты}.',
    ],
    fr: [
      'Je suis <name>, {directeur|fondateur|PDG} d’une société de logiciels. {Nous avons une équipe {prête|à bas prix}|Nous prenons tous vos projets}.',
    ],
  },
};

/** Some keep to one sentence, some write three. */
export function talkText(random: Random): string {
  const sentences = random.shuffled(talk).slice(
    0,
    random.weighted([1, 2, 3], (count) => 4 - count),
  );
  return sentences.map((pattern) => say(random, pattern)).join(' ');
}

export function askText(random: Random, ask: Ask, tongue: Tongue): string {
  return say(random, random.pick(asking[ask][tongue]));
}

const praise = [
  '{Great|Good|Excellent|Solid|Fine} {work|job|communication|result}{, {on time|as agreed|would hire again|thank you}||!}',
  '{Did|Delivered} {what {was asked|we needed}|everything}{, {fast|politely|in good time}|}.',
  '{A pleasure|Easy|Nice} to work with{.|, {recommended|again any time}.}',
  '{Helpful|Patient|Skilled|Reliable} and {quick|careful|honest|friendly}.',
  '{We|I} will {come back|order again|ask again}{.|!}',
];
const blame = [
  '{Late|Slow|Hard to reach}{, but {fine in the end|the result is usable}|. Not again}.',
  '{Not quite|Only half} what {we agreed|I asked for}.',
  '{Several|Some|Too many} {mistakes|delays|questions}.',
];

export function ratingText(random: Random, isGood: boolean): string {
  return say(random, random.pick(isGood ? praise : blame));
}

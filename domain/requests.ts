/**
 * How people word what the advisory warns of: data for `server/detection/derive/risky-requests.ts`. A request is told by
 * ideas that come together in one sentence (`requests`), and each language says by which words it has an idea
 * (`languages`). To add a language, add its words. `refusal` and `work` make a sentence no request: a rule that is
 * quoted, a refusal, talk about what is to be built. Which language a text is in is never evidence. Words meet text
 * in lower case.
 */

export const requestKinds = [
  'other-channel',
  'virtual-currency',
  'paid-before-work',
  'lend-identity',
  'cold-executive',
] as const;
export type RequestKind = (typeof requestKinds)[number];

export type Idea =
  | 'contact'
  | 'mine'
  | 'reach'
  | 'offSite'
  | 'talk'
  | 'pay'
  | 'early'
  | 'release'
  | 'now'
  | 'done'
  | 'noMeeting'
  | 'borrow'
  | 'identity'
  | 'vet'
  | 'standIn'
  | 'gain'
  | 'machine'
  | 'connect'
  | 'title'
  | 'sender'
  | 'offer'
  | 'refusal'
  | 'rule'
  | 'work'
  | 'shop';

/** Names that are the same in every language. */
export const sharedWords = {
  channel:
    /(other|another|different|external) (messenger|chat app)|다른 메신저|외부 메신저|друг\S+ мессенджер|autre messagerie|其他聊天|telegram|whats ?app|\bwe ?chat|weixin|skype|discord|\bsignal\b|viber|kakao|\bzalo\b|wickr|threema|google chat|\bqq\b|微信|飞书|钉钉|텔레그램|카카오톡|카톡|왓츠앱|스카이프|위챗|디스코드|시그널|바이버|телеграм|телег[еуа]|\bтг\b|вотсап|ватсап|вацап|скайп|вайбер|дискорд|вичат/,
  coin: /\busd[tc]\b|\bbtc\b|\beth\b|bitcoin|ethereum|\bether\b|tether|\b[te]rc-?20\b|binance|\bcrypto|\bcoins\b|stablecoin|(virtual|digital) (currency|money|coins?)|monero|monnaie virtuelle|比特币|泰达币|以太坊|以太币|虚拟(货)?币|数字(货)?币|加密(货)?币|稳定币|币安|走u(?![a-z])|비트코인|이더리움|테더|코인|가상 ?화폐|암호 ?화폐|바이낸스|биткоин|битк|крипт|тезер|эфир|стейблкоин|бинанс/,
  paidIn:
    /\b(in|as|by|via|with|through|using|into|en) (\w+ )?(usd[tc]|btc|eth|bitcoins?|ethereum|ether|tether|binance|crypto\w*|coins|stablecoins?|monero)\b|(用|以|发|收|要|给|走|折成).{0,3}(usd[tc]|btc|eth|比特币|泰达币|以太坊|虚拟币|加密货币|数字货币|稳定币|币安)|(usd[tc]|btc|eth|비트코인|이더리움|테더|코인|가상 ?화폐|암호 ?화폐|바이낸스)(으로|로)|(в|на) (usd[tc]|btc|eth|биткоин|крипт|тезер|эфир|стейблкоин|бинанс)|(биткоин|стейблкоин|битк|крипт|тезер)(ом|ами|ой)/,
  wallet: /0x[0-9a-f]{40}\b|\bt[1-9a-hj-np-z]{33}\b|\b(bc1|[13])[a-z0-9]{25,60}\b/,
} as const;
export type SharedIdea = keyof typeof sharedWords;

interface Telling {
  /** Any of these groups of ideas, all met in one sentence. */
  asks: readonly (readonly (Idea | SharedIdea)[])[];
  unless: readonly Idea[];
  /** What anywhere in the text answers an idea: release of what is done is pay after the work. */
  answered?: Readonly<Partial<Record<Idea, Idea>>>;
}

export const requests: Readonly<Record<RequestKind, Telling>> = {
  'other-channel': {
    asks: [['channel'], ['contact', 'mine', 'reach'], ['offSite', 'talk']],
    unless: ['refusal', 'rule', 'work'],
  },
  'virtual-currency': {
    asks: [['coin', 'pay'], ['wallet', 'pay'], ['paidIn']],
    unless: ['refusal', 'rule', 'work'],
  },
  'paid-before-work': {
    asks: [
      ['pay', 'early'],
      ['release', 'now'],
      ['noMeeting', 'pay'],
    ],
    unless: ['rule', 'shop'],
    answered: { release: 'done' },
  },
  'lend-identity': {
    asks: [
      ['borrow', 'identity'],
      ['vet', 'standIn'],
      ['standIn', 'gain'],
      ['vet', 'gain'],
      ['identity', 'gain'],
      ['machine', 'connect'],
    ],
    unless: ['rule', 'work', 'shop'],
  },
  // Met over the whole text, since it is signed at its end.
  'cold-executive': { asks: [['title', 'sender', 'offer']], unless: ['work'] },
};

export const languages: Readonly<Record<string, Readonly<Record<Idea, RegExp>>>> = {
  en: {
    contact:
      /\be-?mail|\bgmail|\bphone|\b(my|your|the) (number|contacts?|inbox)|contact (details|info)|\bat \w+ dot \w+/,
    mine: /\b(private|personal|direct|instead|from now on|faster|quicker|easier)|\bgmail|@|\bat \w+ dot|\b(give|leave|share|get|have)\b.{0,12}\byour\b/,
    reach:
      /\b(contact|reach|writ|send|shoot|drop|call|discuss|talk|share|give|leave|communicat|message|e-?mail me|get in touch|continue|have your)/,
    offSite:
      /\b(outside|off|away from|leave|beyond|bypass\w*|without|not (use|through|via|rely on)|instead of)\b.{0,6}\b(the |this |that )?(\w+ (of|on) )?(the |this |that )?(platform|site|website|marketplace|system)\b/,
    talk: /\b(talk|discuss|take|move|chat|communicat|contact|continue|deal|work|meet|connect|let'?s|better|easier|prefer|could we|can we|rest)/,
    pay: /\b(pay|paid|payout|send|sent|transfer|settl|receiv|deposit|wire|wages?\b|fees?\b|salar|invoice|milestone|money|compensat|discount|amount|sum\b|(full|whole|complete|total) price|dollars|percent|half|accept|take|charges|fund|advance|prepa|remain|address)/,
    early:
      /\b(up ?front|beforehand|in advance|an advance|prepa(y|id)|pre-?payment|advance me|(pay|money|payment)( me)? first|(half|percent|part) (now|today|first)|before (i|we) (can )?(start|begin|do|deliver|write|work|show|touch)|before (any|the) (work|start|task|job|delivery)|before (starting|work\b|delivery|beginning)|down ?payment|retainer|(as soon as|once|when|(only )?after) (the |i (have |receive )?(the )?)(money|payment|funds|deposit))/,
    release: /\b(releas|fund the|close the contract|mark .{0,12}complete|approve the milestone)/,
    now: /\b(now|today|already|early|before|even though|so that i|not (done|finished|ready)|will deliver|deliver after|after|next week|later|first)\b/,
    done: /(?<!\b(when|once|until|till|before|after|if|not) (\w+ ){0,2})\b((all|everything|work|steps|tasks?|project|milestone|it)( \w+)? (is|are|was|were)|(has|have) been|(i|we)('ve| have)) (now |all |fully )?(finished|complete|completed|done|delivered)\b/,
    noMeeting:
      /\b(without|skip|no|not|cannot|can'?t|don'?t|do not|won'?t|avoid)\b.{0,20}\b(check-?ins?|meetings?|calls?|demos?|stand-?ups?|status|benchmarks?)\b/,
    borrow:
      /\b(rent|borrow|lend|lease|buy|sell|old|use|using|give|share|access|log ?in|work through|through|on)\b.{0,30}\b(your|an?|some(one|body)|verified|me)\b|\b(your|verified|old)\b.{0,30}\b(to sell|for sale|to rent)\b/,
    identity:
      /\b(your|an?|verified|old|the)( \w+){0,2} (account|profile|id|identity|passport|documents?|login|papers|licen[cs]e|ssn|social security)\b/,
    vet: /\b(verif|interview|id check|identity check|kyc|register|open(s|ed)? an? |video call|pass the)/,
    standIn:
      /\b(for me|as me|in my (place|stead)|instead of me|under your name|in your name|on my behalf|i (will |can |do )?(do |type|code|work|answer)|that i will work on|be the face|my team (does|connects|works))/,
    gain: /\b(percent|%|share (the )?(income|profit|money)|split|you (get|keep|earn|take)|pay you|for (a )?(fee|pay)|a quarter|a (month|fee|reward)|we pay|i pay|own the account)/,
    machine: /\b(laptop|computer|\bpc\b|machine)\b/,
    connect:
      /\b(remote|anydesk|teamviewer|rustdesk|connects? to|log(s)? into|i work from it|running at home|you earn)/,
    title:
      /\b(c[etof]o|coo|chief \w+( \w+)? officer|(co-?)?founder|(vice )?president|managing director|director|managing partner|i (own|run|head))\b/,
    sender:
      /\b(i'?m|i am|i (own|run|head|represent|believe|would)|as (the |an? )?\w+|being|here|speaking|my name is|this is|our|we)\b/,
    offer:
      /\b(offer|propos|partners?\b|partnership|cooperat|collaborat|joint venture|suppl(y|ies) |provide you|our services|serve you|take over your|developers? (ready|available|for you)|at (a low|half the) (rate|price)|long-term|(our|we have|team of)( \w+)? (team|engineers|developers|coders|studio|services)|introduce our|work together|help you|we can help|need hands)/,
    refusal:
      /\b(never|do not|don'?t|won'?t|will not|cannot|can'?t|must not|should not|no longer|refus\w+|declin\w+)\b.{0,25}\b(accept|pay|send|ask|contact|move|leave|share|use|take|request|transfer|want)|not allowed|forbidden|bank transfer only|\bno (bitcoin|crypto)|nothing else|i only reply here|only here/,
    rule: /\b(for your safety|report(ed)?|refused|declined|scam|leads? to a ban|rules|staff|support|never|only after|after you have seen|once you approve|no payment is needed|(do not|don'?t|won'?t|will not) (ask|pay|let|share|lend|rent|give|contact|accept|move|leave)|tell us|written in this chat|here on the platform)\b/,
    work: /\b(i|we)('ve| have)? (also )?(built|build|made|developed|wrote|write|designed|worked|integrated|maintain|set up|moved)|\b(bot|apis?|gateway|integrat\w+|widget|button|plugin|template|newsletter|campaign|icon|field|form|feature|apps? (show|let|should)|can the app|users|customers|visitors|dashboards?|experience|task is|help desk|channel|game|illustration|course|writes? about|white paper|wallet screen|smart contract|trading|price of|website for|a former|biography|draft|i need a|we are (looking for|hiring)|photo|asked for a|the report)\b/,
    shop: /\b(customers?|guests?|tenants?|drivers?|shop|users|sellers?|test server|staging|trial|once you approve|arrived|thank you for|logo|page where)\b/,
  },
  zh: {
    contact: /邮箱|邮件|电话|手机|gmail|联系方式|号码/,
    mine: /私|直接|我|您的|给个/,
    reach: /联系|发到|发给|加我|沟通|打|给个|聊/,
    offSite:
      /(离开|绕开|绕过|脱离|不通过|避开).{0,3}(平台|网站|这里)|(平台|网站|站).{0,2}(外|之外)|线下/,
    talk: /聊|谈|沟通|联系|合作|交流|方便|快/,
    pay: /付|打到|打给|打款|转|结算|工资|薪|报酬|收|款|领取|折|发放|钱|定金|预支|金/,
    early:
      /预付|定金|订金|首付|预支|先(付|打|给|转|把|放)|提前.{0,8}(付|打|款)|(款|钱)(到|到账|收到).{0,4}(才|再|后)|没收到(钱|款)|不(交|付).{0,4}(金|款)不|收到(钱|款).{0,4}(再|才|后)|先.{0,6}(付款|转账|汇款|打款)/,
    release: /放款|放了|释放|关了?合同|结束合同|确认收货/,
    now: /现在|提前|马上|先|还没|之后|再|后补/,
    done: /(已经?|都|全部).{0,4}(完成|做完|做好|交付|结束)/,
    noMeeting: /(不|别|免|无需|不想|不能).{0,4}(开会|开例会|例会|会议|视频会?|汇报|参加)/,
    borrow: /租|借|买|卖|使用|用您|用你|给我用|登录|想以|出租/,
    identity: /账号|账户|帐号|身份证|身份|护照|证件|您的名字|你的名字|您的名义|你的名义/,
    vet: /实名|认证|验证|注册|开户|面试/,
    standIn:
      /替我|代替我|帮我过|您帮我|(您|你)的(名字|名义)|我(来|去)?(干|做|接|打字|回答|出技术)|我在旁|给我(使用|用)/,
    gain: /分成|平分|(您|你)(拿|得|赚)|给(您|你)|酬劳|租金|一成|两成|三成|利润|每月/,
    machine: /电脑|笔记本/,
    connect: /远程|连进|连接|anydesk|todesk|teamviewer|开着/,
    title: /ceo|cto|coo|总裁|董事长|首席|创始人|总经理|负责人/,
    sender: /我|本人|敬上|您好|贵/,
    offer: /合作|合资|服务|承接|推荐我们|外派|开发团队|开发人员|诚邀|低价|效劳|帮到|人手|工程师/,
    refusal: /请勿|切勿|不要|不接受|从不|禁止|拒绝|不得|不考虑|只用银行|不会/,
    rule: /为了安全|请勿|切勿|不要|从不|不要求|举报|违反|规定|客服|禁止|拒绝|封禁|之后再付|都在平台/,
    work: /开发过|做过|写过|维护过|负责过|实习|接口|小程序|机器人|网关|模板|功能|行情|页面|插图|图标|文章|文档|公众号|需要支持|用户|招一|需要一个网站/,
    shop: /顾客|客人|用户|商店|司机|今天到账|测试服务器|上传到平台|这一页/,
  },
  ko: {
    contact: /메일|이메일|전화|연락처|번호|gmail/,
    mine: /개인|직접|주시|주세요|보내|부탁/,
    reach: /보내|연락|주세요|주시|알려|전화/,
    offSite: /(플랫폼|사이트|여기)(을|를|는)? ?(밖|외부|바깥|통하지 않|거치지 않|벗어나)/,
    talk: /얘기|이야기|연락|대화|진행|소통|직접|거래|빠릅|편하/,
    pay: /결제|대금|입금|송금|지급|급여|정산|보내|주시|주세|주셔|받|월급|주급|잔금|지불|돈|금|달러|이체|수수료|부탁/,
    early:
      /선불|선금|선입금|착수금|계약금|가불|미리|(작업|일|시작).{0,4}전에|먼저.{0,12}(입금|보내|지급|송금|결제)|입금.{0,6}(확인되면|되면)|(돈|대금|입금)을? ?받기 전|절반.{0,4}먼저/,
    release: /(마일스톤|대금|에스크로|잔금).{0,12}(풀|릴리|해제|지급)|계약.{0,6}종료/,
    now: /지금|미리|먼저|아직|바로|나중/,
    done: /(모두|전부|다|작업[이은]?) ?(완료|끝났|끝냈|마쳤|마무리)|완료(했|되었|됐)/,
    noMeeting: /(회의|미팅|점검|보고|통화).{0,4}(없이|빼고|말고|생략|안 ?하|안 ?합|못)/,
    borrow: /빌려|빌릴|대여|임대|파실|팔|구매|사고 싶|쓰게|쓸|찾습|원합|이름으로/,
    identity: /계정|신분증|여권|명의|프로필|(당신|귀하|본인) ?이름/,
    vet: /인증|신원 ?확인|면접|가입|계정을 만들/,
    standIn:
      /대신|대리|(당신|귀하) ?이름으로|제가 ?(쓸|하고|일|작업|맡|입력|하는)|답은 제가|얼굴만|일은 제가/,
    gain: /수익|이익|퍼센트|%|사례|사용료|돈을 드|매달|나눕|나누/,
    machine: /노트북|컴퓨터|\bpc\b/,
    connect: /원격|접속|애니데스크|팀뷰어/,
    title: /ceo|cto|coo|대표|사장|창업자|최고 ?(기술|경영)/,
    sender: /저는|저희|입니다|드림|로서|인데|회사/,
    offer:
      /협력|협업|파트너|제안|맡을|소개|준비되어|저렴|서비스|도와|도울|합작|인력|엔지니어|개발팀/,
    refusal: /하지 ?마|마세요|마십시오|않습니다|안 ?받|금지|거절|신고|은행 송금만|으로만|서만/,
    rule: /마세요|않습니다|금지|거절|신고|위반|규정|안전을 위해|직원은|고객센터|정지 사유|확인하신|요구하지/,
    work: /개발했|개발한|만든|만들었|짰|그렸|그려|썼|씁니다|관리했|봇|연동|게이트웨이|기능|시세|화면|앱|경험|페이지|폼|분석하는|소개글|필요합니다|찾고 있|대표님|사장님/,
    shop: /고객|손님|식당|예약|기사님|오늘 입금|테스트 서버|제출해|끝난 다음/,
  },
  ru: {
    contact: /почт|номер|телефон|gmail|ваш контакт|контакт|e-?mail|напрямую/,
    mine: /личн|прям|ваш|мне|напрямую|@|оставьте/,
    reach: /пиш|напиш|скинь|дайте|свяж|звон|отправ|связ|общ|обсуд|слать|оставьте|поговор/,
    offSite:
      /(вне|за пределами|мимо|минуя|помимо|без|не завис\S* от) (этой |этого )?(площадк|платформ|сайт|бирж)/,
    talk: /обсуд|общ|говор|предлаг|продолж|договор|работ|перей|лучше|удобн/,
    pay: /опла|плат|перев|рассчит|зарплат|деньг|денег|получ|принимаю|отправ|скидк|гонорар|сумм|процент|доллар|остаток|киньте|средств|возьму|комисс|давайте|подойд/,
    early:
      /предоплат|задат|аванс|вперёд|вперед|заранее|до начала|сначала (оплат|деньг|перев|плат)|как только (деньг|оплат|средств)|после (получения|оплаты|поступления)|половину (сейчас|сразу)/,
    release: /отпуст|разблок|закройте (контракт|этап|сделк)|переведите этап|выплат/,
    now: /сейчас|сегодня|заранее|ещё не|еще не|позже|сразу|на следующей/,
    done: /(?<!не )(вс[её]|работа|этап|задание)( уже)? (готов|выполнен|сделан|завершен|завершён|закончен)/,
    noMeeting: /(без|на) (созвон|встреч|совещан|отч[её]т|звонк|провер)\S*|не (хожу|созван|участв)/,
    borrow: /аренд|снять|сда(м|ть|й)|куп(ить|лю)|одолж|взять|пользова|дайте|доступ|ищу/,
    identity: /аккаунт|профил|паспорт|личност|уч[её]тн/,
    vet: /провер|вериф|собеседован|откро|зарегистр/,
    standIn:
      /вместо меня|за меня|под своим именем|от вашего имени|(буду|работаю|работать) .{0,14}я|(печатаю|работаю|отвечаю) я|с меня код|работать на н/,
    gain: /процент|доход|пополам|делим|плачу|платим|отблагодар|за плату|ваши\b|вам \S+ процент|с вас/,
    machine: /ноутбук|компьютер/,
    connect: /удал[её]нн|подключа|anydesk|teamviewer|через него/,
    title: /директор|\bceo\b|\bcto\b|основател|президент|руководител|владелец/,
    sender:
      /(^|[^а-яё])я([^а-яё]|$)|как |уважением|представляю|наш|мы |открыты|хотим|предлаг|[а-я]+им\b/,
    offer:
      /сотруднич|партн[её]р|предлаг|предлож|возьм[её]т|готовы|наш\S* (команд|инженер|разработчик)|услуг|рады помочь|полезны|совместн|нужны руки/,
    refusal:
      /никогда|не (принима|прош|прос|перехо|пиши|плати|использ)|запрещ|отказ|нельзя|мошенник|только (через|здесь|банков)|сообщайте/,
    rule: /никогда|запрещ|нельзя|отказ|не (прошу|прос|плат|перед|принима)|сообщ(ил|айте)|поддержк|правила|блокировк|сотрудники|только после|когда вы вс|фиксируем/,
    work: /делал|писал|разработал|чинил|поддерживал|(^|[^а-яё])бот|кнопк|шлюз|рассылк|курс|кабинет|страниц|магазин|функци|поле |пользовател|парсить|канал|нарису|пишем|стакан|биограф|вариант|подписать|мне нужен|ищем разработчика|наш генеральный директор|фото/,
    shop: /клиент|гость|водител|магазин|столик|пользовател|сегодня пришла|тестов|загруз/,
  },
  fr: {
    contact: /adresse|e-?mail|courriel|gmail|numéro|téléphone|coordonnées/,
    mine: /personnel|privé|direct|votre numéro|vos coordonnées|gmail|@|mon /,
    reach: /écri|envo|contact|donn|joign|joindre|appel|parl|discut|laiss/,
    offSite:
      /(en dehors|hors) (de |du |d')?(la |cette |ce )?(plateforme|site)|quitt\S+ (la |cette )?plateforme|(plus|sans|pas) (passer|utiliser) (par )?(ce|cette|la) (site|plateforme)/,
    talk: /discut|échang|parl|continu|préf|travaill|mieux|simple|contact/,
    pay: /pay|paie|régl|règl|vir(er|ement)|vers|salaire|envo|recev|reçu|accept|somme|facture|jalon|remise|solde|argent|transfert|pour cent|avanc|acompte|passons|prendr|convien|adresse/,
    early:
      /d'avance|acompte|arrhes|avance |m'avancer|avant (que je|tout travail|de commencer|le début|le travail)|d'abord|dès que l'argent|une fois le paiement|tout de suite|à la commande/,
    release: /débloqu|libér|clôtur|jalon|me payer/,
    now: /maintenant|dès aujourd|tout de suite|plus tard|semaine prochaine|pas (fini|terminé|prêt)/,
    done: /(?<!pas )\b(est|sont|ai|avons) (maintenant |entièrement |tout |tous |toutes )?(terminée?s?|finie?s?|achevée?s?|livrée?s?)\b/,
    noMeeting:
      /(sans|évit\S+|pas de|supprim\S+|n'assiste pas|ne participe pas) .{0,16}(réunions?|appels?|points?|suivi|visios?)/,
    borrow: /louer|louez|lou\b|prêt|emprunt|utiliser|achèt|achet|vend|donnez|cherche/,
    identity: /(compte|profil|identité|passeport|papiers|identifiants)/,
    vet: /vérification|contrôle d'identité|entretien|ouvre\S* un compte|inscri/,
    standIn:
      /à ma place|pour moi|(sous|en) votre nom|je (fais|travaill|tape|m'occupe|réponds)|moi le code|lequel je/,
    gain: /partag|pour cent|\d ?%|touchez|prime|loyer|je vous paie|vous avez le compte/,
    machine: /ordinateur|portable|\bpc\b/,
    connect: /à distance|s'y connect|se connect|anydesk|teamviewer|depuis celui/,
    title: /pdg|\bceo\b|\bcto\b|directeur|directrice|fondat(eur|rice)|gérant|président|dirige/,
    sender: /je |en tant que|cordialement|notre|nos |êtes-vous|nous/,
    offer:
      /collaborat|partenari|partenaires|coopérat|propos|reprendre vos|développeurs|ingénieurs|nos services|à bas prix|à votre disposition|coentreprise|vous aider|si besoin/,
    refusal:
      /\bne\b.{0,30}\b(pas|jamais)\b|n'(accepte|utilise)\w* (pas|aucun)|jamais|interdit|refus|virement bancaire|rien d'autre|uniquement ici/,
    rule: /jamais|interdit|refus|signal(ez|é)|pour votre sécurité|règles|blocage|support|agents|qu'après|ne me contact|m'a (proposé|offert)|on m'a|demande jamais|sera écrit/,
    work: /j'ai (développé|réalisé|écrit|fait|créé|maintenu)|\bbot\b|passerelle|bouton|module|newsletter|e-?mailing|boutique|cours du|fonctionnalité|utilisateurs?|canal|champ|capteur|dessinez|écrivons|biographie|version|signer|il me faut|cherchons un développeur|notre pdg participera|photo|est lu/,
    shop: /boutique|clients?\b|utilisateurs?|chauffeur|hôtel|est arrivé|serveur de test|sur cette page|tout testé/,
  },
};

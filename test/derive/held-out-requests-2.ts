import type { Sentences } from './known-requests.ts';

/**
 * Written once the words of `domain/requests.ts` seemed final, and measured before any change: 36 % were found,
 * precision 84 %. A few synonyms were added afterwards (46 %, 89 %). By the author of the words all the same: of a
 * stranger's requests less than half will be found. One sentence a line.
 */
export const unseen: Readonly<Record<string, Readonly<Record<string, Sentences>>>> = {
  'other-channel': {
    en: {
      hits: `Drop me a line at dev.team@example.net, this inbox fills up.
I'm online on WhatsApp most evenings if you want to go through it.
It's a hassle to type in here, do you use Skype?
Let us arrange the next steps away from this marketplace.
Kindly hand over your mobile so that I may text you the plan.
Our coordinator will look for you on Telegram tonight.
What about a quick ring? Here is my cell.`,
      near: `Please upload the files in this thread so that nothing gets lost.
The ticket mentions a Skype outage in the office.
Write tests for the module that sends text messages.
I will answer your questions tomorrow morning.
Moderators remove anyone who posts a WhatsApp number.
The phone in the mock-up should be black.`,
    },
    zh: {
      hits: `微信好友已申请，麻烦通过一下。
这里打字麻烦，留个手机吧。
晚上八点WhatsApp语音可以吗？
以后就别在网站上说了，私下谈。`,
      near: `文件请传到这个对话里。
办公室的Skype昨天断线，请排查。
手机样机请画成黑色。
明天上午回答您的问题。`,
    },
    ko: {
      hits: `카톡 친구 추가했으니 확인 부탁드려요.
여긴 타이핑이 번거로워요, 휴대폰 번호 좀요.
저녁 8시에 왓츠앱 통화 괜찮으세요?
다음부터는 사이트 말고 밖에서 의논해요.`,
      near: `파일은 이 대화에 올려 주세요.
목업의 휴대폰은 검은색으로 해 주세요.
내일 오전에 답변드리겠습니다.
사무실 스카이프 장애를 점검해 주세요.`,
    },
    ru: {
      hits: `Добавил вас в телеграме, примите заявку.
Печатать тут долго, киньте мобильный.
Вечером в восемь удобно по вотсапу?
Дальше давайте не через биржу, а лично.`,
      near: `Файлы загрузите в эту переписку.
Телефон на макете должен быть чёрным.
Завтра утром отвечу на вопросы.
Проверьте, почему в офисе не работал скайп.`,
    },
    fr: {
      hits: `Je vous ai ajouté sur Telegram, acceptez ma demande.
C'est long à taper ici, filez-moi votre portable.
Un appel WhatsApp ce soir à vingt heures ?
Pour la suite, voyons cela en privé, pas sur ce site.`,
      near: `Déposez les fichiers dans cette conversation.
Le téléphone de la maquette doit être noir.
Je répondrai demain matin à vos questions.
Vérifiez pourquoi Skype ne marchait pas au bureau.`,
    },
  },
  'virtual-currency': {
    en: {
      hits: `Could the bonus arrive as bitcoin?
For tax reasons I'd like it in USDT.
Just scan the QR of my Binance and you are done.
We bill in ether only.
Cash out to my crypto address when the week ends.`,
      near: `The article compares bitcoin with gold.
Sort the list of coins by year and metal.
Do you know Solidity and Ethereum?
My fee is paid by card through this site.
I study how crypto fraud works.`,
    },
    zh: {
      hits: `奖金能发比特币吗？
税务原因，我想要USDT。
扫我的币安码就好。
我们只按以太坊计价收费。`,
      near: `文章比较比特币和黄金。
请把古钱币按年份排序。
您会Solidity和以太坊吗？
费用通过本站刷卡支付。`,
    },
    ko: {
      hits: `보너스를 비트코인으로 받을 수 있나요?
세금 문제로 USDT가 좋겠습니다.
제 바이낸스 QR로 보내시면 끝이에요.
저희는 이더리움으로만 청구합니다.`,
      near: `비트코인과 금을 비교하는 글입니다.
옛날 동전 목록을 연도별로 정리해 주세요.
솔리디티와 이더리움을 아시나요?
비용은 사이트에서 카드로 냅니다.`,
    },
    ru: {
      hits: `Премию можно биткоином?
Из-за налогов хочу в USDT.
Отсканируйте мой код Binance, и готово.
Счета выставляем только в эфире.`,
      near: `Статья сравнивает биткоин и золото.
Отсортируйте старые монеты по годам.
Знаете Solidity и Ethereum?
Оплачу картой через сайт.`,
    },
    fr: {
      hits: `La prime pourrait-elle être en bitcoin ?
Pour des raisons fiscales je la voudrais en USDT.
Scannez mon code Binance pour payer.
Nous facturons seulement en ether.`,
      near: `L'article compare le bitcoin et l'or.
Classez les pièces anciennes par année.
Connaissez-vous Solidity et Ethereum ?
Je paie par carte sur ce site.`,
    },
  },
  'paid-before-work': {
    en: {
      hits: `No deposit, no work, that is my rule.
Wire something first to show that you are serious.
My landlord is waiting, may I have this week's pay today, ahead of the task?
Skip the demos and let the salary run on its own.
The whole budget must be in my hands before line one is written.`,
      near: `Your deposit on the flat is safe.
I look forward to the demo before lunch.
First I read the old code, then I name a price.
The payment screen loads before the cart.
Weekly demos are fine with me.`,
    },
    zh: {
      hits: `不交订金不开工。
先汇一点表示诚意吧。
房东催租，这周的工资今天能先给吗？
演示就免了，薪水照发就行。`,
      near: `租房押金很安全。
午饭前的演示我很期待。
我先看旧代码，然后报价。
每周演示没问题。`,
    },
    ko: {
      hits: `계약금 없으면 시작 안 합니다.
성의 표시로 조금 먼저 보내 주세요.
집세가 급해서 이번 주 급여를 오늘 미리 주실 수 있나요?
데모는 생략하고 월급만 꼬박꼬박 주세요.`,
      near: `월세 보증금은 안전합니다.
점심 전 데모가 기대됩니다.
먼저 예전 코드를 읽고 가격을 말씀드릴게요.
매주 데모 좋습니다.`,
    },
    ru: {
      hits: `Без задатка не начинаю.
Переведите сначала немного, чтобы я видел серьёзность.
Хозяин торопит с квартирой, можно оплату за неделю уже сегодня, до задачи?
Обойдёмся без демонстраций, зарплату просто шлите.`,
      near: `Залог за квартиру в безопасности.
Жду демонстрацию до обеда.
Сначала прочту старый код, потом назову цену.
Еженедельные показы устраивают.`,
    },
    fr: {
      hits: `Pas d'arrhes, pas de travail.
Envoyez d'abord un petit quelque chose pour montrer votre sérieux.
Mon propriétaire attend, puis-je avoir la paie de la semaine dès aujourd'hui, avant la tâche ?
Laissons tomber les démos, que le salaire tombe tout seul.`,
      near: `La caution de l'appartement est en sécurité.
J'attends la démo avant midi.
Je lis d'abord l'ancien code, puis je donne un prix.
Une démo par semaine me convient.`,
    },
  },
  'lend-identity': {
    en: {
      hits: `Got a spare profile? I'd rent it by the month.
Pose as the developer on the call, my people handle the coding.
You sign up with your papers and hand me the password, thirty percent is yours.
Keep this company laptop plugged in at your place and let us log in remotely.
I would like to work as you on that site.`,
      near: `The profile picture is too dark.
Log in remotely to the office printer and print a page.
You sign up on the left and pay on the right.
The developer on the call was polite.
I rent a desk by the month.`,
    },
    zh: {
      hits: `有闲置账号吗？我按月租。
视频时您扮开发者，代码我的人写。
您用证件注册，密码给我，三成归您。
公司电脑放您那儿插着电，我们远程登录。`,
      near: `头像太暗了。
左边注册，右边付款。
通话里的开发者很客气。
我按月租了一张桌子。`,
    },
    ko: {
      hits: `안 쓰는 계정 있으세요? 월세로 빌리고 싶어요.
화상 통화에서 개발자인 척만 해 주시면 코딩은 저희가 합니다.
본인 서류로 가입하고 비밀번호를 주시면 30퍼센트 드릴게요.
회사 노트북을 댁에 꽂아 두시면 저희가 원격으로 들어갑니다.`,
      near: `프로필 사진이 너무 어둡습니다.
왼쪽에서 가입하고 오른쪽에서 결제합니다.
통화한 개발자는 친절했습니다.
책상을 월세로 빌렸습니다.`,
    },
    ru: {
      hits: `Есть лишний профиль? Сниму помесячно.
На звонке сыграйте разработчика, код напишут мои люди.
Регистрируетесь по своим документам, пароль мне, тридцать процентов ваши.
Держите рабочий ноутбук включённым у себя, мы зайдём удалённо.`,
      near: `Фото профиля слишком тёмное.
Слева регистрация, справа оплата.
Разработчик на звонке был вежлив.
Снимаю стол помесячно.`,
    },
    fr: {
      hits: `Un profil qui dort ? Je le loue au mois.
Jouez le développeur pendant l'appel, mes gens codent.
Vous vous inscrivez avec vos papiers et me passez le mot de passe, trente pour cent pour vous.
Gardez cet ordinateur branché chez vous, nous nous connectons à distance.`,
      near: `La photo de profil est trop sombre.
On s'inscrit à gauche et on paie à droite.
Le développeur au téléphone était poli.
Je loue un bureau au mois.`,
    },
  },
  'cold-executive': {
    en: {
      hits: `I lead Example Systems as chief executive and wish to place our programmers with you.
Might your firm need extra hands? Regards, Paul, President, Example Coders.
Our agency staffs projects worldwide; I am its founder and would be happy to call you.
This is the CTO of Example Chain, we are eager to cooperate.`,
      near: `The president signs the letters on Friday.
Please send the invoice to our founder.
As a director of short films I need a colourist.
Who is the CTO of your customer?`,
    },
    zh: {
      hits: `我是某系统公司的首席执行官，希望把我们的程序员派给贵公司。
贵司需要帮手吗？总裁 保罗。
我们公司在全球提供人员，我是创始人，期待通话合作。`,
      near: `总裁周五签信。
请把发票寄给创始人。
谁是您客户的CTO？`,
    },
    ko: {
      hits: `저는 시스템 회사 최고경영자로 저희 프로그래머를 귀사에 파견하고 싶습니다.
귀사에 일손이 필요하신가요? 대표 박 드림, 저희가 돕겠습니다.
블록체인 회사 CTO입니다, 협력을 희망합니다.`,
      near: `사장이 금요일에 편지에 서명합니다.
청구서는 창업자에게 보내 주세요.
고객사의 CTO는 누구인가요?`,
    },
    ru: {
      hits: `Я генеральный директор системной компании, хочу направить к вам наших программистов.
Нужны ли вам люди? С уважением, Павел, президент, мы поможем.
Говорит CTO блокчейн-фирмы, хотим сотрудничать.`,
      near: `Президент подписывает письма в пятницу.
Отправьте счёт основателю.
Кто CTO у вашего клиента?`,
    },
    fr: {
      hits: `Je suis directeur général d'une société de systèmes et souhaite placer nos programmeurs chez vous.
Besoin de renfort ? Cordialement, Paul, président, notre équipe est à votre service.
Ici le CTO d'une société blockchain, nous voulons coopérer.`,
      near: `Le président signe les lettres le vendredi.
Envoyez la facture au fondateur.
Qui est le CTO de votre client ?`,
    },
  },
};

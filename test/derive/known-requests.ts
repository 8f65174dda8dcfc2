/**
 * Sentences that ask for what the advisory warns of, and near misses, one a line. They were written before the
 * patterns, by the same author, who remembered them: so they show what the patterns are for, and measure little.
 */

export interface Sentences {
  hits: string;
  near: string;
}

export const knownRequests: Readonly<Record<string, Readonly<Record<string, Sentences>>>> = {
  'other-channel': {
    en: {
      hits: `Could we carry on this conversation on Telegram? My handle is below.
I rarely check this inbox, so please add me on WhatsApp.
Let's take this off the platform, it is easier for both of us.
You can reach me on Skype at live:dev.example, I answer quicker there.
Shoot me an email at dev@example.com and we can discuss the rest privately.
It would be better if we talk outside of this site.
Do you have Discord? I'd prefer to chat there.
Please contact me directly on Signal so we don't depend on this chat.
Can I get your WeChat ID to discuss details?
The messenger here is slow; ping me on Telegram instead.`,
      near: `I would rather keep all our messages here on the platform.
Please do not contact me on WhatsApp, I only reply here.
I built a Telegram bot for a pizza chain last year.
The widget should open a WhatsApp chat when a visitor clicks it.
For your safety, never move the conversation outside the platform.
We need a Skype integration for the support desk.
My last project was an email campaign tool for a bookshop.
The client asked to move to Telegram and I declined, so I report it.
The Discord server you describe needs three roles and a welcome channel.
Can the app send a message by Signal when the alarm rings?`,
    },
    zh: {
      hits: `方便的话加我微信聊吧，我的号在下面。
这个平台消息太慢，我们去Telegram谈可以吗？
请直接发邮件到我的私人邮箱，我们私下沟通。
您有QQ吗？我想在那边继续聊。
我们离开平台谈会更方便。
麻烦您把WhatsApp号码发我，我联系您。
站内信我不常看，飞书或者微信找我。`,
      near: `请不要加我微信，所有沟通都在平台上进行。
我开发过一个微信小程序，用于餐厅点餐。
为了安全，请勿在平台外交流。
这个项目需要接入Telegram机器人接口。
邮件模板需要支持两种语言。`,
    },
    ko: {
      hits: `카카오톡으로 대화 이어가면 안 될까요? 아이디 남겨 드릴게요.
여기 메시지는 잘 확인을 못 하니 텔레그램으로 연락 주세요.
플랫폼 밖에서 직접 얘기하는 게 편할 것 같습니다.
왓츠앱 번호 알려주시면 제가 먼저 연락드리겠습니다.
자세한 내용은 제 개인 메일로 보내 주세요.
스카이프 있으세요? 거기서 이야기하죠.
라인으로 옮겨서 상의하고 싶습니다.`,
      near: `카카오톡 챗봇을 만든 경험이 있습니다.
플랫폼 밖에서는 연락하지 않습니다.
텔레그램으로 연락하지 마시고 여기로 메시지 주세요.
안전을 위해 외부 메신저 사용을 권하지 않습니다.
이번 앱에는 이메일 알림 기능이 필요합니다.`,
    },
    ru: {
      hits: `Давайте продолжим общение в Телеграме, мой ник ниже.
Я редко захожу сюда, напишите мне в WhatsApp.
Предлагаю обсудить детали вне площадки.
Есть ли у вас скайп? Там удобнее говорить.
Скиньте, пожалуйста, ваш номер, свяжусь с вами напрямую.
Перейдём в другой мессенджер, здесь сообщения приходят с задержкой.
Пишите сразу на мою личную почту dev@example.com.`,
      near: `Пожалуйста, пишите только здесь, в другие мессенджеры я не перехожу.
Я делал бота для Телеграма для пиццерии.
Никогда не переходите по просьбе исполнителя за пределы площадки.
Нужна кнопка WhatsApp на сайте.
Рассылка писем должна работать на двух языках.`,
    },
    fr: {
      hits: `On peut continuer la discussion sur WhatsApp ? Voici mon numéro.
Je consulte rarement cette messagerie, ajoutez-moi plutôt sur Telegram.
Je préfère qu'on échange en dehors de la plateforme.
Avez-vous Skype ? Ce serait plus simple pour parler.
Écrivez-moi directement à mon adresse personnelle dev@example.com.
Passons sur Signal pour la suite.
Pouvez-vous me donner votre numéro pour que je vous joigne en direct ?`,
      near: `Merci de ne pas me contacter sur WhatsApp, je réponds uniquement ici.
J'ai développé un bot Telegram pour une pizzeria.
Pour votre sécurité, ne quittez jamais la plateforme.
Il faut un bouton WhatsApp en bas de la page.
Le module d'e-mailing doit gérer deux langues.`,
    },
  },
  'virtual-currency': {
    en: {
      hits: `Would you mind paying me in USDT?
I can give you a discount if the payment comes in bitcoin.
My bank is slow, so please send the money to my crypto wallet.
I'd like to receive my salary in Ethereum if possible.
We could settle the invoice with Tether on TRC20.
Is it possible to transfer the fee as BTC?
Kindly pay through Binance, I will share the address.
I only accept stablecoins for longer contracts.
For the next milestone, crypto would be my preferred way of payment.
Here is my wallet address, 0x52908400098527886E0F7030069857D2E4169EE7, for the payment.`,
      near: `I do not accept crypto, please pay through the platform.
We build dashboards for Bitcoin miners.
The app shows the price of ETH in real time.
Never pay a freelancer in virtual currency.
I wrote the smart contract for a USDT payment gateway for a client.
Payment in cryptocurrency is not allowed here.
We pay by bank transfer only, no bitcoin.
My experience includes Binance API and trading bots.
The wallet screen needs a new icon.
Please explain how customers pay with crypto in your shop.`,
    },
    zh: {
      hits: `报酬能用USDT支付吗？
我希望您把钱打到我的加密货币钱包。
如果用比特币付款，我可以打九折。
银行转账太慢了，请用泰达币结算。
可以通过币安转给我吗？地址稍后给您。
工资我想用虚拟货币领取。
长期合作我只收USDT。`,
      near: `我不接受加密货币，请走平台付款。
我做过比特币行情网站。
请勿用虚拟货币付款给对方。
这个接口要支持USDT支付网关。
我们公司只用银行转账，不用数字货币。`,
    },
    ko: {
      hits: `대금을 USDT로 보내주실 수 있나요?
비트코인으로 결제해 주시면 할인해 드리겠습니다.
은행 송금이 어려우니 제 코인 지갑으로 입금 부탁드립니다.
급여는 가상화폐로 받고 싶습니다.
바이낸스로 송금해 주시면 됩니다.
다음 정산은 테더로 진행하면 좋겠습니다.
암호화폐로 지급 가능하신가요?`,
      near: `암호화폐 결제는 받지 않습니다.
비트코인 시세 앱을 개발했습니다.
가상화폐로 대금을 지급하지 마세요.
USDT 결제 게이트웨이를 연동해 본 경험이 있습니다.
저희는 은행 송금만 합니다.`,
    },
    ru: {
      hits: `Можно ли оплатить работу в USDT?
Если заплатите биткоином, сделаю скидку.
Переведите деньги на мой криптокошелёк, банк закрыл счёт.
Зарплату хотел бы получать в криптовалюте.
Скину адрес на Binance, туда и отправьте оплату.
За следующий этап удобнее рассчитаться тезером.
Принимаю только крипту.`,
      near: `Криптовалюту не принимаю, оплата только через площадку.
Делал сайт с курсом биткоина.
Никогда не платите исполнителю в криптовалюте.
Писал платёжный шлюз для USDT.
Мы платим только банковским переводом.`,
    },
    fr: {
      hits: `Serait-il possible d'être payé en USDT ?
Si vous réglez en bitcoin, je fais une remise.
Merci de virer la somme sur mon portefeuille crypto.
J'aimerais recevoir mon salaire en cryptomonnaie.
Vous pouvez m'envoyer le paiement par Binance.
Pour le prochain jalon, je préfère un règlement en Ethereum.
Je n'accepte que les stablecoins.`,
      near: `Je n'accepte pas les cryptomonnaies, merci de payer via la plateforme.
J'ai réalisé un site qui affiche le cours du bitcoin.
Ne payez jamais un prestataire en monnaie virtuelle.
J'ai écrit une passerelle de paiement USDT pour un client.
Nous payons uniquement par virement bancaire.`,
    },
  },
  'paid-before-work': {
    en: {
      hits: `Please send half of the money before I begin.
I need the full amount upfront to get started.
Could you release the milestone now? I will deliver next week.
I'd rather be paid without the weekly check-ins.
Let's skip the demo calls, just pay me every Friday.
Can you pay in advance? I have an urgent bill.
I cannot join meetings, please pay on the agreed date regardless.
Pay me first and I will start straight away.
An advance of 500 dollars is required before any work.
Please release the payment even though the test is not done yet.`,
      near: `You pay only after you have seen the result.
I never ask for money before the work is done.
The milestone can be released once you approve the demo.
Happy to join a weekly check-in call on Mondays.
Thanks for the advance notice about the meeting.
The shop must let customers pay in advance for a table.
No payment is needed until the first delivery.
Do not pay a freelancer before the work is delivered.
I start right away and send a first version before the weekend.
Let's skip the logo for now and start with the menu.`,
    },
    zh: {
      hits: `请先付一半定金我再开始。
能不能提前把全款打给我？
您先付款，我马上开工。
里程碑能现在就放款吗？下周我再交付。
不想开例会，按时付钱就行。
需要预付五百美元才能动手。
测试还没做完，但请先把钱放了。`,
      near: `您看到成果之后再付款。
我从不要求预付款。
每周一可以开例会汇报进度。
商店需要支持顾客预付定金订座。
请不要在交付之前付款。`,
    },
    ko: {
      hits: `작업 시작 전에 절반을 먼저 보내 주세요.
전액 선불로 부탁드립니다.
먼저 입금해 주시면 바로 시작하겠습니다.
마일스톤 대금을 지금 풀어 주실 수 있나요? 결과물은 다음 주에 드릴게요.
회의 없이 매주 금요일에 지급만 해 주세요.
선금 500달러가 필요합니다.
아직 테스트가 안 끝났지만 먼저 지급해 주세요.`,
      near: `결과물을 확인하신 뒤에 지급하시면 됩니다.
저는 선불을 요구하지 않습니다.
매주 월요일 회의에 참석하겠습니다.
식당 예약금을 선결제하는 기능이 필요합니다.
작업이 끝나기 전에는 돈을 보내지 마세요.`,
    },
    ru: {
      hits: `Переведите половину суммы до начала работы.
Нужна полная предоплата.
Сначала оплата, потом сразу приступлю.
Можете отпустить этап сейчас? Сдам на следующей неделе.
Давайте без созвонов, просто платите по пятницам.
Прошу аванс 500 долларов.
Тест ещё не готов, но заплатите, пожалуйста, уже сегодня.`,
      near: `Оплата только после того, как вы увидите результат.
Предоплату не прошу.
Готов созваниваться каждый понедельник.
В магазине нужна предоплата за столик.
Не платите исполнителю до сдачи работы.`,
    },
    fr: {
      hits: `Merci de verser la moitié avant que je commence.
Il me faut le montant total d'avance.
Payez d'abord et je démarre aussitôt.
Pouvez-vous débloquer le jalon maintenant ? Je livre la semaine prochaine.
Évitons les réunions de suivi, payez-moi simplement chaque vendredi.
Je demande un acompte de 500 dollars avant tout travail.
Le test n'est pas fini mais merci de me payer dès aujourd'hui.`,
      near: `Vous ne payez qu'après avoir vu le résultat.
Je ne demande jamais d'avance.
Je suis disponible pour un point chaque lundi.
La boutique doit permettre de verser un acompte pour une table.
Ne payez jamais avant la livraison.`,
    },
  },
  'lend-identity': {
    en: {
      hits: `Could I use your account for a few contracts? You get 20 percent.
I am looking for someone who would rent me their profile.
Would you lend me your ID so that I can pass verification?
You only need to verify the account, I do the work and we share the income.
Can you attend the interview for me under your name?
I need a US person who opens an account that I will work on.
Let me work through your profile, I pay you monthly.
We can install remote software on your laptop and I work from it.
Please share your login with me, I will take care of the jobs.
May I borrow your documents for another contract?`,
      near: `Please send your ID to the platform so they can verify you.
Never share your account with anyone.
I built the account page of a car rental shop.
We rent out profile lights for film crews.
Could I use your logo in the header?
I will not let other people work on my account.
The app lets users verify their account by phone.
A stranger asked to rent my account and I refused.
Can you share the login for the test server?
The interview is on Monday, please bring your documents.`,
    },
    zh: {
      hits: `我想租用您的账号接几个项目，给您两成。
能借您的身份证帮我通过认证吗？
您只需要实名认证，活我来干，收入平分。
可以用您的名字替我参加面试吗？
想找一位美国人注册账号给我使用。
把您的登录密码给我，我来接单，每月给您分成。
在您的电脑上装远程软件，我远程工作，付您租金。`,
      near: `请把身份证上传到平台完成认证。
切勿把账号借给他人。
我做过租车网站的账号页面。
有人想租我的账号，我拒绝了。
能给我测试服务器的登录密码吗？`,
    },
    ko: {
      hits: `계정을 빌려주시면 수익의 20퍼센트를 드리겠습니다.
신분증을 잠깐 빌려주실 수 있나요? 인증만 통과하면 됩니다.
본인 인증만 해 주시면 일은 제가 하고 수익은 나눕니다.
대신 면접을 봐 주실 수 있을까요?
제가 쓸 계정을 만들어 줄 미국인을 찾습니다.
로그인 정보를 주시면 제가 일을 맡아 하고 매달 지급하겠습니다.
노트북에 원격 프로그램을 설치해 두시면 제가 작업하고 사용료를 드립니다.`,
      near: `신분증은 플랫폼에 직접 제출해 주세요.
계정을 절대 다른 사람에게 빌려주지 마세요.
렌터카 앱의 계정 화면을 만들었습니다.
누가 제 계정을 빌려 달라고 했지만 거절했습니다.
테스트 서버 로그인 정보를 주실 수 있나요?`,
    },
    ru: {
      hits: `Хочу арендовать ваш аккаунт на пару проектов, вам двадцать процентов.
Не могли бы вы одолжить свой паспорт для верификации?
Вы только проходите проверку, работаю я, доход делим пополам.
Можете пройти собеседование вместо меня под своим именем?
Ищу американца, который откроет аккаунт, а работать на нём буду я.
Дайте мне логин и пароль от профиля, заказы возьму на себя, плачу ежемесячно.
Поставим удалённый доступ на ваш ноутбук, я буду работать через него за плату.`,
      near: `Загрузите паспорт на площадку для верификации.
Никогда не передавайте свой аккаунт другим людям.
Делал личный кабинет для проката машин.
Мне предлагали сдать аккаунт в аренду, я отказался.
Пришлите, пожалуйста, логин от тестового сервера.`,
    },
    fr: {
      hits: `Je voudrais louer votre compte pour quelques contrats, vous touchez 20 %.
Pourriez-vous me prêter votre pièce d'identité pour la vérification ?
Vous passez juste la vérification, je fais le travail et on partage les revenus.
Pouvez-vous passer l'entretien à ma place sous votre nom ?
Je cherche un Américain qui ouvre un compte sur lequel je travaillerai.
Donnez-moi vos identifiants, je m'occupe des missions et je vous paie chaque mois.
On installe un accès à distance sur votre ordinateur et je travaille depuis celui-ci contre un loyer.`,
      near: `Déposez votre pièce d'identité sur la plateforme pour la vérification.
Ne prêtez jamais votre compte à quelqu'un.
J'ai fait la page de compte d'un loueur de voitures.
On m'a proposé de louer mon compte, j'ai refusé.
Pouvez-vous m'envoyer les identifiants du serveur de test ?`,
    },
  },
  'cold-executive': {
    en: {
      hits: `I am the CEO of a software company and we have forty developers ready for you.
This is Mark, CTO at Example Soft. We would love to offer our services to your firm.
As the founder of a development studio I would like to propose a partnership.
Our team can take over your projects at a low rate. Best regards, John, Chief Executive Officer.
Managing director of an outsourcing agency here, are you open to cooperation?
I represent an IT company as its president and we are looking for partners like you.
Hello, I run a software house as CEO and can supply engineers at short notice.
We found your company online and want to offer you our development team. Anna, Co-Founder & CEO.
I'm the chief technology officer of a blockchain firm; let us build a long-term relationship.
Good day, director of Example Tech speaking, we offer dedicated developers.`,
      near: `Our CEO will join the call on Monday.
I built a website for the founder of a bakery.
The report is read by the chief executive officer every week.
We are looking for a developer; regards, Anna, CTO.
As a former CTO I know how to plan a migration.
The director asked for a darker blue.
Please add the CEO's photo to the team page.
I worked for two years as technical director of a film.
The offer form should be sent to the managing director.
Thank you for the interview with your founder.`,
    },
    zh: {
      hits: `我是一家软件公司的CEO，我们有四十名开发人员随时可以为您服务。
您好，我是某科技公司首席技术官，希望与贵公司合作。
作为外包公司的创始人，我想与您建立长期合作。
我们团队可以低价承接贵司项目。总经理 王。
我公司是软件开发公司，我是董事长，诚邀合作。
我是一家IT公司的总裁，想向您推荐我们的开发团队。
在网上看到贵公司，想为您提供工程师外派服务，CEO敬上。`,
      near: `我们的CEO周一会参加会议。
我给一家面包店的创始人做过网站。
请在团队页面加上总经理的照片。
这份报告给董事长看。
我们要招一名开发，CTO 李。`,
    },
    ko: {
      hits: `저는 소프트웨어 회사 대표이사이며 개발자 40명이 준비되어 있습니다.
IT 회사 CTO입니다. 귀사와 협력하고 싶습니다.
개발 스튜디오의 창업자로서 장기 파트너십을 제안드립니다.
저희 팀이 귀사 프로젝트를 저렴하게 맡을 수 있습니다. 대표 김 드림.
외주 업체 사장입니다. 협업 가능하실까요?
저희 개발팀을 귀사에 소개하고자 연락드립니다. CEO 이 드림.
블록체인 회사의 최고기술책임자인데 함께 일할 파트너를 찾습니다.`,
      near: `저희 대표님이 월요일 회의에 참석하십니다.
빵집 창업자의 홈페이지를 만들었습니다.
팀 소개 페이지에 대표이사 사진을 넣어 주세요.
이 보고서는 사장님이 보십니다.
개발자를 찾고 있습니다. CTO 이 드림.`,
    },
    ru: {
      hits: `Я генеральный директор софтверной компании, у нас сорок разработчиков готовы к работе для вас.
Здравствуйте, я технический директор ИТ-компании, предлагаем сотрудничество.
Как основатель студии разработки хочу предложить вам партнёрство.
Наша команда возьмёт ваши проекты по низкой цене. С уважением, CEO Иван.
Руководитель аутсорсинговой фирмы, открыты ли вы к сотрудничеству?
Представляю ИТ-компанию как её президент, ищем партнёров.
Нашли вашу компанию в сети и хотим предложить наших инженеров. Анна, сооснователь.`,
      near: `Наш генеральный директор придёт на встречу в понедельник.
Делал сайт для основателя пекарни.
Добавьте фото директора на страницу команды.
Отчёт читает технический директор.
Ищем разработчика. Анна, CTO.`,
    },
    fr: {
      hits: `Je suis le PDG d'une société de logiciels et nous avons quarante développeurs prêts pour vous.
Directeur technique d'une entreprise informatique, je vous propose une collaboration.
En tant que fondateur d'un studio de développement, je souhaite vous proposer un partenariat.
Notre équipe peut reprendre vos projets à bas prix. Cordialement, Jean, CEO.
Gérant d'une agence d'externalisation, êtes-vous ouvert à une coopération ?
Je représente une société informatique en tant que président et nous cherchons des partenaires.
Nous avons trouvé votre entreprise en ligne et voulons vous proposer nos ingénieurs. Anna, cofondatrice.`,
      near: `Notre PDG participera à la réunion lundi.
J'ai fait le site du fondateur d'une boulangerie.
Ajoutez la photo du directeur sur la page de l'équipe.
Le rapport est lu par le directeur technique.
Nous cherchons un développeur. Anna, CTO.`,
    },
  },
};

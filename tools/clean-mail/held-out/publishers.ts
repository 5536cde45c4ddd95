/** Held out: what publishers, parties, campaigns and institutes send to many. */
import { docxFile, pdfFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const publishers: readonly Kind[] = [
  {
    id: "press-release",
    group: "newsletter",
    forms: ["newsletter", "person", "plain"],
    ways: ["unknown-bulk", "known-bulk", "own-server", "office-cloud"],
    from: ["press", "presse", "media"],
    display: ["{firm} Press Office", "{person}, {firm}", "{firm}"],
    attach: (random) => (random.chance(0.4) ? [pdfFile(random, "Press release.pdf", "Press release", null)] : []),
    texts: {
      en: `PRESS RELEASE: {firm} welcomes new rules on river pollution
For immediate release, {date}
# {firm} welcomes new rules on river pollution
{city} - {firm} today welcomed the decision of the regional council to set limits for waste water. "This is a good day for our rivers", said {person}, spokesperson. "What matters is that the rules are kept."
[Read the full statement](/press/{n})
Interview requests: {person} is available for interviews this afternoon, {phone}.
Notes to editors: pictures are available at [our media library](/media).
~ You receive this because you are on our press list.`,
      de: `Pressemitteilung: Mehr Geld für den Radverkehr gefordert
Sperrfrist: {date}, 10 Uhr
# Mehr Geld für den Radverkehr gefordert
{city}. {firm} fordert von der Landesregierung mehr Mittel für sichere Radwege. „Jeder zweite Unfall wäre vermeidbar“, sagte {person}. Die vollständige Studie steht zum Abruf bereit.
[Zur Studie](/presse/{n})
Für Interviewanfragen: {person}, {phone}
~ Wenn Sie unsere Pressemitteilungen nicht mehr erhalten möchten, antworten Sie bitte kurz auf diese E-Mail.`,
      fr: `Communiqué de presse : {firm} salue l'accord sur l'eau
# {firm} salue l'accord sur l'eau
{city}, le {date}. « C'est une étape importante », a déclaré {person}. Le dossier complet est disponible en ligne.
[Lire le communiqué](/presse/{n})
Contact presse : {person}, {phone}
~ Vous recevez ce message car vous êtes inscrit à notre liste presse.`,
      ru: `Пресс-релиз: {firm} представила доклад о состоянии рек
# {firm} представила доклад о состоянии рек
{city}, {date}. Эксперты {firm} опубликовали доклад о состоянии рек региона. По словам {person}, положение ухудшается.
[Прочитать доклад](/press/{n})
Контакт для прессы: {person}, {phone}`,
    },
  },
  {
    id: "fundraising",
    group: "newsletter",
    forms: ["newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["info", "campaign", "team"],
    display: ["{person}", "{person} for {city}", "{firm}"],
    texts: {
      en: `we're {sum} short, {first}
^ midnight deadline
{first}, I'll be brief.
Our end-of-month deadline is TONIGHT at midnight and we are still {sum} short of our goal. If everyone reading this chipped in just 5, we would reach it within the hour.
[Chip in 5](/donate?amount=5)
[Chip in 25](/donate?amount=25)
[Other amount](/donate)
We don't take money from corporations. This campaign is powered by people like you. Will you donate before it is too late?
Thank you,
{person}
~ Paid for by {firm}. Contributions are not tax deductible. If you no longer wish to receive emails, unsubscribe below.`,
      de: `{first}, noch 48 Stunden bis zur Wahl
Liebe/r {first},
in 48 Stunden öffnen die Wahllokale. Jede Spende hilft uns, noch einmal Plakate zu kleben und an Türen zu klingeln. Bitte spende jetzt 10, 20 oder 50 Euro.
[Jetzt spenden](/spenden)
Deine Stimme zählt, und dein Einsatz auch. Herzlichen Dank!
{person}
Spitzenkandidatin`,
      es: `{first}, te necesitamos hoy
Hola {first}:
Quedan tres días para cerrar la campaña y nos faltan {sum} para llegar a nuestro objetivo. Cada donación cuenta, por pequeña que sea.
[Donar ahora](/donar)
Gracias por estar a nuestro lado.
{person}`,
    },
  },
  {
    id: "survey",
    group: "ordinary",
    forms: ["notice", "person", "plain"],
    ways: ["unknown-relay", "known-relay", "known-bulk", "own-server", "office-cloud"],
    from: ["survey", "research", "studie"],
    display: ["{firm} Research", "{person}", "{firm}"],
    texts: {
      en: `Invitation: survey of elected members {year}
Dear {reader},
{firm}, together with the university, is asking elected members about their work. Your answers help us understand how councils decide, and they will be treated in strict confidence.
The questionnaire takes about 12 minutes. As a thank you, every participant can enter a prize draw for a gift card worth {sum}.
[Start the survey](/s/{hex})
The link is personal; please do not forward it. If you do not wish to take part, [let us know](/s/{hex}/optout) and we will not remind you.
Kind regards,
{person}, Principal investigator`,
      pl: `Zaproszenie do udziału w badaniu
Szanowna Pani, Szanowny Panie,
zapraszamy do udziału w krótkim badaniu ankietowym na temat pracy samorządów. Wypełnienie ankiety zajmuje 10 minut, a odpowiedzi są anonimowe.
[Rozpocznij ankietę](/ankieta/{hex})
Z poważaniem
{person}
{firm}, {city}`,
      zh: `诚邀您参加{year}年度满意度调查
尊敬的{reader}：
感谢您一直以来对{firm}的支持。为了更好地为您服务，诚邀您花费约五分钟填写问卷。完成问卷后可参加抽奖。
[开始填写](/survey/{hex})
~ {firm}`,
    },
  },
  {
    id: "institute-event",
    group: "newsletter",
    forms: ["newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk", "office-cloud"],
    from: ["events", "invitation", "institute"],
    display: ["{firm} Institute", "{person}", "{firm} Events"],
    attach: (random) => (random.chance(0.3) ? [docxFile(random, "Programme.docx", "Programme")] : []),
    texts: {
      en: `Invitation: The future of sanctions policy, {date}
^ A discussion with practitioners and scholars
# The future of sanctions policy
{firm} Institute cordially invites you to a panel discussion on {date} at 18:00 in {city}. Speakers include {person} and {person2}, followed by a reception.
Under the Chatham House Rule. Places are limited; please register by Friday and bring a photo ID.
[Register now](/events/{n})
We look forward to welcoming you.
~ {firm} Institute, {street}, {city}`,
      fr: `Invitation : quel avenir pour la défense européenne ?
# Quel avenir pour la défense européenne ?
L'Institut {firm} a le plaisir de vous inviter à une conférence le {date} à 18 h 30, à {city}, avec {person} et {person2}.
Inscription obligatoire.
[S'inscrire](/evenements/{n})
~ Institut {firm}, {street}, {city}`,
      ru: `Приглашение на круглый стол «Санкции и экономика»
Уважаемый {reader}!
Институт {firm} приглашает вас принять участие в круглом столе, который состоится {date} в городе {city}. С докладами выступят {person} и {person2}.
[Зарегистрироваться](/events/{n})
Просим подтвердить участие до пятницы.`,
    },
  },
  {
    id: "charity-appeal",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["hello", "info", "contact"],
    display: ["{firm}", "{person}, {firm}"],
    texts: {
      en: `Emergency appeal: families need shelter tonight
^ Your gift will be matched
# Families need shelter tonight
The floods have destroyed thousands of homes. Our teams are on the ground, but we urgently need your help. Your donation of {sum} could give a family blankets, clean water and a tent.
[Donate now](/donate)
Until {date} every gift will be doubled by a generous donor.
Thank you for your kindness.
~ {firm} is a registered charity. {street}, {city}`,
      fr: `Urgence inondations : ils ont besoin de vous
# Ils ont besoin de vous
Des milliers de familles ont tout perdu. Votre don de {sum} permet de fournir de l'eau et un abri. Chaque don ouvre droit à une réduction d'impôt de 66 %.
[Je fais un don](/don)
~ {firm}, {street}, {city}`,
      uk: `Терміновий збір: допоможіть родинам з прифронтових громад
# Допоможіть родинам
Взимку тисячі родин залишилися без світла й тепла. Ваш внесок {sum} допоможе придбати генератори та ковдри.
[Зробити внесок](/donate)
Дякуємо, що ви з нами!
~ {firm}, {city}`,
    },
  },
  {
    id: "petition",
    group: "newsletter",
    forms: ["newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["campaigns", "action", "info"],
    display: ["{person} - {firm}", "{firm}"],
    texts: {
      en: `Add your name: save the night train
Dear {first},
The night train is about to be cancelled. On {date} the transport committee will vote. We have one week left to change their minds.
Can you add your name to the petition right now?
[SIGN THE PETITION](/petition/{n})
Already more than 48,000 people have signed. When we reach 50,000, we will hand over the petition in person.
With hope and determination,
{person} and the whole team at {firm}
~ {firm} is a worldwide campaign network.`,
      de: `Bitte unterzeichnen: Rettet den Stadtwald
Hallo {first},
am {date} entscheidet der Rat über die Rodung des Stadtwalds. Mit deiner Unterschrift zeigst du, dass es auch anders geht.
[Appell unterzeichnen](/appell/{n})
Hast du schon unterschrieben? Dann leite diese E-Mail weiter.
Mit herzlichen Grüßen
{person}
~ {firm} e. V., {street}, {city}`,
    },
  },
  {
    id: "call-for-papers",
    group: "ordinary",
    forms: ["person", "plain", "newsletter"],
    ways: ["office-cloud", "free-mail", "unknown-bulk", "known-bulk"],
    from: ["conference", "chair", "cfp"],
    display: ["{firm} {year}", "{person}"],
    texts: {
      en: `Call for papers: Parliaments and Technology {year}, {city}
Dear colleague,
We invite you to submit a paper to the 7th conference on Parliaments and Technology. Topics include electronic voting, open data and disinformation. Given your expertise we would be delighted if you could contribute, or join the programme committee.
Deadline for abstracts: {date}. The conference fee of {sum} is waived for speakers.
[Submit an abstract](/submit)
With best wishes,
{person}, Programme chair`,
      zh: `征稿启事：{year}年议会与技术国际研讨会
尊敬的专家学者：
诚挚邀请您为本届研讨会投稿，会议将于{date}在{city}举行。截稿日期以网站公布为准。
[在线投稿](/submit)
会务组：{person}`,
      es: `Convocatoria de ponencias: Parlamentos y tecnología {year}
Estimada colega, estimado colega:
Le invitamos a presentar una ponencia en nuestro congreso, que se celebrará en {city} el {date}. El plazo de envío de resúmenes está abierto.
[Enviar resumen](/envio)
Reciba un cordial saludo,
{person}`,
    },
  },
  {
    id: "newspaper-briefing",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "own-counted", "unknown-bulk"],
    from: ["newsletter", "briefing", "morgen"],
    display: ["{firm}", "{firm} Briefing", "{person}, {firm}"],
    texts: {
      en: `Monday briefing: ministers meet on harbour strike
^ Good morning. Here is what you need to know today.
# Good morning
Here is what you need to know today, by {person}.
![The harbour at dawn]
Ministers meet dock workers today in a last attempt to avert a strike. Talks broke down on Friday over pay.
[Read the story](/politics/{n})
# Also today
- The central bank is expected to hold rates. [Analysis](/economy/{n})
- A journalist was released after three months. [World](/world/{n})
- Opinion: why we need your views on the budget. [Opinion](/opinion/{n})
[Subscribe now: 1 a week for six months](/subscribe)
~ You received this email because you signed up for newsletters from {firm}. {street}, {city}`,
      de: `Der Morgen: Warnstreik im Nahverkehr
^ Guten Morgen, das wird heute wichtig
# Guten Morgen!
das wird heute wichtig, ausgewählt von {person}.
Busse und Bahnen stehen ab 4 Uhr still. Was Pendler wissen müssen.
[Weiterlesen](/lokales/{n})
- Haushalt: Der Rat stimmt heute ab. [Mehr](/politik/{n})
- Das Wetter bleibt kühl. [Mehr](/wetter)
[Jetzt 4 Wochen für 1 Euro testen](/abo)
~ {firm}, {street}, {city}. [Impressum](/impressum)`,
      fr: `La lettre du matin : budget, grève et météo
# Bonjour
L'essentiel de l'actualité par {person}.
Le gouvernement présente ce matin son budget.
[Lire l'article](/politique/{n})
- La grève continue dans les transports. [Lire](/social/{n})
~ {firm}, {street}, {city}`,
      es: `Buenos días: las claves de la jornada
# Buenos días
El Parlamento vota hoy los presupuestos. Estas son las claves.
[Leer más](/politica/{n})
- El tiempo: lluvia en el norte. [El tiempo](/tiempo)
~ Recibes este boletín porque te has suscrito en {firm}.`,
      ru: `Главное за день: переговоры, бюджет, погода
# Главное за день
Добрый вечер! С вами {person}.
Переговоры о зерне перенесены на следующую неделю.
[Читать](/news/{n})
- Бюджет приняли в первом чтении. [Подробнее](/economy/{n})
~ Вы подписаны на рассылку {firm}.`,
      pl: `Poranny przegląd: strajk, budżet, pogoda
# Dzień dobry!
Najważniejsze wiadomości wybiera {person}.
Dziś rozmowy ostatniej szansy w sprawie strajku.
[Czytaj więcej](/kraj/{n})
~ {firm}, {street}, {city}`,
    },
  },
];

/** Looked at: what publishers, parties, shops and institutes send to many. */
import { pdfFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const publishers: readonly Kind[] = [
  {
    id: "event-invitation",
    group: "newsletter",
    forms: ["newsletter", "person", "notice"],
    ways: ["known-bulk", "unknown-bulk", "office-cloud", "own-counted"],
    from: ["invitations", "events", "protocol"],
    display: ["{firm} Foundation", "Embassy of Westmark", "{person}"],
    attach: (random, { domain }) =>
      random.chance(0.4) ? [pdfFile(random, "Invitation.pdf", "Invitation", `https://www.${domain}/rsvp`)] : [],
    texts: {
      en: `Save the date: reception on {date}
# You are cordially invited
The Foundation requests the pleasure of your company at a reception on the occasion of its anniversary, on {date} at 19:00, {street}, {city}.
RSVP by Friday. The invitation is personal and not transferable; please bring your identity card for security reasons.
[RSVP](/rsvp/{n})
~ {firm} Foundation, {street}, {city}`,
      de: `Einladung zum Parlamentarischen Abend am {date}
# Parlamentarischer Abend
Sehr geehrte/r {reader},
wir laden Sie herzlich zu unserem Parlamentarischen Abend ein. Es sprechen {person} und {person2}. Im Anschluss bitten wir zum Empfang.
Bitte melden Sie sich bis Freitag an.
[Zur Anmeldung](/anmeldung/{n})
~ {firm}, {street}, {city}`,
      es: `Invitación: seminario sobre seguridad y democracia
# Seminario: seguridad y democracia
Estimado/a {reader}: tenemos el placer de invitarle al seminario que se celebrará el {date} en {city}. Intervendrán {person} y {person2}.
[Confirmar asistencia](/eventos/{n})
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "party-newsletter",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["newsletter", "info", "team"],
    display: ["{person}", "{firm}", "{firm} {city}"],
    texts: {
      en: `What we did this month
^ Schools, buses and a win on housing
# What we did this month
Dear {first}, it's been a busy month. We won the vote on housing by two votes, and the bus to the hospital runs again.
![At the bus stop]
[Read more](/news/{n})
- Canvassing on Saturday, 10 am. [Sign up](/events/{n})
- Join as a member. [Become a member](/join)
- Would you give 5 a month? [Donate](/donate)
Thank you, {person}
~ Promoted by {firm}, {street}, {city}`,
      de: `Neues aus dem Wahlkreis
# Neues aus dem Wahlkreis
Liebe Freundinnen und Freunde, in dieser Woche ging es im Landtag um den Haushalt. Hier mein Bericht.
[Weiterlesen](/aktuelles/{n})
- Bürgersprechstunde am {date}. [Anmelden](/termine)
- Mitglied werden. [Jetzt eintreten](/mitglied)
Herzliche Grüße, Ihre {person}
~ {firm}, {street}, {city}`,
      pl: `Newsletter: co zrobiliśmy w tym miesiącu
# Co zrobiliśmy
Drodzy Państwo, w tym miesiącu rada przyjęła budżet. Zapraszam na spotkanie {date}.
[Czytaj więcej](/aktualnosci/{n})
{person}
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "advocacy",
    group: "newsletter",
    forms: ["newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["action", "campaign", "contacto"],
    display: ["{person}, {firm}", "{firm}"],
    texts: {
      en: `Tell your representative: protect our press
Hi {first},
Three reporters were arrested last week. Your representative votes on {date}. Will you write to them now? It takes two minutes.
[SEND A MESSAGE NOW](/act/{n})
Not sure what to say? We have a letter ready for you; just add your name.
In solidarity,
{person}
~ You signed up on our website. {firm}, {street}, {city}`,
      pt: `Assine agora: a água não se vende
Olá {first},
na próxima semana vota-se a privatização da água. Junte o seu nome aos de 30 mil pessoas.
[ASSINAR](/peticao/{n})
Obrigado,
{person}
~ {firm}, {city}`,
    },
  },
  {
    id: "customer-survey",
    group: "ordinary",
    forms: ["notice", "newsletter"],
    ways: ["own-counted", "known-bulk", "unknown-bulk", "unknown-relay"],
    from: ["feedback", "kundenservice", "opinion"],
    display: ["", "{firm} Customer Care"],
    texts: {
      en: `How did we do? Tell us and win
Hi {first},
Thanks for your recent stay with us. How likely is it that you would recommend us to a friend or colleague?
[0](/nps/0) [1](/nps/1) [2](/nps/2) [3](/nps/3) [4](/nps/4) [5](/nps/5) [6](/nps/6) [7](/nps/7) [8](/nps/8) [9](/nps/9) [10](/nps/10)
Complete the survey by {date} for a chance to win a voucher worth {sum}.
~ {firm}, {street}, {city}`,
      de: `Ihre Meinung ist gefragt
Guten Tag {reader},
wie zufrieden waren Sie mit Ihrem letzten Besuch? Die Umfrage dauert nur zwei Minuten. Unter allen Teilnehmern verlosen wir einen Gutschein über {sum}.
[Zur Umfrage](/umfrage/{hex})
~ {firm}, {street}, {city}`,
      es: `¿Qué tal tu experiencia?
Hola {first}: nos gustaría conocer tu opinión sobre tu última compra. Solo te llevará un minuto.
[Responder encuesta](/encuesta/{hex})
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "insurance-letter",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "own-counted", "known-bulk", "unknown-bulk"],
    from: ["service", "policies", "kundenservice"],
    display: ["", "{firm} Insurance"],
    attach: (random) => [pdfFile(random, "Policy.pdf", "Policy", null)],
    texts: {
      en: `Your car insurance renewal documents
Dear {reader},
Your policy {n} is due for renewal on {date}. Your new premium is {sum}. If you pay monthly we'll renew it automatically; please check that your details are correct.
[View your documents](/policies/{n})
~ {firm} Insurance, {street}, {city}. Authorised by the Invented Conduct Authority.`,
      de: `Ihre Beitragsrechnung zur Haftpflichtversicherung
Sehr geehrte/r {reader},
im Anhang finden Sie Ihre Beitragsrechnung zum Vertrag {n}. Der Betrag von {sum} wird am {date} abgebucht.
[Zum Kundenportal](/portal)
~ {firm} Versicherung, {street}, {city}`,
    },
  },
  {
    id: "shop-newsletter",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "own-counted", "unknown-bulk"],
    from: ["news", "newsletter", "hello"],
    display: ["{firm}", "{person.first} from {firm}"],
    texts: {
      en: `⏰ Last chance: 40% off ends tonight
^ Hurry, don't miss out
# Last chance!
Our biggest sale of the season ends at midnight. Use code SPRING40 at checkout.
![Linen shirts]
[SHOP NOW](/sale)
Free shipping over {sum}. Order by {date}.
[New in](/new) [Women](/women) [Men](/men) [Home](/home)
~ {firm}, {street}, {city}. Offer valid while stocks last.`,
      de: `🎁 Nur heute: 20 % auf alles!
# Nur heute: 20 % auf alles
Hallo {first}, sichern Sie sich jetzt Ihren Gutschein. Code: TREUE20.
![Gartenmöbel]
[Jetzt einkaufen](/angebote)
~ {firm}, {street}, {city}. [Impressum](/impressum)`,
      ja: `【本日限り】全品20%OFFクーポンをプレゼント
# 本日限りのクーポン
{reader} 様、いつもありがとうございます。本日23:59まで全品20%OFFでお買い求めいただけます。
[今すぐ見る](/sale)
~ {firm} {city}`,
      zh: `会员专享：全场八折优惠券已到账
# 优惠券已到账
亲爱的{reader}，您有一张八折优惠券，有效期至{date}。
[立即使用](/coupon)
~ {firm}`,
    },
  },
  {
    id: "donation-receipt",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-relay", "known-bulk", "unknown-relay"],
    from: ["donations", "thanks", "info"],
    display: ["", "{firm}"],
    texts: {
      en: `Thank you for your donation
Dear {first},
Thank you for your generous donation of {sum} on {date}. Please keep this email as a receipt for your tax return. Your bank statement will show {firm}.
[Manage your gift](/donor)
With gratitude,
{person}
~ {firm}, {street}, {city}`,
      ar: `شكرا لتبرعكم
عزيزنا {first}،
نشكركم على تبرعكم السخي بمبلغ {sum} بتاريخ {date}. يرجى الاحتفاظ بهذه الرسالة كإيصال.
[إدارة التبرع](/donor)
مع الامتنان،
{firm}`,
    },
  },
  {
    id: "paid-letter",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "own-counted"],
    from: ["{slug}", "letter"],
    display: ["{person} from {firm}", "{firm}"],
    texts: {
      en: `The harbour letter, no. {four}
# The harbour letter
Good morning. This week: why the strike was about something else.
![A crane]
Three people told me the same story, and none of them wanted to be named. [Read in app](/p/{n})
[Upgrade to paid](/subscribe)
~ © {year} {person}. {street}, {city}`,
      ru: `Письмо № {four}: почему закрыли газету
# Письмо № {four}
Здравствуйте! На этой неделе закрыли ещё одну независимую газету. Рассказываем почему.
[Читать дальше](/p/{n})
Поддержать нас можно подпиской. [Подписаться](/subscribe)
~ {firm}`,
      ar: `النشرة الأسبوعية: أبرز الأخبار
# أبرز أخبار الأسبوع
مرحبا، هذا أبرز ما حدث هذا الأسبوع من إعداد {person}.
[اقرأ المزيد](/news/{n})
~ {firm}`,
    },
  },
  {
    id: "mention",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-counted", "own-server", "known-relay"],
    from: ["notify", "notification", "info"],
    display: ["{firm}", "{person} via {firm}"],
    texts: {
      en: `{person} mentioned you in a post
{person} mentioned you
> @{reader} what do you think about the new timetable?
[See the post](/posts/{n})
[You have 3 new messages and 12 notifications](/notifications)
~ This message was sent to {readerAddress}. If you don't want to receive these emails in the future, please [unsubscribe](/unsubscribe). {firm}, {street}, {city}`,
      ar: `{person} ذكرك في منشور
مرحبا {first}، ذكرك {person} في منشور جديد.
[عرض المنشور](/posts/{n})
~ {firm}`,
    },
  },
];

/** Looked at: what offices, surgeries, surveys and events send to many. */
import { calendarFile, pdfFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const notices: readonly Kind[] = [
  {
    id: "city-letter",
    group: "newsletter",
    forms: ["newsletter", "notice", "person"],
    ways: ["known-bulk", "own-server", "own-counted", "unknown-bulk"],
    from: ["news", "buergerinfo", "mairie"],
    display: ["{city} Council", "{firm}", "Stadt {city}"],
    texts: {
      en: `{city} news: bins, bonfires and a council tax rebate
# Your council news
Bin days change over the holidays. Roadworks on {street} until {date}.
Council tax rebate: if you pay by direct debit you don't need to do anything, we'll pay 150 straight into your bank account. If you don't, you can claim online. We will never text you a link to claim.
[Check if you are eligible](/rebate)
[Have your say on the local plan](/consultation)
~ {city} Council, {street}`,
      de: `Bürgerinfo: Grundsteuererklärung, Sperrmüll, Impftermine
# Aktuelles aus {city}
Die Frist für die Grundsteuererklärung endet am {date}. Nutzen Sie dafür Ihr Benutzerkonto; das Aktivierungsschreiben kommt per Post.
[Zum Serviceportal](/service)
Bürgersprechstunde am Donnerstag im Rathaus.
~ Stadt {city}, {street}`,
      fr: `La lettre de {city} : travaux, inscriptions, impôts
# Actualités de la commune
Les inscriptions sur les listes électorales sont ouvertes jusqu'au {date}. Pièce d'identité et justificatif de domicile obligatoires.
[Démarches en ligne](/demarches)
~ Mairie de {city}`,
      uk: `Громада: графік відключень та виплати
Шановні мешканці! Опубліковано графік відключень на тиждень. Заяви на виплати для переселенців приймають у ЦНАП до {date}; потрібні паспорт та довідка.
[Графік](/grafik)
~ {city}`,
    },
  },
  {
    id: "revenue-letter",
    group: "newsletter",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-relay"],
    from: ["no-reply", "noreply", "info"],
    display: ["{firm} Tax Office", "Revenue {city}"],
    texts: {
      en: `Don't miss the {date} tax return deadline
Dear customer,
If you need to file a tax return for last year, you must do so by midnight on {date}. You will have to pay a penalty of 100 if it is late, even if you have no tax to pay.
Sign in to your tax account to file your return. For your security we don't include links to sign-in pages: type our address into your browser.
Criminals may offer you a refund or threaten you with arrest. If in doubt, forward suspicious emails to us.
[Help with your return](/help)
~ Revenue {city}`,
      es: `Campaña de la renta {year}: ya puede presentar su declaración
Estimado contribuyente:
Ya puede consultar sus datos fiscales y confirmar el borrador. El plazo finaliza el {date}. Si le sale a devolver, el ingreso se realizará en la cuenta que indique.
[Acceder a la sede electrónica](/sede)
No responda a este correo.`,
      pl: `Twój e-PIT już czeka
Szanowny Podatniku,
Twoje zeznanie za ubiegły rok jest gotowe w usłudze. Sprawdź dane i zaakceptuj do {date}. Zwrot nadpłaty otrzymasz w ciągu 45 dni.
[Dowiedz się więcej](/pit)
Wiadomość wygenerowana automatycznie.`,
      pt: `IRS: verifique os seus dados até {date}
Exmo.(a) Senhor(a) Contribuinte,
termina no próximo dia {date} o prazo para confirmar o agregado familiar no portal. A falta de confirmação pode afetar o reembolso.
[Portal](/portal)
Com os melhores cumprimentos.`,
    },
  },
  {
    id: "survey-reward",
    group: "newsletter",
    forms: ["notice", "newsletter", "plain"],
    ways: ["unknown-relay", "known-bulk", "unknown-bulk", "own-counted"],
    from: ["research", "panel", "survey"],
    display: ["{firm} Panel", "{firm} Research"],
    texts: {
      en: `Survey invitation: 15 minutes, earn 250 points
Hi {first},
We have a new survey that matches your profile. Complete it before {date} and we'll credit 250 points to your account, or enter you into our prize draw for 1 of 10 tablets.
[Start the survey](/s/{hex})
If the link doesn't work, copy and paste it into your browser. Your link is personal, please don't share it.
~ Survey {n}. {firm}, {street}, {city}`,
      de: `Ihre Teilnahme zählt: Umfrage mit 5 € Dankeschön
Liebe/r {first},
es gibt eine neue Befragung für Sie. Dauer ca. 10 Minuten, Vergütung 5 €, Auszahlung auf Ihr Konto oder als Gutschein.
[Zur Befragung](/u/{hex})
~ {firm}, {street}, {city}`,
      ru: `Пройдите опрос и получите 100 рублей
Здравствуйте! Для вас доступна новая анкета. После заполнения на ваш счёт поступит 100 рублей, их можно вывести на карту или телефон.
[Начать опрос](/s/{hex})
~ {firm}`,
      zh: `问卷邀请：完成即可领取50元红包
您好，{reader}！诚邀您参加产品体验调查，约需10分钟。完成后可获得50元红包奖励。
[开始答题](/s/{hex})
~ {firm}`,
    },
  },
  {
    id: "staff-survey",
    group: "ordinary",
    forms: ["notice", "person"],
    ways: ["known-relay", "unknown-relay", "office-cloud"],
    from: ["survey", "research", "studie"],
    display: ["{firm} Institute", "{person}"],
    texts: {
      en: `Reminder: member survey on security, closes {date}
Dear {reader},
A week ago we invited you to our study of how parliaments' staff handle digital threats. If you have already answered, thank you, and please ignore this reminder.
Your answers are confidential. Your personal access code is {ref}.
[Take part](/study/{hex})
Kind regards, {person}, principal investigator`,
      de: `Erinnerung: Befragung der Abgeordneten
Sehr geehrte/r {reader},
dürfen wir Sie noch einmal um Ihre Mithilfe bitten? Die Befragung ist noch bis {date} freigeschaltet. Ihr Zugangscode lautet {ref}.
[Zum Fragebogen](/befragung/{hex})
Mit freundlichen Grüßen
{person}`,
    },
  },
  {
    id: "health-check",
    group: "newsletter",
    forms: ["notice", "newsletter", "plain"],
    ways: ["known-relay", "own-server", "unknown-bulk", "unknown-relay"],
    from: ["clinic", "praxis", "health"],
    display: ["{firm} Clinic", "{firm} Surgery"],
    texts: {
      en: `You're invited: book your flu jab now
Dear patient,
You are eligible for a free flu vaccination this winter. Clinics are filling up fast, so please book as soon as you can. Bring your card and wear short sleeves.
[Book an appointment](/book/{hex})
We're also changing our online system: after {date} you will need to register again with your date of birth and patient number.
~ {firm} Surgery, {street}, {city}`,
      de: `Recall: Ihre Vorsorgeuntersuchung ist fällig
Guten Tag {reader},
Ihre letzte Vorsorge liegt mehr als ein Jahr zurück. Bitte vereinbaren Sie einen Termin online oder telefonisch unter {phone}.
[Termin buchen](/termin)
Ihr Praxisteam {person}`,
      es: `Campaña de vacunación: pida cita
Estimado/a paciente: ya puede pedir cita para la vacuna. Tenga a mano su tarjeta sanitaria.
[Pedir cita](/cita)
~ {firm}, {street}, {city}`,
      ja: `健康診断のご案内
{reader} 様
今年度の健康診断の予約受付を開始しました。{date} までにお申し込みください。
[予約する](/kenshin)
~ {firm}`,
    },
  },
  {
    id: "webinar-reminder",
    group: "newsletter",
    forms: ["notice", "person"],
    ways: ["known-relay", "known-bulk", "unknown-relay", "office-cloud"],
    from: ["webinars", "events", "no-reply"],
    display: ["{firm} Webinars", "{person}"],
    attach: (random, sender) => (random.chance(0.3) ? [calendarFile(random, sender, "Webinar")] : []),
    texts: {
      en: `Starting in 1 hour: your webinar link
Hello {first},
Your webinar starts at {time}. Join from your computer or phone. This link is unique to you and should not be shared with others.
[Join webinar](/j/{n}?pwd={hex})
Webinar ID: {n4} Passcode: {code}
~ {firm}, {street}, {city}`,
      fr: `Rappel : votre webinaire commence demain
Bonjour {first},
vous êtes inscrit(e) au webinaire du {date} à {time}. Voici votre lien de connexion personnel.
[Rejoindre](/j/{n})
~ {firm}`,
      pt: `Começamos dentro de uma hora
Olá {first}, o webinar «Proteger a sua conta» começa às {time}. Clique no botão para entrar.
[Entrar](/j/{n})
~ {firm}`,
      ar: `تذكير: الندوة تبدأ خلال ساعة
مرحبا {first}، تبدأ الندوة عند الساعة {time}. استخدم الرابط الخاص بك للانضمام.
[انضم الآن](/j/{n})
~ {firm}`,
    },
  },
  {
    id: "concert-tickets",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "unknown-bulk"],
    from: ["tickets", "boxoffice", "kasse"],
    display: ["{firm} Tickets", "{firm} Theatre"],
    texts: {
      en: `Presale starts now: your exclusive access code inside
# Be first in the queue
Presale for the autumn tour opens at 9:00 and ends {date}. Your unique code: {ref}. Tickets are limited to four per person and will sell out.
[Get tickets](/presale/{n})
~ {firm}, {street}, {city}`,
      de: `Nur noch wenige Restkarten für {date}
# Spielplan
Sichern Sie sich die letzten Karten. Als Freundeskreis-Mitglied erhalten Sie 20 % Rabatt mit dem Code {ref}.
[Karten kaufen](/karten)
~ {firm}, {street}, {city}`,
      uk: `Квитки закінчуються: концерт {date}
Вітаємо! Залишилося кілька квитків. За промокодом {ref} знижка 15 %.
[Купити квиток](/tickets)
~ {firm}, {city}`,
    },
  },
  {
    id: "reconfirm-list",
    group: "newsletter",
    forms: ["notice", "newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["newsletter", "info", "hello"],
    display: ["{firm}", "{person}"],
    attach: (random) => (random.chance(0.15) ? [pdfFile(random, "Privacy.pdf", "Privacy policy", null)] : []),
    texts: {
      en: `Action required: do you still want to hear from us?
Hi {first},
You haven't opened our emails in a while. To comply with privacy law we're cleaning up our list. Unless you click the button below by {date}, we'll remove {readerAddress} and you will lose access to the members' archive.
[Yes, keep me subscribed](/confirm/{hex})
[Update my details](/preferences/{hex})
~ {firm}, {street}, {city}`,
      de: `Letzte Erinnerung: Bitte bestätigen Sie Ihre Anmeldung
Hallo,
Sie haben unseren Newsletter bestellt, aber Ihre E-Mail-Adresse noch nicht bestätigt. Bitte klicken Sie auf den folgenden Link, sonst wird Ihre Anmeldung in 7 Tagen gelöscht.
[Anmeldung bestätigen](/bestaetigung/{hex})
~ {firm}, {street}, {city}`,
      fr: `Souhaitez-vous continuer à recevoir nos informations ?
Bonjour, conformément au RGPD, nous vous demandons de confirmer votre inscription avant le {date}. Sans réponse de votre part, vos données seront supprimées.
[Je confirme](/confirmer/{hex})
~ {firm}, {street}, {city}`,
      zh: `请确认您的订阅
您好，{reader}：您的订阅即将到期，请点击下方按钮确认，否则我们将停止向您发送邮件并删除您的资料。
[确认订阅](/confirm/{hex})
~ {firm}`,
    },
  },
];

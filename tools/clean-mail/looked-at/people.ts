/** Looked at: what people, clubs and mail servers write. */
import { docxFile, jpegFile, pdfFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const people: readonly Kind[] = [
  {
    id: "interview-request",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["own-server", "office-cloud"],
    from: ["{person.local}", "redaktion"],
    display: ["{person}", "{person} ({firm})"],
    texts: {
      en: `Interview request: harbour strike
Dear {reader},
I am a reporter with {firm} and I am writing about the harbour strike. I would like to interview you about your committee's position, by phone or video, any time before Thursday.
Would you be available for a short conversation of 20 minutes? I can send the questions beforehand.
Here is a recent piece of mine: [Who pays for the docks?](/politics/{n})
Many thanks and best wishes,
{person}
Reporter, {firm}, {phone}`,
      de: `Interviewanfrage zum Hafenstreik
Sehr geehrte/r {reader},
ich schreibe für {firm} über den Hafenstreik und würde Sie gern um ein kurzes Interview bitten, am besten telefonisch bis Donnerstag. Fragen kann ich vorab zusenden.
Mit freundlichen Grüßen
{person}
Redaktion Politik, {firm}, {phone}`,
      fr: `Demande d'entretien
Bonjour {reader},
Journaliste à {firm}, je prépare un article sur la grève du port et souhaiterais vous interviewer. Seriez-vous disponible jeudi pour un échange d'une vingtaine de minutes ?
Bien cordialement,
{person}
{firm}, {phone}`,
      uk: `Запит на коментар для {firm}
Доброго дня, {reader}!
Я журналіст видання {firm}. Готую матеріал про страйк у порту й хотів би почути вашу думку. Чи могли б ви відповісти на три запитання до четверга?
З повагою,
{person}, {phone}`,
      ar: `طلب مقابلة صحفية
الأستاذ/ة {reader}،
أنا صحفي في {firm} وأعد تقريرا عن إضراب الميناء. أود إجراء مقابلة معكم عبر الهاتف قبل يوم الخميس. هل أنتم متاحون؟
مع خالص التحية،
{person}`,
      zh: `采访请求：港口罢工
{reader}您好：
我是{firm}的记者，正在撰写有关港口罢工的报道，希望能就此采访您。不知您周四之前是否方便？问题可以提前发给您。
谢谢！
{person}`,
    },
  },
  {
    id: "club-mail",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail", "office-cloud"],
    from: ["{slug}", "vorstand.{slug}", "{person.local}"],
    display: ["{firm}", "{person}", "{person} / {firm}"],
    attach: (random, { domain }) =>
      random.chance(0.5) ? [pdfFile(random, "Newsletter.pdf", "Newsletter", `https://www.${domain}/club`)] : [],
    texts: {
      en: `Rowing club: boathouse key and new bank account
Hi everyone,
two things: the code of the boathouse door changes on {date}, ask me for it at training. And we have a new bank account, please use the details in the attached letter for fees from now on. If you have already paid, ignore this.
Our website has the new calendar: [calendar](/calendar)
Cheers,
{person}
{firm}`,
      de: `Einladung zur Jahreshauptversammlung
Liebe Vereinsmitglieder,
hiermit laden wir herzlich zur Jahreshauptversammlung am {date} um 19:30 Uhr ein. Bitte meldet Euch bis Freitag per E-Mail an.
Wir haben eine neue Bankverbindung; der Beitrag von {sum} wird am Monatsende per Lastschrift eingezogen.
Mit sportlichen Grüßen
{person}, 1. Vorsitzende
{firm}`,
      fr: `Sortie du club dimanche et photos
Bonjour à toutes et à tous,
rendez-vous dimanche à 9 h devant la mairie pour la sortie. Pensez à prendre de l'eau ! Les photos de la dernière sortie sont [ici](other:/photos/{hex}).
À dimanche,
{person}
{firm}`,
    },
  },
  {
    id: "personal-phone",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail"],
    from: ["{person.local}", "{person.first.slug}{four}"],
    display: ["{person}", "{person.first}", ""],
    attach: (random) => (random.chance(0.6) ? [jpegFile(random, "image0.jpeg")] : []),
    texts: {
      en: `keys
Hi {first}, I think I left my keys at yours?? Could you check the hall table. Also here's the link to the place we talked about [https://hotel.test/rooms/{n}](other:/rooms/{n})
xx
Sent from my iPhone`,
      ru: `Привет!
Привет, {first}! Как дела? Посылаю фотографию дачи, урожай в этом году отличный. Приезжайте в гости в выходные.
Обнимаю, {person.first}
Отправлено с iPhone`,
      ja: `写真です
{first}さん
先日はありがとうございました。写真を送ります。また近いうちにお会いしましょう。
{person}`,
      pl: `zdjęcia i przepis
Hej {first}, tu przepis na ciasto, o które pytałaś: [przepis](other:/przepis/{n}). Pozdrów wszystkich!
{person.first}`,
    },
  },
  {
    id: "long-thread",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["office-cloud", "own-server", "free-mail"],
    from: ["{person.local}"],
    display: ["{person}"],
    isAnswer: true,
    texts: {
      en: `RE: Room booking and invoice
Thanks {first}, that works. I'll pay the invoice this week.
{person}
{firm}, {phone}
> From: {person2}
> Sent: {date}
> Subject: RE: Room booking and invoice
> Dear {person}, the room is free on {date}. The fee is {sum}; could you send the payment to the account on the invoice? We also need you to confirm the number of guests and to update your contact details.
> Kind regards, {person2}
> > From: {person}
> > Dear {person2}, is the large room free? Please let me know urgently, as the invitations go out today. My login to the booking site no longer works, it says my account is locked and the password expired.`,
      de: `AW: AW: Protokoll und Anlagen
Hallo {first},
passt so, danke! Die Anlagen liegen auf dem Laufwerk.
VG {person}
> Von: {person2}
> Gesendet: {date}
> Betreff: AW: Protokoll und Anlagen
> Hallo zusammen, bitte prüft bis morgen die Anlagen und bestätigt mir die Zahlen. Das Passwort für die Datei schicke ich getrennt.`,
      pt: `Re: Fatura de outubro
Bom dia {first},
Obrigado, recebi a fatura. Será paga até {date}.
{person}
> {person2} escreveu:
> Segue a fatura de outubro no valor de {sum}. Por favor confirme a receção e os dados bancários.`,
      uk: `Re: Порядок денний
Дякую, {first}, погоджуюся.
{person}
> {person2} пише:
> Надсилаю порядок денний на {date}. Прошу підтвердити участь.`,
    },
  },
  {
    id: "bounce-cloud",
    group: "ordinary",
    forms: ["notice"],
    ways: ["office-cloud"],
    from: ["postmaster", "mailer-daemon"],
    display: ["Mail Delivery Subsystem", "postmaster@{host}"],
    headers: [["Auto-Submitted", "auto-generated"]],
    texts: {
      en: `Undeliverable: Minutes of Tuesday
# Delivery has failed to these recipients or groups:
[{person.local}@{host}](mailto:{person.local}@{host})
The email address you entered couldn't be found. Please check the recipient's email address and try to resend the message. If the problem continues, please contact your email admin.
~ Diagnostic information for administrators: Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'`,
    },
  },
  {
    id: "list-announcement",
    group: "ordinary",
    forms: ["plain", "person"],
    ways: ["mailing-list"],
    from: ["{person.local}"],
    display: ["{person}"],
    texts: {
      en: `[press-freedom] Security training for journalists, places left
Dear all,
we still have places on the training for journalists on {date}: safe accounts, two-factor login, how to spot phishing that asks you to verify your password. Free of charge.
Register at [our site](other:/training/{n}) or reply to me off the list.
Best,
{person}`,
      fr: `[asso-quartier] Compte rendu de la réunion
Bonjour,
le compte rendu est en ligne : [compte rendu](other:/cr/{n}). Merci de me signaler toute erreur avant {date}.
{person}`,
    },
  },
  {
    id: "appointment",
    group: "ordinary",
    forms: ["notice", "plain", "person"],
    ways: ["own-server", "own-counted", "known-relay", "office-cloud", "unknown-relay"],
    from: ["appointments", "praxis", "termine"],
    display: ["{firm} Dental", "Praxis {person}", "{firm}"],
    texts: {
      en: `Appointment reminder: {date} at 10:20
Dear {reader},
This is a reminder of your appointment with {person} on {date} at 10:20. Please confirm or cancel at least 24 hours before.
[Confirm](/confirm/{n})
[Cancel or reschedule](/change/{n})
{firm}, {street}, {city}, {phone}`,
      de: `Terminerinnerung: {date}, 10:20 Uhr
Guten Tag {reader},
wir erinnern Sie an Ihren Termin am {date} um 10:20 Uhr in der Praxis {person}. Bitte bringen Sie Ihre Versichertenkarte mit.
[Termin bestätigen](/termin/{n})
~ {firm}, {street}, {city}`,
      pt: `Lembrete de consulta: {date}
Caro(a) {reader},
Lembramos que tem consulta marcada para {date} às 10h20. Para confirmar ou desmarcar, use a ligação abaixo.
[Confirmar consulta](/consulta/{n})
{firm}, {city}`,
    },
  },
  {
    id: "student-letter",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail", "office-cloud"],
    from: ["{person.local}"],
    display: ["{person}"],
    attach: (random) => (random.chance(0.5) ? [docxFile(random, "Questions.docx", "Questions")] : []),
    texts: {
      en: `Request for an interview for my master's thesis
Dear {reader},
My name is {person} and I am a student of political science. For my thesis on parliamentary committees I am interviewing members, and I would be very grateful if you could spare 30 minutes. Your views on oversight would be extremely valuable.
The questions are attached. Interviews can be anonymous.
Would you be available in the week of {date}?
Yours sincerely,
{person}`,
      de: `Anfrage: Interview für meine Masterarbeit
Sehr geehrte/r {reader},
für meine Masterarbeit über Ausschussarbeit suche ich Abgeordnete, die ich interviewen darf. Hätten Sie Zeit für ein Gespräch von etwa 30 Minuten? Die Fragen schicke ich gerne vorab.
Mit freundlichen Grüßen
{person}, {city}`,
      ja: `インタビューのお願い（修士論文）
{reader} 様
突然のご連絡失礼いたします。私は大学院で政治学を学んでおります{person}と申します。修士論文のため、30分ほどお話を伺えないでしょうか。
ご検討のほどよろしくお願い申し上げます。
{person}`,
    },
  },
];

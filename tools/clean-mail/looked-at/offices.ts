/** Looked at: what offices, colleagues' programs and firms' desks write. */
import { audioFile, calendarFile, docxFile, pdfFile, xlsxFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const offices: readonly Kind[] = [
  {
    id: "shared-file",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "known-relay", "own-counted"],
    from: ["no-reply", "sharing", "drive-shares-noreply"],
    display: ["{person} (via {firm} Drive)", "{person}", "{firm}"],
    replyTo: "person-elsewhere",
    texts: {
      en: `{person} shared "Harbour budget {year}.xlsx" with you
{person} shared a file with you
Here's the document that {person} shared with you.
# Harbour budget {year}.xlsx
[Open](/:x:/g/{hex})
This link will work for anyone in your organisation. This link only works for the direct recipients of this message.
~ [Privacy Statement](/privacy)`,
      de: `{person} hat einen Ordner für Sie freigegeben: Sitzung {date}
Guten Tag,
{person} ({org}) hat den Ordner „Sitzung {date}“ für Sie freigegeben. Zum Öffnen melden Sie sich bitte mit Ihrer E-Mail-Adresse an.
[Ordner öffnen](/s/{hex})
~ {firm}, {street}, {city}`,
      ja: `{person}さんが「予算案.xlsx」を共有しました
{person}さんがファイルを共有しました。
[開く](/s/{hex})
~ {firm}`,
    },
  },
  {
    id: "meeting-invitation",
    group: "ordinary",
    forms: ["person", "notice"],
    ways: ["office-cloud"],
    from: ["{person.local}"],
    display: ["{person}"],
    isCalendar: true,
    attach: (random, sender) => [calendarFile(random, sender, "Timetable working group")],
    texts: {
      en: `Timetable working group
Dear {first}, please find below the link for our call.
________________________________________________________________________________
Online meeting
Join on your computer or mobile app
[Click here to join the meeting](other:/l/meetup-join/{hex})
Meeting ID: 312 455 {n} Passcode: {code}
[Learn more](other:/join) | [Meeting options](other:/options/{hex})
________________________________________________________________________________`,
      de: `Besprechung Fahrplan
Liebe Kolleginnen und Kollegen,
hier der Zugang zur Videokonferenz am {date}.
[An der Besprechung teilnehmen](other:/j/{n})
Kenncode: {code}
Viele Grüße
{person}`,
    },
  },
  {
    id: "voicemail",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "inside", "known-relay", "unknown-relay"],
    from: ["voicemail", "noreply", "pbx"],
    display: ["Voicemail", "{firm} Voice", "{phone}"],
    attach: (random) => [audioFile(random, random.chance(0.5) ? "voicemail.wav" : `msg_${random.int(9999)}.mp3`)],
    texts: {
      en: `New voicemail from {phone} (0:34)
You have a new voice message.
| From | {phone}
| Received | {date} {time}
| Duration | 34 seconds
"Hi, it's {person} from the harbour office, could you call me back please? Thanks."
The message is attached. To listen to it by telephone, dial 3600.
~ Sent by your telephone system`,
      de: `Neue Sprachnachricht von {phone}
Sie haben eine neue Nachricht auf Ihrem Anrufbeantworter.
| Anrufer | {phone}
| Zeit | {date} {time}
| Dauer | 0:34
Die Aufnahme ist als Anhang beigefügt.`,
    },
  },
  {
    id: "ticket",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-relay", "unknown-relay"],
    from: ["support", "help", "helpdesk"],
    display: ["{person} ({firm})", "{firm} Support"],
    replyTo: "ticket",
    isAnswer: true,
    texts: {
      en: `[{firm}] Re: Cannot open the archive (#{n})
##- Please type your reply above this line -##
Your request (#{n}) has been updated. To add additional comments, reply to this email.
{person} ({firm})
Hi {first},
Thanks for getting in touch. Could you clear the cache and sign in once more? If that doesn't help, please send us a screenshot.
[View the request](/hc/requests/{n})
~ This email is a service from {firm}.`,
      fr: `Votre demande n° {n} a bien été reçue
Bonjour {first},
Nous avons bien reçu votre demande (n° {n}). Un conseiller vous répondra dans les meilleurs délais. Pour ajouter un commentaire, répondez à ce message.
[Consulter ma demande](/tickets/{n})
~ {firm}, {street}, {city}`,
      pt: `Pedido de suporte #{n} atualizado
Olá {first},
O seu pedido #{n} foi atualizado por {person}. Para responder, basta responder a este e-mail.
[Ver pedido](/tickets/{n})
~ {firm}`,
    },
  },
  {
    id: "bug-tracker",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-relay", "inside"],
    from: ["notifications", "jira", "bugs"],
    display: ["{person} (Tracker)", "{person}"],
    replyTo: "ticket",
    headers: [["X-Auto-Response-Suppress", "DR, OOF, AutoReply"]],
    texts: {
      en: `[Tracker] (FERRY-{n4}) Login form loses its focus
{person} commented on FERRY-{n4}
[FERRY-{n4}](/browse/FERRY-{n4}): Login form loses its focus
> I can confirm this with Firefox. After the password field is filled, the button stays grey.
[View issue](/browse/FERRY-{n4}) [Add comment](/browse/FERRY-{n4}#add-comment)
~ Get Tracker notifications on your phone! [Manage notifications](/settings/notifications)
~ This message was sent by the tracker (v{n4})`,
    },
  },
  {
    id: "leave-approved",
    group: "ordinary",
    forms: ["notice", "plain", "person"],
    ways: ["inside", "own-server", "known-relay"],
    from: ["hr", "noreply", "workday"],
    display: ["", "HR Service", "{firm} People"],
    texts: {
      en: `Your leave request has been approved
Hi {first},
Your request for annual leave from {date}, 5 days, has been approved by {person}.
[View request](/absence/{n})
Reminder: please complete your annual benefits enrolment and update your emergency contact before the end of the month.
~ HR Service`,
      de: `Neue Betriebsvereinbarung: Bitte bis {date} bestätigen
Liebe Kolleginnen und Kollegen,
die neue Betriebsvereinbarung zum mobilen Arbeiten gilt ab {date}. Bitte lesen Sie das Dokument im Intranet und bestätigen Sie die Kenntnisnahme.
[Zum Dokument](/intranet/dokumente/{n})
Viele Grüße
Personalabteilung`,
    },
  },
  {
    id: "password-expires",
    group: "ordinary",
    forms: ["notice", "plain", "person"],
    ways: ["inside", "own-server"],
    from: ["it", "noreply", "adselfservice"],
    display: ["IT Service Desk", "IT Helpdesk", "{firm} IT"],
    texts: {
      en: `Your password expires in 5 days
Dear {first},
The password of your network account will expire in 5 days, on {date}. Please change it before then, or you will not be able to log in.
Press Ctrl+Alt+Del and choose "Change a password", or use the [self-service portal](/selfservice).
Your new password must have at least 12 characters.
IT Service Desk, extension 4410`,
      de: `Ihr Kennwort läuft in 7 Tagen ab
Guten Tag {reader},
Ihr Windows-Kennwort läuft am {date} ab. Bitte ändern Sie es rechtzeitig über Strg+Alt+Entf oder im [Kennwortportal](/kennwort). Danach ist keine Anmeldung mehr möglich.
Mit freundlichen Grüßen
IT-Service`,
      es: `Su contraseña caducará en 5 días
Estimado/a {reader}:
Le informamos de que la contraseña de su cuenta caducará el {date}. Cámbiela antes de esa fecha desde el [portal de usuario](/portal).
Servicio de Informática`,
    },
  },
  {
    id: "awareness",
    group: "ordinary",
    forms: ["person", "notice", "plain"],
    ways: ["inside", "office-cloud", "known-bulk"],
    from: ["security", "it-security", "ciso"],
    display: ["{person}", "Information Security"],
    texts: {
      en: `Security tip of the month: recognise phishing
Dear colleagues,
Phishing mails have become hard to tell from real ones. They say that your account has been suspended, that you must verify your password, or that an invoice is overdue, and they want you to click quickly.
- Check the sender's address, not the name
- Hover over links before you click
- Never enter your password on a page that you reached by a link
- If in doubt, report the mail with the button in Outlook
All staff have to complete the course by {date}: [Start the course](/training)
Thank you for helping to keep us safe,
{person}, Information Security Officer`,
      de: `Achtung: Gefälschte E-Mails im Namen der Bank im Umlauf
Liebe Kolleginnen und Kollegen,
derzeit erhalten viele von uns E-Mails, in denen steht, das Konto sei gesperrt und man müsse seine Daten bestätigen. Bitte nicht auf den Link klicken und kein Passwort eingeben!
Leiten Sie verdächtige E-Mails an die IT weiter. Mehr dazu im [Intranet](/sicherheit).
{person}, IT-Sicherheit`,
    },
  },
  {
    id: "recruiter",
    group: "ordinary",
    forms: ["person", "notice"],
    ways: ["office-cloud", "known-relay", "unknown-relay"],
    from: ["{person.local}", "talent"],
    display: ["{person}", "{person} | {firm}"],
    texts: {
      en: `{first}, a role that might interest you
Hi {first},
I came across your profile and was impressed by your experience. I'm working with an international organisation that is looking for a head of communications, salary up to {sum}.
Would you be open to a quick call this week? You can pick a time [here](/book/{n}), or just reply with your number.
Best,
{person}
Senior Consultant, {firm}`,
      de: `Spannende Position für Sie, {reader}?
Guten Tag {reader},
für einen Mandanten suche ich eine Leitung für den Bereich Kommunikation. Ihr Profil passt sehr gut. Hätten Sie Interesse an einem kurzen, vertraulichen Gespräch?
Freundliche Grüße
{person}
{firm}, {phone}`,
    },
  },
  {
    id: "scanner",
    group: "ordinary",
    forms: ["plain"],
    ways: ["inside", "own-server"],
    from: ["scanner", "kopierer", "copier"],
    display: ["", "Scanner 3rd floor", "Copier"],
    attach: (random) => [pdfFile(random, `SKM_C25819${random.int(999999)}.pdf`, "", null)],
    texts: {
      en: `Message from KM_C258
Scanned document attached.
| Model | C258
| Date | {date} {time}
| Resolution | 300 x 300 dpi
Attachment file format: PDF`,
    },
  },
  {
    id: "quote",
    group: "ordinary",
    forms: ["person"],
    ways: ["office-cloud", "own-server", "free-mail"],
    from: ["{person.local}", "sales"],
    display: ["{person}", "{person}, {firm}"],
    attach: (random) => [
      random.chance(0.5) ? docxFile(random, "Quotation.docx", "Quotation") : xlsxFile(random, "Price list.xlsx"),
    ],
    texts: {
      en: `Quotation {n} - conference chairs
Dear {reader},
Thank you for your enquiry. Please find attached our quotation {n} for 40 conference chairs at {sum} in total, valid until {date}.
We would be happy to receive your purchase order. If you have any questions, please do not hesitate to contact me.
Kind regards,
{person}
Sales
{firm}, {street}, {city}, {phone}`,
      de: `Angebot {n}: Stühle für den Sitzungssaal
Sehr geehrte/r {reader},
vielen Dank für Ihre Anfrage. Im Anhang finden Sie unser Angebot {n} über {sum}.
Über Ihren Auftrag würden wir uns freuen.
Mit freundlichen Grüßen
{person}
{firm}, {street}, {city}`,
    },
  },
  {
    id: "court-delivery",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-relay"],
    from: ["noreply", "portal", "edelivery"],
    display: ["", "{firm} e-Delivery"],
    texts: {
      pl: `Nowe pismo w systemie e-Doręczenia
Szanowny Użytkowniku,
w Twojej skrzynce do e-Doręczeń znajduje się nowe pismo. Aby je odebrać, zaloguj się na swoje konto. Jeśli nie odbierzesz pisma w ciągu 14 dni, zostanie uznane za doręczone.
[Zaloguj się](/login)
Wiadomość wygenerowana automatycznie, prosimy na nią nie odpowiadać.`,
      de: `Neue Zustellung in Ihrem elektronischen Postfach
Guten Tag {reader},
für Sie liegt ein behördliches Schriftstück zur Abholung bereit. Bitte holen Sie es bis zum {date} ab; danach gilt es als zugestellt.
[Zum Postfach](/postfach)
~ {firm}, {street}, {city}`,
      uk: `Нове повідомлення у вашому кабінеті
Шановний {reader}!
У вашому електронному кабінеті з'явився новий документ у справі № {n}. Щоб переглянути його, увійдіть до кабінету.
[Увійти](/cabinet)
Це повідомлення надіслано автоматично.`,
    },
  },
];

/** Held out: what offices, colleagues' programs and firms' desks write. */
import { calendarFile, docxFile, pdfFile, tiffFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const offices: readonly Kind[] = [
  {
    id: "e-signature",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "own-counted", "known-relay"],
    from: ["esign", "dse", "noreply"],
    display: ["{person} via {firm}", "{firm}"],
    replyTo: "person-elsewhere",
    texts: {
      en: `Complete with {firm}: Framework agreement {year}.pdf
^ {person} sent you a document to review and sign
{person} sent you a document to review and sign.
[REVIEW DOCUMENT](/signing/emails/v1)
{reader},
Please sign the attached agreement so that we can start on Monday. Thank you, {person}
Do not share this email. This email contains a secure link to {firm}. Please do not share this email, link, or access code with others.
Alternate signing method: visit {host}, click 'Access documents', and enter the security code: {code}{code}
~ About {firm}: sign documents electronically in just minutes. It's safe, secure, and legally binding.
~ Questions about the document? Reach out to the sender directly.`,
      de: `{person} bittet Sie um Ihre Unterschrift: Mietvertrag.pdf
Guten Tag {reader},
{person} von {org} hat Ihnen das Dokument „Mietvertrag.pdf“ zur elektronischen Unterschrift gesendet.
[Dokument prüfen und unterschreiben](/sign/{n})
Der Link ist bis {date} gültig und nur für Sie bestimmt. Bitte leiten Sie diese Nachricht nicht weiter.
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "calendar-cloud",
    group: "ordinary",
    forms: ["notice", "person"],
    ways: ["office-cloud"],
    from: ["{person.local}"],
    display: ["{person}"],
    isCalendar: true,
    attach: (random, sender) => [calendarFile(random, sender, "Budget round table")],
    texts: {
      en: `Invitation: Budget round table @ {date} 14:00 - 15:00 ({reader})
You have been invited to the following event.
# Budget round table
| When | {date} 14:00 to 15:00
| Where | Room 3, {street}, {city}
| Who | {person} - organiser, {reader}
Going? [Yes](/calendar/event?action=RESPOND&rst=1) [Maybe](/calendar/event?action=RESPOND&rst=3) [No](/calendar/event?action=RESPOND&rst=2)
~ You are receiving this email because you are subscribed for invitations on this calendar.
~ Forwarding this invitation could allow any recipient to send a response to the organiser.`,
      fr: `Invitation : point d'étape, {date} 10:00
Bonjour,
Je vous invite à notre point d'étape mensuel. L'ordre du jour suivra.
| Quand | {date} 10:00
| Lieu | Salle du conseil, {street}
Bien à vous,
{person}`,
    },
  },
  {
    id: "fax-notice",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-relay", "unknown-relay", "inside"],
    from: ["fax", "fax2mail", "noreply"],
    display: ["", "{firm} Fax", "{phone}"],
    attach: (random) => [
      random.chance(0.5)
        ? pdfFile(random, `fax-${random.int(99999)}.pdf`, "Fax", null)
        : tiffFile(random, `fax-${random.int(99999)}.tif`),
    ],
    texts: {
      en: `New fax from {phone}, 2 pages
You have received a new fax.
| From | {phone}
| Received | {date} {time}
| Pages | 2
The fax is attached to this email as a document.
~ {firm} fax service`,
      de: `Fax von {phone} (2 Seiten)
Sie haben ein neues Fax erhalten.
| Absender | {phone}
| Eingang | {date} {time}
| Seiten | 2
Das Dokument finden Sie im Anhang dieser Nachricht. Mit freundlichen Grüßen, Ihr {firm}-Team`,
    },
  },
  {
    id: "build-failed",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-relay", "inside"],
    from: ["builds", "ci", "notifications"],
    display: ["{firm} CI", "{person}"],
    headers: [
      ["X-Auto-Response-Suppress", "All"],
      ["List-ID", "harbour/timetable <timetable.harbour.{host}>"],
    ],
    texts: {
      en: `[harbour/timetable] Run failed: tests - main ({hex})
Run failed for main ({hex})
| Job | tests
| Failed in | 4 minutes and 12 seconds
| Author | {person}
[View workflow run](/harbour/timetable/actions/runs/{n})
1 error, 2 warnings. The job test (22) failed with exit code 1.
~ You are receiving this because you are subscribed to this thread. [Manage your notifications](/settings/notifications)`,
      de: `Build fehlgeschlagen: fahrplan #{n}
Der Build fahrplan #{n} ist fehlgeschlagen.
Letzte Änderung von {person}: Zeiten der Fähre berichtigt ({hex})
[Zur Konsole](/job/fahrplan/{n}/console)`,
    },
  },
  {
    id: "job-application",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail", "office-cloud"],
    from: ["{person.local}"],
    display: ["{person}"],
    attach: (random) => [
      random.chance(0.6)
        ? pdfFile(random, "CV.pdf", "Curriculum vitae", null)
        : docxFile(random, "Application.docx", "Application"),
    ],
    texts: {
      en: `Application: research assistant (ref. {n})
Dear {reader},
I am writing to apply for the position of research assistant advertised on your website on {date}. I graduated last year in political science and have since worked for a member of the regional council, where I prepared briefings on transport and housing.
Please find attached my CV and references. I would be glad to tell you more in an interview and am available at short notice.
Yours sincerely,
{person}
{street}, {city}, {phone}`,
      de: `Bewerbung als Sachbearbeiter/in (Kennziffer {n})
Sehr geehrte Damen und Herren,
mit großem Interesse habe ich Ihre Stellenanzeige gelesen. Anbei erhalten Sie meine Bewerbungsunterlagen als PDF. Nach meinem Studium der Verwaltungswissenschaft war ich drei Jahre bei der Stadt {city} tätig.
Über eine Einladung zu einem persönlichen Gespräch freue ich mich sehr.
Mit freundlichen Grüßen
{person}
{street}, {city}`,
      uk: `Резюме на вакансію помічника депутата
Доброго дня!
Надсилаю своє резюме на вакансію помічника, оголошену на вашому сайті. Маю досвід роботи в громадській організації та вільно володію англійською.
Буду вдячний за відповідь і готовий відповісти на ваші запитання.
З повагою,
{person}, {phone}`,
      pl: `Aplikacja na stanowisko asystenta ({n})
Szanowni Państwo,
w odpowiedzi na ogłoszenie przesyłam w załączniku moje CV oraz list motywacyjny. Od dwóch lat pracuję w biurze radnego w mieście {city}.
Będę wdzięczny za możliwość rozmowy.
Z poważaniem
{person}
tel. {phone}`,
    },
  },
  {
    id: "payslip",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["inside", "own-server", "known-relay", "unknown-relay"],
    from: ["hr", "payroll", "personal"],
    display: ["", "Human Resources", "Payroll"],
    texts: {
      en: `Your payslip for {month} is ready
Hello {first},
Your payslip for {month} is now available in the employee portal. Sign in with your staff account and open Documents > Pay.
[Open the portal](/employee)
Please check that your bank details and tax code are still correct. Changes must be entered by {date} to count for the next payroll.
Kind regards,
Payroll`,
      de: `Ihre Gehaltsabrechnung {month} liegt bereit
Liebe Kolleginnen und Kollegen,
die Gehaltsabrechnung für {month} steht im Mitarbeiterportal zum Abruf bereit. Bitte prüfen Sie Ihre Bankverbindung und teilen Sie Änderungen bis zum {date} mit.
[Zum Mitarbeiterportal](/portal)
Viele Grüße
Ihre Personalabteilung`,
    },
  },
  {
    id: "it-maintenance",
    group: "ordinary",
    forms: ["person", "plain", "notice"],
    ways: ["inside", "office-cloud", "own-server"],
    from: ["it", "helpdesk", "servicedesk"],
    display: ["IT Service Desk", "{person}", "{firm} IT"],
    texts: {
      en: `Planned maintenance: mail and file server, {date}
Dear all,
On {date} between 18:00 and 22:00 we will move mailboxes to the new server. During this time you will not be able to send or receive email. Messages will not be lost.
What you need to do: save your work and log off before 18:00. After the move Outlook may ask for your user name and password once; enter them as usual.
If your mailbox is nearly full, please delete old messages before then.
If you have any problem, open a ticket at [the service desk](/servicedesk) or call extension 4410.
Thank you for your patience,
{person}
IT Service Desk`,
      de: `Wartungsarbeiten am {date}: E-Mail zeitweise nicht verfügbar
Liebe Kolleginnen und Kollegen,
am {date} ab 18 Uhr aktualisieren wir den Mailserver. E-Mail und Kalender sind etwa zwei Stunden nicht erreichbar. Bitte melden Sie sich vorher ab. Nach der Umstellung kann es sein, dass Outlook Sie einmalig nach Ihrem Kennwort fragt.
Bei Fragen wenden Sie sich bitte an den [Service-Desk](/servicedesk) oder die Durchwahl 4410.
Mit freundlichen Grüßen
{person}, IT`,
    },
  },
  {
    id: "meeting-summary",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-counted", "known-relay", "unknown-relay"],
    from: ["no-reply", "meetings", "notes"],
    display: ["{firm} Notes", "{firm}"],
    texts: {
      en: `Meeting summary: weekly planning ({date})
^ Your AI summary is ready
# Weekly planning
Your meeting summary is ready. 5 people attended, 42 minutes.
- {person} will send the draft by Thursday
- Decide on the venue before {date}
- {reader} checks the invoice
[View full summary](/meetings/{n})
[Watch recording](/recordings/{n})
~ AI-generated content may be inaccurate or misleading. Always check for accuracy. {firm}, {street}`,
      ja: `【議事録】週次定例会（{date}）
{reader} 様
会議の要約が作成されました。
- 次回までに{person}が資料を共有する
- 予算案は{date}までに確定する
[議事録を見る](/meetings/{n})
~ {firm}`,
    },
  },
  {
    id: "shared-comment",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "known-relay", "own-counted"],
    from: ["comments-noreply", "notify", "share"],
    display: ["{person} ({firm} Docs)", "{firm}"],
    replyTo: "person-elsewhere",
    texts: {
      en: `{person} mentioned you in a comment in "Manifesto draft 3"
{person} mentioned you in a comment in the following document
# Manifesto draft 3
> @{reader} can you check the figures in section 2 before Friday?
[Open](/document/d/{hex}/edit)
~ {firm}, {street}, {city}. You have received this email because you are mentioned in this thread. [Change what {firm} sends you](/settings). You can reply to this email to reply to the discussion.`,
      de: `{person} hat das Dokument „Protokoll {date}“ für Sie freigegeben
{person} von {org} hat Sie eingeladen, das folgende Dokument zu bearbeiten:
# Protokoll {date}
> Hier der Entwurf, bitte ergänzen.
[In {firm} öffnen](/d/{hex})
Wenn Sie keine Dokumente dieser Person erhalten möchten, können Sie [den Absender sperren](/block).
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "quarantine-digest",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["inside", "own-server"],
    from: ["quarantine", "spamfilter", "postmaster"],
    display: ["", "Mail Quarantine"],
    texts: {
      en: `Quarantine report: 3 messages held
Messages to {readerAddress} were blocked since {date}.
| From | Subject | Action
| offers@cheap-pills.example | Congratulations, you won! | [Release](/q/release/1)
| billing@unknown.example | Your account will be closed, verify now | [Release](/q/release/2)
| hr@other.example | Invoice overdue | [Release](/q/release/3)
Messages are deleted after 14 days. [View all quarantined messages](/q)
~ This report was made by your mail gateway.`,
      de: `Spam-Bericht: 2 Nachrichten zurückgehalten
Für Ihr Postfach wurden seit gestern Nachrichten zurückgehalten:
| Absender | Betreff | Aktion
| gewinn@lotto.example | Sie haben gewonnen | [Zustellen](/q/1)
| konto@bank.example | Ihr Konto wurde gesperrt | [Zustellen](/q/2)
Nach 30 Tagen werden die Nachrichten gelöscht. [Zur Quarantäne](/q)`,
    },
  },
  {
    id: "secure-message",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "office-cloud", "own-counted"],
    from: ["securemail", "messages", "noreply"],
    display: ["{person}", "{firm} Secure Mail"],
    texts: {
      en: `{person} has sent you a protected message
{person} ({firm}) has sent you a protected message.
# Protected message
[Read the message](/encryption/{hex})
Learn about messages protected by {firm}. To read it you sign in or use a one-time passcode that we send to this address.
~ Confidential. Privacy statement: [read](/privacy)`,
      de: `Sichere E-Mail von {person}
Sie haben eine verschlüsselte Nachricht von {person} erhalten.
Um sie zu lesen, melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort im Webportal an. Wenn Sie noch kein Passwort haben, können Sie es beim ersten Besuch vergeben.
[Zum Webportal](/webmail/{hex})
{firm}, {street}, {city}`,
    },
  },
  {
    id: "insurance-claim",
    group: "ordinary",
    forms: ["person", "notice"],
    ways: ["own-server", "office-cloud"],
    from: ["claims", "schaden", "sinistros"],
    display: ["{person} - {firm}", "{firm} Claims"],
    replyTo: "ticket",
    attach: (random) => [pdfFile(random, `claim-${random.int(99999)}.pdf`, "Claim", null)],
    texts: {
      en: `Your claim {n}: documents needed
Dear {reader},
Thank you for reporting the damage of {date}. To settle your claim {n} we still need a copy of the repair invoice and the number of the account to which we may pay the compensation of {sum}.
You can upload documents at [{host}/claims](/claims/{n}) or send them by post.
Please find our letter attached.
Kind regards,
{person}
{firm}, {street}, {city}`,
      pt: `Processo de sinistro n.º {n}
Exmo(a). Senhor(a) {reader},
Relativamente ao processo em referência, informamos que a indemnização de {sum} foi aprovada. Solicitamos o envio do comprovativo de IBAN para efetuarmos o pagamento.
Em anexo segue a carta com os detalhes.
Com os melhores cumprimentos,
{person}
{firm}, {street}, {city}`,
    },
  },
  {
    id: "craft-invoice",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail", "office-cloud", "own-server"],
    from: ["{person.local}", "info", "rechnung"],
    display: ["{person}", "{firm}"],
    attach: (random) => [pdfFile(random, `Invoice_${1000 + random.int(8999)}.pdf`, "Invoice", null)],
    texts: {
      en: `Invoice {n} - painting of the stairwell
Dear {reader},
please find attached our invoice {n} over {sum} for the work of last week. Kindly transfer the amount within 14 days to the account named on it.
Thank you for your business.
Best regards,
{person}
{firm}, {street}, {city}, {phone}`,
      de: `Rechnung Nr. {n}
Sehr geehrte Damen und Herren,
anbei erhalten Sie unsere Rechnung Nr. {n} über {sum}. Bitte überweisen Sie den Betrag bis zum {date} auf das angegebene Konto.
Vielen Dank für Ihren Auftrag.
Mit freundlichen Grüßen
{person}
{firm}
{street}, {city}
Tel. {phone}`,
      pl: `Faktura nr {n}
Dzień dobry,
w załączniku przesyłam fakturę nr {n} na kwotę {sum}. Termin płatności: {date}.
Pozdrawiam
{person}
{firm}, {street}, {city}`,
    },
  },
];

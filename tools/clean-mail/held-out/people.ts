/** Held out: what people, schools, clubs and mail servers write. */
import { docxFile, jpegFile, pdfFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const people: readonly Kind[] = [
  {
    id: "school-letter",
    group: "ordinary",
    forms: ["person", "notice", "plain"],
    ways: ["own-server", "office-cloud", "unknown-bulk", "known-bulk"],
    from: ["office", "sekretariat", "school"],
    display: ["{firm} School", "{person}"],
    attach: (random) => (random.chance(0.5) ? [pdfFile(random, "Letter to parents.pdf", "Letter", null)] : []),
    texts: {
      en: `Year 5 trip to the harbour museum - payment and consent
Dear parents and carers,
Year 5 will visit the harbour museum on {date}. The cost is {sum} per child. Please pay through the school's payment page by Friday and confirm that we may treat your child in an emergency.
[Pay and give consent](/parents)
Children need a packed lunch and a raincoat. If you have trouble signing in, the office can reset your password.
Kind regards,
{person}, Head of Year`,
      de: `Elternbrief: Klassenfahrt und Elternabend
Liebe Eltern,
die Klassenfahrt findet vom {date} an statt. Bitte überweisen Sie den Beitrag von {sum} bis Ende des Monats auf das Schulkonto und geben Sie den Abschnitt unterschrieben zurück.
Der Elternabend ist am Dienstag um 19 Uhr in der Aula.
Mit freundlichen Grüßen
{person}
Schulleitung`,
      uk: `Батьківські збори та шкільна екскурсія
Шановні батьки!
Запрошуємо вас на батьківські збори, які відбудуться {date} о 18:00. Також просимо до п'ятниці здати {sum} на екскурсію до музею.
Інформація на сайті школи: [читати](/news)
З повагою, {person}, класний керівник`,
    },
  },
  {
    id: "auto-reply",
    group: "ordinary",
    forms: ["plain", "person"],
    ways: ["office-cloud", "own-server"],
    from: ["{person.local}"],
    display: ["{person}"],
    isAnswer: true,
    headers: [
      ["Auto-Submitted", "auto-replied"],
      ["X-Auto-Response-Suppress", "All"],
    ],
    texts: {
      en: `Automatic reply: Minutes of Tuesday
Thank you for your email. I am out of the office until {date} with limited access to my messages. For urgent matters please contact {person2} at {phone}.
{person}
{firm}`,
      de: `Automatische Antwort: Termin nächste Woche
Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich {date} nicht im Büro. Ihre E-Mail wird nicht weitergeleitet. In dringenden Fällen wenden Sie sich bitte an {person2}, {phone}.
Mit freundlichen Grüßen
{person}`,
      fr: `Réponse automatique : votre demande
Bonjour,
Je suis absente jusqu'au {date}. En cas d'urgence, vous pouvez contacter {person2} au {phone}.
Bien cordialement,
{person}`,
    },
  },
  {
    id: "forwarded",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail", "office-cloud"],
    from: ["{person.local}"],
    display: ["{person}"],
    texts: {
      en: `Fwd: Your parking permit
Can you deal with this please? Thanks, {person}
---------- Forwarded message ---------
From: City of {city} <permits@parking.test>
Date: {date}
Subject: Your parking permit
To: {person}
Dear resident, your parking permit expires on {date}. To renew it please log in to your account and pay {sum}. If you do not renew, your permit will be cancelled.
[Renew your permit](other:/permits/renew)
City of {city}, Parking Services`,
      de: `WG: Einladung zur Mitgliederversammlung
Zur Kenntnis, kommst du mit? LG {person}
-----Ursprüngliche Nachricht-----
Von: Heimatverein {city} <vorstand@heimatverein.test>
Gesendet: {date}
An: {person}
Betreff: Einladung zur Mitgliederversammlung
Liebe Mitglieder, wir laden herzlich ein zur Versammlung am {date} um 19 Uhr im Gasthaus. Anträge bitte bis eine Woche vorher. Der Beitrag von {sum} ist jetzt fällig, bitte auf das bekannte Konto überweisen.
[Tagesordnung](other:/versammlung)`,
    },
  },
  {
    id: "personal-pictures",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail"],
    from: ["{person.local}"],
    display: ["{person}", "{person.first}"],
    attach: (random) => [
      jpegFile(random, `IMG_${1000 + random.int(8999)}.jpg`),
      jpegFile(random, `IMG_${1000 + random.int(8999)}.jpg`),
    ],
    texts: {
      en: `Photos from Sunday
Hi {first},
here are the photos from Sunday. The one with the dog is my favourite! Thanks again for the lovely lunch, we all enjoyed it very much.
See you at the market on Saturday?
Love, {person.first}
Sent from my phone`,
      es: `Fotos del cumpleaños
¡Hola {first}!
Te mando las fotos del cumpleaños de la abuela. Ha salido muy guapa. Dale un beso de mi parte a todos y cuéntame cuándo venís por aquí.
Un abrazo,
{person.first}`,
      ar: `صور من الرحلة
أهلا {first}،
أرسل لك بعض الصور من رحلتنا الأسبوع الماضي. كان الجو جميلا جدا. متى نراك؟
تحياتي للعائلة
{person.first}`,
      pt: `Fotografias do fim de semana
Olá {first},
Aqui vão as fotografias de domingo. Foi um dia muito bom. Diz-me quando podes vir jantar cá a casa.
Beijinhos,
{person.first}`,
    },
  },
  {
    id: "association-merge",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail"],
    from: ["club.{slug}", "{slug}", "{person.local}"],
    display: ["{firm}", "{firm} - {person}"],
    attach: (random) => (random.chance(0.5) ? [docxFile(random, "Programme.docx", "Programme")] : []),
    texts: {
      en: `Membership fees and spring programme
Dear {first},
Happy new year from the committee! The annual membership fee of {sum} is now due. You can pay by bank transfer to the usual account or in cash at the next meeting.
Attached is the spring programme. Please let us know if your address or telephone number has changed.
We look forward to seeing you,
{person}, Treasurer
{firm}`,
      de: `Jahresbeitrag und Helfer für das Sommerfest gesucht
Liebe Mitglieder,
unser Sommerfest ist am {date}. Wir suchen noch Helfer für Auf- und Abbau, bitte tragt euch in die Liste ein: [Doodle](other:/poll/{n})
Bitte denkt auch an den Jahresbeitrag von {sum}.
Viele Grüße vom Vorstand
{person}
{firm}`,
      pl: `Składki i zebranie członków
Szanowni Państwo,
zapraszamy na zebranie, które odbędzie się {date} o godz. 18. Przypominamy o wpłacie składki w wysokości {sum} na konto stowarzyszenia.
Z pozdrowieniami
{person}, Zarząd
{firm}`,
      fr: `Assemblée générale et cotisation
Chers adhérents,
L'assemblée générale aura lieu le {date} à 20 h. Merci de penser à régler votre cotisation de {sum} par virement ou par chèque.
Vous trouverez le programme en pièce jointe.
Amicalement,
{person}, trésorière
{firm}`,
    },
  },
  {
    id: "bounce",
    group: "ordinary",
    forms: ["plain"],
    ways: ["own-server"],
    from: ["MAILER-DAEMON"],
    display: ["Mail Delivery System"],
    headers: [["Auto-Submitted", "auto-replied"]],
    texts: {
      en: `Undelivered Mail Returned to Sender
This is the mail system at host mail.{host}.
I'm sorry to have to inform you that your message could not be delivered to one or more recipients. It's attached below.
For further assistance, please send mail to postmaster.
If you do so, please include this problem report. You can delete your own text from the attached returned message.
<{person.local}@{host}>: host mail.{host}[{ip}] said: 550 5.1.1 User unknown in virtual mailbox table (in reply to RCPT TO command)`,
    },
  },
  {
    id: "list-talk",
    group: "ordinary",
    forms: ["plain", "person"],
    ways: ["mailing-list"],
    from: ["{person.local}"],
    display: ["{person}"],
    texts: {
      en: `Re: [open-councils] Which format for minutes?
On {date}, {person2} wrote:
> I think we should publish minutes as plain HTML with a feed.
> PDF is what the clerks have, though.
I agree about HTML. We tried both last year and nobody opened the PDFs. There is a converter at [our repository](other:/tools/converter), it takes the documents of the clerks as they are.
Has anybody had trouble with its login? I had to reset my password twice.
{person}`,
      uk: `Re: [gromada] Відкриті дані бюджету
> Чи є в когось таблиці за минулий рік?
Так, я виклав їх тут: [таблиці](other:/data/budget). Якщо не відкривається, напишіть, надішлю поштою.
{person}`,
      ja: `Re: [shimin-ml] 次回の集まりについて
> 会場はどこになりますか？
市民センターの第2会議室を予約しました。地図はこちらです：[地図](other:/map)
参加費は500円です。
{person}`,
    },
  },
  {
    id: "neighbour-letter",
    group: "ordinary",
    forms: ["person", "plain"],
    ways: ["free-mail"],
    from: ["{person.local}"],
    display: ["{person}", ""],
    texts: {
      en: `Speeding on our street - please help
Dear {reader},
I am a constituent and live in {street}. Cars drive through our street far too fast and two children were nearly hit last week. I urge you to act: would you be willing to meet residents, or could your office arrange a call with the council?
I would be grateful for your reply. I have put a video here: [video](other:/v/{n})
Yours sincerely,
{person}
{street}, {city}, {phone}`,
      ru: `Обращение по поводу ремонта дороги
Уважаемый {reader}!
Обращаюсь к вам от имени жителей нашей улицы. Дорога не ремонтировалась десять лет, и мы просим вас помочь. Готовы ли вы встретиться с жителями?
Буду благодарен за ответ.
{person}, {city}`,
      ar: `شكوى بخصوص شارعنا
السيد {reader} المحترم،
أنا من سكان {street}، ونعاني منذ أشهر من انقطاع المياه. أرجو منكم التدخل لدى البلدية، ونأمل أن تحددوا لنا موعدا للقاء.
مع الشكر والتقدير،
{person}`,
      zh: `关于小区停车问题的来信
{reader}您好：
我是贵选区的居民，我们小区的停车问题已经困扰大家很久。希望您能抽空与居民见面，听取我们的意见。盼复。
此致
敬礼
{person}`,
    },
  },
];

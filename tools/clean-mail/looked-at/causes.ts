/** Looked at: what charities, parties, petitions, clubs and associations ask of many. */
import { pdfFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const causes: readonly Kind[] = [
  {
    id: "donation-appeal",
    group: "newsletter",
    forms: ["newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["appeal", "spenden", "info"],
    display: ["{firm}", "{person}, {firm}"],
    texts: {
      en: `Deadline midnight: your gift will be DOUBLED
^ Only hours left
# Every 1 becomes 2
Dear {first}, right now a family in the flooded valleys is sleeping on a roof. A generous donor will match every gift until midnight tonight, up to 200,000 EUR. We are still {four} short.
[DONATE NOW](/donate/{n})
25 EUR provides clean water for a family. 60 EUR pays for a tent.
Please don't wait. With gratitude, {person}
~ Registered charity {n}. {firm}, {street}, {city}`,
      de: `Nothilfe: Jetzt zählt jede Stunde
# Bitte helfen Sie
Liebe/r {first}, nach dem Erdbeben fehlt es an allem. Mit 35 Euro schenken Sie einer Familie Decken und Medikamente. Bitte überweisen Sie noch heute.
[Jetzt spenden](/spenden)
Spendenkonto: {firm}, Verwendungszweck Nothilfe {n}
Danke! Ihre {person}
~ {firm}, {street}, {city}`,
      uk: `Терміново: збираємо на генератори для лікарень
Друзі, до зими лишилося три тижні. Нам бракує {four} гривень на генератор для лікарні у {city}. Кожен внесок важливий.
[Підтримати збір](/donate)
Реквізити та звіти на сайті.
~ {firm}`,
      ar: `ساهموا معنا قبل نهاية رمضان
عزيزي المتبرع {first}،
تبرعك اليوم يوفر وجبة إفطار لعائلة محتاجة. بقيت أيام قليلة، فلا تفوت الأجر.
[تبرع الآن](/donate)
~ {firm}`,
    },
  },
  {
    id: "campaign-fundraising",
    group: "newsletter",
    forms: ["newsletter", "person", "notice"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["team", "info", "contact"],
    display: ["{person}", "{person} for {city}", "{firm}"],
    texts: {
      en: `{first}, I'm asking you one last time
{first}, our records show that you have not yet chipped in before tonight's critical end-of-quarter deadline.
Supporter record: #{n}
Status: PENDING
Suggested support: 25
My opponent just got a check from a billionaire. I can't compete without you. If you've saved your payment information, your donation will go through immediately:
[Express donate: 10](/donate/10)
[Express donate: 25](/donate/25)
[Or donate another amount](/donate)
Thank you,
{person}
~ Paid for by {person} for {city}. Contributions are not tax deductible. {street}, {city}`,
      es: `Quedan 24 horas para cerrar la campaña
Hola {first}: mañana acaba el plazo y nos faltan {four} euros para llegar. No dependemos de los bancos, dependemos de gente como tú.
[APORTA AHORA](/aporta)
Un abrazo, {person}
~ {firm}, {street}, {city}`,
      fr: `Dernières heures pour soutenir notre campagne
Chère amie, cher ami, il nous reste quelques heures pour boucler le budget. Un don de 50 € ne vous coûte que 17 € après réduction d'impôt.
[Je donne](/don)
{person}
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "petition-update",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "unknown-relay"],
    from: ["petitions", "noreply", "aktion"],
    display: ["{firm} Petitions", "{person} via {firm}"],
    texts: {
      en: `{person} just started a petition that needs your signature
# Save the {city} library
{first}, the council wants to close the library on {date}. 4,{four} people have signed. Will you be next?
[Sign with one click](/petition/{n})
You signed a similar petition last year. Victory! It was won. [See how](/petition/{n}/update)
~ {firm}, {street}, {city}`,
      de: `Bitte bestätigen Sie Ihre Unterschrift
Hallo {first},
danke, dass Sie den Appell „Moor muss nass“ unterzeichnet haben. Ihre Unterschrift zählt erst, wenn Sie sie bestätigen. Klicken Sie dazu bitte auf den Link.
[Unterschrift bestätigen](/bestaetigen/{hex})
Dann leiten Sie diese E-Mail bitte an Ihre Freunde weiter.
~ {firm}, {street}, {city}`,
      pl: `Pilne: podpisz petycję przed głosowaniem
{first}, jutro Sejmik głosuje nad wycinką lasu. Potrzebujemy jeszcze {four} podpisów. To zajmie minutę.
[Podpisz teraz](/petycja/{n})
~ {firm}, {street}, {city}`,
      ru: `Срочно: поддержите обращение
Здравствуйте! Завтра суд рассмотрит жалобу журналистов. Подпишите обращение в их поддержку, это займёт минуту.
[Подписать](/petition/{n})
~ {firm}`,
    },
  },
  {
    id: "agm-invitation",
    group: "newsletter",
    forms: ["person", "notice", "newsletter"],
    ways: ["own-server", "known-bulk", "office-cloud", "unknown-bulk"],
    from: ["office", "vorstand", "secretariat"],
    display: ["{firm}", "{person}"],
    attach: (random) => (random.chance(0.4) ? [pdfFile(random, "Agenda.pdf", "Agenda", null)] : []),
    texts: {
      en: `Notice of Annual General Meeting and electronic voting
Dear member,
Notice is hereby given that the Annual General Meeting of {firm} will be held on {date} at 18:30 at {street}, {city}. You can vote online until two days before. Your voting credentials: member ID {n}, passcode {ref}.
[Cast your vote](/vote/{hex})
By order of the board,
{person}, Secretary`,
      de: `Einladung zur ordentlichen Mitgliederversammlung
Liebe Mitglieder,
hiermit laden wir fristgerecht zur Mitgliederversammlung am {date} um 19 Uhr ein. Anträge sind bis eine Woche vorher schriftlich einzureichen. Die Vollmacht finden Sie auf der Website.
[Tagesordnung](/mv/{n})
Mit freundlichen Grüßen
{person}, Vorstand`,
      fr: `Convocation à l'assemblée générale du {date}
Chers adhérents, chères adhérentes,
vous êtes convoqués à l'assemblée générale ordinaire. Pensez à régler votre cotisation ({sum}) avant cette date pour pouvoir voter.
[Régler ma cotisation](/adhesion)
Le président, {person}`,
    },
  },
  {
    id: "parish-letter",
    group: "newsletter",
    forms: ["person", "newsletter"],
    ways: ["known-bulk", "office-cloud", "unknown-bulk", "own-server"],
    from: ["office", "pfarrbuero", "parafia"],
    display: ["{firm} Parish", "{person}", "{firm}"],
    texts: {
      en: `Parish news: harvest supper, prayers and a plea for cake
Dear friends,
Please pray for the family of our late brother, whose funeral is on {date}. The roof fund stands at {sum}. God bless you all for your generosity; may He who died for us keep you.
- Harvest supper on Saturday, bring a pudding
- Envelopes for giving are at the back, or [give online](/give)
In Christ, {person}`,
      de: `Gemeindebrief: Gottesdienste und Termine
Liebe Gemeinde,
am Sonntag feiern wir Erntedank. Die Kollekte ist für die Diakonie bestimmt. Wer einen Kuchen bringen kann, melde sich bei {person}, {phone}.
[Gemeindebrief lesen](/gemeindebrief)
Gottes Segen, Ihre {person2}`,
      pl: `Ogłoszenia parafialne
Szczęść Boże! W niedzielę odpust. Bóg zapłać za ofiary na remont dachu. Zapisy na pielgrzymkę do {date}, wpłata 100 zł w kancelarii.
[Intencje mszalne](/intencje)
ks. {person}`,
    },
  },
  {
    id: "parents-letter",
    group: "newsletter",
    forms: ["person", "notice", "plain"],
    ways: ["office-cloud", "known-relay", "own-server", "unknown-bulk"],
    from: ["office", "sekretariat", "school"],
    display: ["{firm} School", "{person}", ""],
    attach: (random) => (random.chance(0.4) ? [pdfFile(random, "Letter.pdf", "Letter to parents", null)] : []),
    texts: {
      en: `Year 8: trip payment due and reminders
Dear parents and carers,
The final payment of {sum} for the residential is due on {date}. Please pay through the parents' app, not by cash. Log in with the email address that we hold for you; if you have forgotten your password, use the reset link on the login page.
[Pay online](/pay)
Photo orders close on Friday. Urgent: we still need consent forms from 14 families.
Kind regards, {person}, School Office`,
      es: `Circular: matrícula y becas de comedor
Estimadas familias:
El plazo para solicitar la beca de comedor termina el {date}. Deben entregar el formulario firmado y copia del DNI en secretaría o por la plataforma.
[Acceder a la plataforma](/familias)
Atentamente, {person}, Secretaría`,
      ru: `Родительское собрание и оплата питания
Уважаемые родители!
Собрание состоится {date} в 18:00. Просим погасить задолженность за питание до конца недели через личный кабинет.
[Личный кабинет](/lk)
{person}, классный руководитель`,
      ja: `保護者の皆様へ：修学旅行費のお支払いについて
保護者各位
修学旅行費の最終のお支払い期限は {date} です。専用サイトにログインのうえ、お手続きください。
[お支払いはこちら](/payment)
{firm} 事務局`,
    },
  },
];

/** Looked at: what papers, podcasts, universities, makers of software and networks send to many. */
import type { Kind } from "../kind.ts";

export const letters: readonly Kind[] = [
  {
    id: "morning-letter",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "own-counted", "unknown-bulk"],
    from: ["morning", "briefing", "redaktion"],
    display: ["{firm}", "{firm} Morning Briefing", "{person}"],
    texts: {
      en: `Banks freeze accounts, a hacker sentenced, and the price of bread
# Good morning. Here's what you need to know
The government seized assets worth 40 million from two sanctioned businessmen. A court in {city} sentenced a hacker who stole the passwords of 11,000 patients. Inheritance tax is back on the agenda.
[Read the full story](/{year}/{n})
Exclusive: documents show that the minister knew. [Our investigation](/investigations/{n})
[Forward this to a friend](/share) [Download our app](/app)
~ {firm}, {street}, {city}`,
      de: `Morgenlage: Haushalt geplatzt, Konten gesperrt, Hacker gefasst
# Guten Morgen
Was heute wichtig wird: Die Koalition streitet weiter über den Haushalt. Ermittler sperren Konten eines Oligarchen. Und: Warum Sie Ihr Passwort jetzt ändern sollten.
[Weiterlesen](/morgenlage/{n})
Ihre {person}
~ {firm}, {street}, {city}`,
      ar: `نشرة الصباح: أهم ما حدث الليلة الماضية
# صباح الخير
المحكمة تصدر حكمها في قضية التمويل، والبنك المركزي يرفع الفائدة، وعاجل: انقطاع الإنترنت في {city}.
[اقرأ الخبر كاملا](/news/{n})
~ {firm}`,
      zh: `早报：央行降息，两名官员受审
# 早上好
央行宣布降息；两名官员因受贿受审；专家提醒警惕冒充公检法的电信诈骗。
[阅读全文](/news/{n})
~ {firm}`,
    },
  },
  {
    id: "podcast",
    group: "newsletter",
    forms: ["newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk"],
    from: ["podcast", "hello", "{slug}"],
    display: ["{person} and {person2}", "{firm} Podcast"],
    texts: {
      en: `New episode: the man who sold the same bridge twice
Hello listeners,
This week {person2} tells the story of a con man who emptied the savings of half a town with one letter. Don't trust anybody who promises you a share of an inheritance, is what we learned.
[Listen now](/episodes/{n})
Our sponsor this week has an exclusive offer: get 50% off a password manager at [this link](other:/podcast).
Enjoy the show? Leave us five stars, it takes ten seconds.
~ {firm}, {city}`,
      fr: `Nouvel épisode : dans la tête des arnaqueurs
Bonjour, cette semaine, Hélène raconte comment elle a viré 30 000 € à un homme qu'elle n'avait jamais vu. Un témoignage fort.
[Écouter l'épisode](/episodes/{n})
~ {firm}, {city}`,
      pt: `Novo episódio já disponível
Olá! Esta semana falamos com {person2} sobre a privacidade das crianças na internet.
[Ouvir agora](/ep/{n})
Apoie-nos a partir de 3 € por mês. [Apoiar](/apoiar)
~ {firm}`,
    },
  },
  {
    id: "online-course",
    group: "newsletter",
    forms: ["newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["learn", "hello", "academy"],
    display: ["{firm} Academy", "{person} from {firm}"],
    texts: {
      en: `Doors close tonight ⏳ (and the bonus disappears)
Hey {first},
This is it. At midnight the doors to Write Your Book in 90 Days close and we won't open them again this year.
You'll get:
- 12 video modules
- weekly calls with me
- 100% money-back guarantee, no questions asked
Over 3,{four} students have already changed their lives. One of them made 10,000 in her first month.
[YES, I WANT IN](/enrol/{n})
Talk soon,
{person}
P.S. If you click and the page says sold out, just hit reply.
~ {firm}, {street}, {city}`,
      es: `Último día: 80% de descuento en todos los cursos
Hola {first}: tu acceso gratuito caduca hoy. Consigue el certificado y mejora tu salario trabajando desde casa.
[Inscribirme ahora](/cursos)
~ {firm}, {city}`,
      ru: `Бесплатный вебинар: как освоить профессию за 4 месяца
Здравствуйте, {first}! Сегодня в 19:00 расскажем, как зарабатывать удалённо от 100 тысяч рублей. Всем участникам подарок: чек-лист и скидка 40 %.
[Занять место](/webinar)
~ {firm}`,
      pl: `Zostało 5 miejsc! Webinar już jutro
Cześć {first}, jutro o 18:00 spotykamy się online. Link do pokoju wyślemy tylko zapisanym. Udział bezpłatny.
[Rezerwuję miejsce](/webinar/{n})
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "papers-call",
    group: "newsletter",
    forms: ["plain", "person", "notice"],
    ways: ["office-cloud", "own-server", "mailing-list", "known-bulk"],
    from: ["cfp", "conference", "editor"],
    display: ["{person}", "{firm} Conference", ""],
    texts: {
      en: `Deadline extended: call for papers, {city} {year}
Dear colleague,
Due to many requests, the deadline for submissions has been extended to {date}. This is the final extension.
Topics include, but are not limited to: parliamentary oversight, election security, open data.
Accepted papers will be published with an ISBN. Please register an account in the submission system and upload your paper as PDF.
[Submit your paper](/submit)
With best regards,
{person}, on behalf of the organising committee`,
      de: `Call for Papers: Tagung „Parlament und Öffentlichkeit“
Liebe Kolleginnen und Kollegen,
wir bitten um Vorschläge (max. 300 Wörter) bis {date} an die unten genannte Adresse. Reisekosten werden übernommen.
[Zum Aufruf](/tagung/{n})
Mit besten Grüßen
{person}`,
      zh: `征稿通知：{year}年公共治理学术研讨会
尊敬的专家学者：
诚邀您投稿并参会。截稿日期延长至{date}，录用论文将推荐至核心期刊发表，版面费另行通知。
[在线投稿](/submit)
会议组委会 {person}`,
    },
  },
  {
    id: "software-launch",
    group: "newsletter",
    forms: ["newsletter", "notice", "plain"],
    ways: ["known-bulk", "known-relay", "unknown-relay", "own-counted"],
    from: ["product", "updates", "hello"],
    display: ["{firm}", "{person.first} from {firm}", "The {firm} Team"],
    texts: {
      en: `What's new in {firm} 4.2: passkeys, shared vaults and faster sync
# Release notes
- Sign in with a passkey: no password to remember or to steal
- Shared folders now support permissions. Invite your team by link
- Fixed: attachments larger than 25 MB failed to upload
Action required for administrators: TLS 1.0 will be switched off on {date}. Older clients will lose access.
[Update now](/download)
[Read the changelog](/changelog)
~ {firm}, {street}, {city}`,
      de: `Wichtiges Update: Bitte aktualisieren Sie bis {date}
Hallo {first},
Version 7 schließt zwei Sicherheitslücken. Bitte aktualisieren Sie Ihre Installation umgehend. Nach dem Update müssen Sie sich einmal neu anmelden.
[Update herunterladen](/download)
~ {firm}, {street}, {city}`,
      ja: `新機能のお知らせとメンテナンスについて
いつもご利用いただきありがとうございます。新バージョンでは二段階認証の設定が簡単になりました。{date} 深夜にメンテナンスのため一時的にログインできなくなります。
[詳細を見る](/release)
~ {firm}`,
      uk: `Оновлення: двофакторний захист для всіх
Вітаємо! Відтепер двофакторна перевірка доступна на всіх тарифах. Увімкніть її в налаштуваннях облікового запису до {date}.
[Увімкнути](/security)
~ {firm}`,
    },
  },
  {
    id: "developer-digest",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["known-bulk", "own-counted", "unknown-bulk"],
    from: ["digest", "weekly", "noreply"],
    display: ["{firm} Weekly", "{person}"],
    texts: {
      en: `Issue #{four}: rotating secrets, a bank's outage, and why tokens expire
# This week
- [Your API token expires: what to do before {date}](/a/{n})
- [How attackers abuse OAuth consent](other:/oauth)
- [Verify your domain in five lines of code](other:/verify)
Sponsor: [Try the error tracker free for 14 days](other:/try), no credit card required.
Jobs: [Senior engineer, {city}, remote](/jobs/{n})
~ Made by {person}. {firm}, {street}, {city}`,
      ru: `Дайджест № {four}: утечки, релизы, вакансии
# Что почитать
- [Как украли пароли у облачного провайдера](/post/{n})
- [Новый релиз: что сломается](other:/release)
Вакансия недели: [удалённо, от 300 тысяч](/jobs/{n})
~ {firm}`,
      ja: `今週の技術ニュース
# 注目の記事
- [パスワードレス認証の実装](/articles/{n})
- [フィッシングサイトを見抜く方法](other:/articles)
~ {firm}`,
    },
  },
  {
    id: "job-board",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-relay", "known-bulk", "unknown-bulk"],
    from: ["jobs", "jobalert", "stellen"],
    display: ["{firm} Jobs", "{firm}"],
    texts: {
      en: `12 new jobs for "press officer" in {city}
# Your job alert
[Press officer, city council](/jobs/{n}) up to {sum} a day
[Part-time assistant, work from home](/jobs/{n4}) no experience needed, start immediately
[Data clerk](/jobs/{hex}) earn up to 30 an hour
Recruiters are looking at your profile. Complete it to be found: your profile is 60% complete.
[Update my profile](/profile)
Stay safe: never pay for a job or send copies of your ID before an interview.
~ {firm}, {street}, {city}`,
      de: `{first}, 8 neue Stellen passen zu Ihrem Profil
Guten Morgen {first},
heute neu für Sie: Referent/in im Landtag ({city}), Redaktionsassistenz in Teilzeit, Nebenjob im Homeoffice mit freier Zeiteinteilung.
[Alle Jobs ansehen](/jobs)
~ {firm}, {street}, {city}`,
      fr: `Votre candidature intéresse un recruteur
Bonjour {first},
un recruteur a consulté votre CV. Connectez-vous pour lire son message.
[Voir le message](/messages)
~ {firm}, {street}, {city}`,
      ar: `وظائف جديدة تناسبك هذا الأسبوع
مرحبا {first}،
وجدنا 9 وظائف جديدة تناسب ملفك، منها وظائف عن بعد براتب مجز. قدم الآن قبل إغلاق باب التقديم.
[عرض الوظائف](/jobs)
~ {firm}`,
    },
  },
  {
    id: "property-portal",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "unknown-relay"],
    from: ["alerts", "immo", "property"],
    display: ["{firm} Homes", "{firm}"],
    texts: {
      en: `Just listed: 2 bed flat in {city}, price reduced
# 3 new homes match your search
![Kitchen with a view]
| 2 bed flat, {street} | {sum} per week
Homes like this go in days. Contact the agent today.
[View property](/property/{n})
Beware of scams: never transfer a deposit before you have seen the property.
~ {firm}, {street}, {city}`,
      de: `Neue Wohnung in {city}: 3 Zimmer, Balkon, ab sofort
# Ihr Suchauftrag
Hallo {first}, schnell sein lohnt sich: Diese Wohnung ist seit 5 Minuten online.
[Zum Exposé](/expose/{n})
Mit Plus-Mitgliedschaft werden Ihre Anfragen zuerst gelesen. [Jetzt freischalten](/plus)
~ {firm}, {street}, {city}`,
      pt: `Novos imóveis na sua zona
Olá {first}, há 6 imóveis novos que correspondem à sua pesquisa em {city}.
[Ver imóveis](/imoveis)
~ {firm}, {city}`,
    },
  },
  {
    id: "social-digest",
    group: "newsletter",
    forms: ["notice", "newsletter"],
    ways: ["own-counted", "own-server", "known-relay"],
    from: ["notification", "digest", "no-reply"],
    display: ["{firm}", "{firm} Community"],
    texts: {
      en: `{person}, {person2} and 14 others posted this week
Hi {first}, you have 4 pending invitations and 23 unread notifications.
[{person} wants to connect](/invite/{n})
You appeared in 9 searches this week. See who's looking at your profile.
[See all views](/views)
~ This email was intended for {reader} ({readerAddress}). {firm}, {street}, {city}`,
      es: `Tienes 3 mensajes sin leer
Hola {first}: {person} y otras 5 personas han comentado tu publicación. No te pierdas nada.
[Ver notificaciones](/notificaciones)
~ {firm}, {city}`,
      ru: `{first}, у вас 5 новых уведомлений
{person} прислал вам сообщение. {person2} хочет добавить вас в друзья.
[Прочитать сообщение](/im)
~ {firm}`,
      ja: `{first}さん、未読のお知らせが7件あります
{person} さんがあなたの投稿にコメントしました。
[お知らせを見る](/notifications)
~ {firm}`,
    },
  },
  {
    id: "dating-digest",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "unknown-bulk"],
    from: ["matches", "noreply", "flirt"],
    display: ["{firm} Dating", "{firm}"],
    texts: {
      en: `💌 Somebody likes you, {first}
# You have a new match
{person.first}, 42, from {city} sent you a smile and would like to get to know you. Don't leave a lovely lady waiting!
[See who it is](/matches/{n})
Upgrade to Premium today with 50% off to read all messages.
[Go Premium](/premium)
~ Never send money to somebody you have not met. {firm}, {street}, {city}`,
      de: `{person.first} hat Ihnen eine Nachricht geschrieben
Hallo {first},
{person.first} (47) aus {city} möchte Sie kennenlernen! Lesen Sie die Nachricht, bevor sie gelöscht wird.
[Nachricht lesen](/nachrichten)
~ {firm}, {street}, {city}`,
      fr: `Vous plaisez à 3 personnes près de {city}
Bonjour {first}, {person.first} a visité votre profil. Brisez la glace !
[Découvrir son profil](/profil/{n})
~ {firm}`,
    },
  },
  {
    id: "author-letter",
    group: "newsletter",
    forms: ["person", "plain", "newsletter"],
    ways: ["known-bulk", "unknown-bulk"],
    from: ["{person.local}", "hello", "mail"],
    display: ["{person}"],
    texts: {
      en: `A confession, and a free chapter
Dear reader,
I have a confession to make. I am sixty-four, I was diagnosed with cancer in the spring, and I have finished the book anyway. The publisher wants to know how many of you would like one, and so I'm asking: would you preorder it?
[Read the first chapter for free](/chapter)
Everybody who preorders before {date} is entered into a draw for a signed copy.
Yours, {person}
~ You get this because you signed up at a reading. {street}, {city}`,
      es: `Una confesión y un capítulo gratis
Querida lectora, querido lector: el libro ya está. Antes de que salga quiero regalarte el primer capítulo.
[Descargar capítulo](/capitulo)
Un abrazo, {person}`,
      uk: `Лист перед виходом книжки
Любі читачі! Книжка вже в друкарні. Хто передзамовить до {date}, отримає підписаний примірник і знижку.
[Передзамовити](/book)
Ваша {person}`,
    },
  },
];

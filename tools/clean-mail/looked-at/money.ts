/** Looked at: what banks, insurers, exchanges and subscriptions write to many. */
import type { Kind } from "../kind.ts";

export const money: readonly Kind[] = [
  {
    id: "loan-offer",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "unknown-bulk"],
    from: ["offers", "kredit", "bank"],
    display: ["{firm} Bank", "{firm}"],
    texts: {
      en: `You're pre-approved: a personal loan of up to 25,000 at 6.1% APR
# Need a helping hand?
Dear {reader}, as an existing customer you could borrow between 1,000 and 25,000 EUR, and the money could be in your account within two hours of signing.
[See my rate](/loans/personal)
Checking your rate won't affect your credit score.
~ Representative example: 10,000 over 60 months at 6.1% APR. Late payment can cause you serious money problems. {firm}, {street}, {city}`,
      de: `Ihr Sofortkredit: bis zu 50.000 € auf Ihr Konto
# Wünsche erfüllen, sofort
Sehr geehrte/r {reader}, mit unserem Privatkredit haben Sie das Geld schon morgen auf dem Konto. Ohne Papierkram: Identität per Video bestätigen, digital unterschreiben, fertig.
[Jetzt Kredit berechnen](/kredit)
~ Bonität vorausgesetzt. {firm}, {street}, {city}`,
      es: `Tienes un préstamo preconcedido de hasta 12.000 €
Hola {first}: por ser cliente tienes disponible un préstamo preconcedido. Sin papeleos y con ingreso inmediato en tu cuenta. Entra en la app con tus claves habituales.
[Quiero verlo](/prestamos)
~ {firm}, {street}, {city}`,
      pl: `Kredyt gotówkowy do 80 000 zł czeka na Ciebie
Dzień dobry, {first}! Przygotowaliśmy dla Ciebie specjalną ofertę kredytu. Wystarczy jedno kliknięcie w bankowości internetowej, a pieniądze będą na koncie w kilka minut.
[Sprawdź ofertę](/kredyt)
~ {firm}, {street}, {city}`,
      zh: `您的专属贷款额度已更新
尊敬的{reader}：您的个人信用贷款额度已提升至20万元，最快当天到账，年化利率低至3.6%。请登录手机银行查看。
[立即查看](/loan)
~ {firm}。贷款有风险，借款需谨慎。`,
    },
  },
  {
    id: "card-marketing",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["own-counted", "known-bulk", "unknown-bulk"],
    from: ["cards", "marketing", "info"],
    display: ["{firm} Cards", "{firm}"],
    texts: {
      en: `Last days: earn 30,000 bonus points with your new card
# A card that pays you back
Apply by {date}, spend {sum} in your first three months and we'll add 30,000 bonus points to your account.
[Apply now](/cards/gold)
- 5% cashback on groceries
- No foreign transaction fees
- Free travel insurance
~ Credit subject to status. {firm}, {street}, {city}`,
      fr: `Activez le paiement mobile et recevez 10 €
Bonjour {first}, ajoutez votre carte bancaire à votre téléphone et payez en un geste. 10 € vous sont offerts pour votre premier paiement avant le {date}.
[Activer le paiement mobile](/mobile)
~ {firm}, {street}, {city}`,
      ja: `【カードご利用で最大10,000円キャッシュバック】
{reader} 様
エントリーのうえ、期間中に5万円以上カードをご利用いただくと、抽選で1,000名様に10,000円をキャッシュバックいたします。
[エントリーする](/campaign)
~ {firm}`,
      ar: `استرد 5% نقدا مع بطاقتك الجديدة
عميلنا العزيز {first}،
قدم الآن على البطاقة الذهبية واحصل على استرداد نقدي وإعفاء من الرسوم للسنة الأولى.
[قدّم الآن](/cards)
~ {firm}`,
    },
  },
  {
    id: "invest-letter",
    group: "newsletter",
    forms: ["newsletter", "person"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["research", "boersenbrief", "editor"],
    display: ["{person}", "{firm} Research", "{firm}"],
    texts: {
      en: `Why this small copper miner could double
^ And three shares to sell before {date}
# The Tuesday pick
Dear investor, while the headlines are about interest rates, the smart money is quietly moving into copper. Our analyst {person2} sees a profit of up to 90% in twelve months.
[Get the full report](/reports/{n})
Full members also receive our model portfolio, up {four} points this year. [Join risk free for 30 days](/join)
~ Your capital is at risk. Past performance is no guide to future returns. {firm}, {street}, {city}`,
      de: `Börsenbrief: Diese Aktie sollten Sie jetzt kennen
# Wochenausblick
Liebe Leserinnen und Leser, der Markt ist nervös. Eine Dividendenperle aus dem Nebenwertesegment bleibt davon unberührt. Renditechance: 40 %.
[Zur Analyse](/analyse/{n})
Herzlichst, Ihr {person}
~ Keine Anlageberatung. {firm}, {street}, {city}`,
      ru: `Дайджест инвестора: рубль, нефть, дивиденды
Добрый день! Главное за неделю: ставка сохранена, дивидендный сезон в разгаре. Какие акции принесут доход до 20 % годовых, в нашем обзоре.
[Читать обзор](/review/{n})
~ Не является индивидуальной инвестиционной рекомендацией. {firm}`,
    },
  },
  {
    id: "crypto-letter",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["known-bulk", "own-counted", "unknown-bulk", "unknown-relay"],
    from: ["news", "rewards", "hello"],
    display: ["{firm} Exchange", "{firm}"],
    texts: {
      en: `Earn up to 12% APY on your bitcoin, no lock-up
# Put your crypto to work
Hi {first}, your wallet is sitting idle. Deposit BTC, ETH or USDT into Flexible Earn and start earning rewards today. New users get a 50 USDT welcome bonus after their first trade.
[Start earning](/earn)
The halving is here: read what it means for miners. [Read more](/blog/{n})
Complete identity verification by {date} to unlock withdrawals above the limit.
[Verify my identity](/kyc)
~ Crypto is volatile. You could lose all of the money you invest. {firm}, {street}, {city}`,
      es: `Gana 25 € en bitcoin por invitar a tus amigos
Hola {first}: comparte tu código {ref} y llévate 25 € en bitcoin por cada amigo que se registre y opere. Sin límite.
[Invitar ahora](/invita)
~ La inversión en criptoactivos no está regulada y puede no ser adecuada para inversores minoristas. {firm}`,
      uk: `Ейрдроп для користувачів: отримайте токени до {date}
Вітаємо, {first}! Розпочалася нова кампанія винагород. Поповніть гаманець, виконайте три завдання та отримайте токени.
[Взяти участь](/airdrop)
~ {firm}`,
      pt: `Bitcoin em máximos: o que fazer agora?
Bom dia, {first}. O bitcoin subiu 8% numa semana. Reunimos cinco estratégias para proteger os seus ganhos.
[Ler análise](/blog/{n})
~ {firm}, {city}`,
    },
  },
  {
    id: "pension-letter",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-server", "own-counted", "known-bulk", "unknown-relay"],
    from: ["pensions", "vorsorge", "info"],
    display: ["{firm} Pensions", "{firm}"],
    texts: {
      en: `Your annual pension statement is ready
Dear {reader},
Your annual benefit statement is now available in your online account. Log in to see what your pension could be worth when you retire, and check that your beneficiaries are up to date.
[View my statement](/login)
Pension scams: never transfer your pension to somebody who calls you out of the blue. If an offer sounds too good to be true, it probably is.
~ {firm} Pensions, {street}, {city}`,
      de: `Altersvorsorge: Jetzt noch staatliche Zulage für {year} sichern
Sehr geehrte/r {reader},
verschenken Sie kein Geld! Bis zum 31.12. können Sie sich die volle Zulage sichern. Bitte prüfen Sie, ob Ihre Angaben noch aktuell sind.
[Angaben prüfen](/vorsorge)
Ihre Ansprechpartnerin: {person}, {phone}
~ {firm}, {street}, {city}`,
      fr: `Épargne retraite : dernière ligne droite avant le {date}
Bonjour {reader},
il vous reste quelques jours pour effectuer un versement et réduire vos impôts. Connectez-vous à votre espace personnel.
[Effectuer un versement](/epargne)
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "bank-scam-warning",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "own-server", "unknown-bulk"],
    from: ["security", "sicherheit", "news"],
    display: ["{firm} Bank", "{firm} Security", "{firm}"],
    texts: {
      en: `Stay safe: how to spot the latest scams
# Stop. Think. Check.
Dear {reader}, fraudsters are sending texts and emails that say your account has been suspended or a parcel is waiting. They ask you to click a link and enter your password, PIN or card number.
- We will never ask for your full password or PIN
- We will never ask you to move money to a safe account
- We will never send you a link to a login page
If you think you've been scammed, call the number on the back of your card immediately.
[Read our fraud guide](/fraud)
~ {firm} Bank, {street}, {city}`,
      de: `Warnung vor aktuellen Phishing-Mails
# Vorsicht, Betrug!
Sehr geehrte/r {reader}, derzeit sind E-Mails im Umlauf, die zur Aktualisierung der Kundendaten oder zur Bestätigung der TAN auffordern. Klicken Sie nicht auf den Link! Wir fragen Sie niemals per E-Mail nach Zugangsdaten, PIN oder TAN.
Haben Sie Ihre Daten schon eingegeben? Sperren Sie Ihr Konto sofort unter {phone}.
[Mehr zum sicheren Banking](/sicherheit)
~ {firm}, {street}, {city}`,
      pt: `Cuidado com as burlas: nunca partilhe os seus códigos
Estimado/a Cliente,
têm circulado mensagens fraudulentas que pedem a atualização urgente dos seus dados de acesso sob pena de bloqueio da conta. Não clique. O banco nunca pede a chave completa do cartão matriz.
[Saiba mais](/seguranca)
~ {firm}, {street}, {city}`,
      uk: `Увага, шахраї: не повідомляйте код з SMS
Шановний клієнте!
Шахраї надсилають листи від імені банку й просять «підтвердити картку». Ніколи не повідомляйте PIN, CVV та коди з SMS. Банк їх не запитує.
[Як захиститися](/security)
~ {firm}`,
      zh: `防诈骗提醒：切勿点击不明链接
尊敬的{reader}：近期有不法分子冒充我行客服，以账户冻结、身份过期为由诱导客户点击链接、输入密码和验证码。我行不会以任何方式索取您的密码。
[了解更多](/safety)
~ {firm}`,
    },
  },
  {
    id: "subscription-renewal",
    group: "newsletter",
    forms: ["notice", "newsletter"],
    ways: ["known-relay", "unknown-relay", "own-counted", "own-server"],
    from: ["billing", "subscriptions", "abo"],
    display: ["{firm}", "{firm} Subscriptions"],
    texts: {
      en: `Your subscription will renew on {date}
Hi {first},
This is a reminder that your annual subscription to {firm} renews automatically on {date} for {sum}. We'll charge the card ending in {four}. You don't need to do anything.
Want to change or cancel? You can do so at any time before that date.
[Manage subscription](/account/subscription)
~ {firm}, {street}, {city}`,
      de: `Ihr Probeabo endet am {date}
Guten Tag {reader},
Ihr kostenloser Probemonat geht zu Ende. Wenn Ihnen unsere Zeitung gefällt, müssen Sie nichts tun: Ab {date} lesen Sie für {sum} im Monat weiter. Kündigen können Sie jederzeit.
[Abo verwalten](/abo)
~ {firm}, {street}, {city}`,
      ru: `Пробный период заканчивается {date}
Здравствуйте, {first}!
{date} мы спишем {sum} с карты *{four}. Если вы не хотите продолжать подписку, отмените её в настройках.
[Управлять подпиской](/subscription)
~ {firm}`,
      ja: `有料プラン自動更新のお知らせ
{reader} 様
ご契約中のプランは {date} に自動更新されます。お支払い方法に変更がない場合、お手続きは不要です。
[ご契約内容の確認](/account)
~ {firm}`,
    },
  },
  {
    id: "price-change",
    group: "newsletter",
    forms: ["notice", "newsletter"],
    ways: ["own-counted", "known-relay", "known-bulk", "unknown-bulk"],
    from: ["info", "noreply", "service"],
    display: ["{firm}"],
    texts: {
      en: `We're updating our prices and terms
Hi {first},
From {date} the price of your Standard plan will go up from {sum} to {sum2} a month. We're also updating our Terms of Use and Privacy Policy. By continuing to use {firm} after that date you accept the new terms.
[Review the changes](/terms)
If you don't want to continue, you can cancel in your account settings.
~ This is a mandatory service email. {firm}, {street}, {city}`,
      de: `Änderung unserer AGB und Preise: Ihre Zustimmung ist erforderlich
Sehr geehrte/r {reader},
wir haben unsere Allgemeinen Geschäftsbedingungen angepasst. Damit Sie Ihr Konto ohne Einschränkungen weiter nutzen können, benötigen wir Ihre Zustimmung bis {date}. Loggen Sie sich dazu wie gewohnt ein. Ohne Zustimmung müssen wir die Geschäftsbeziehung leider kündigen.
[Jetzt zustimmen](/zustimmung)
~ {firm}, {street}, {city}`,
      fr: `Évolution de nos conditions générales et tarifs
Bonjour {reader},
à compter du {date}, votre abonnement passera à {sum} par mois. Vous pouvez résilier sans frais avant cette date.
[Consulter les nouveaux tarifs](/tarifs)
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "renewal-failed",
    group: "ordinary",
    forms: ["notice"],
    ways: ["known-relay", "own-counted", "unknown-relay", "own-server"],
    from: ["billing", "payments", "failed-payments"],
    display: ["{firm}", "{firm} Billing"],
    texts: {
      en: `Payment failed: update your card to keep your subscription
Hi {first},
We tried to charge your card ending in {four} for {sum}, but the payment didn't go through. We'll try again on {date}. To avoid losing access, please update your payment details.
[Update payment method](/billing/{hex})
If you have already done so, you can ignore this message.
~ {firm}, {street}, {city}`,
      es: `No hemos podido cobrar tu suscripción
Hola {first}: tu banco ha rechazado el pago de {sum}. Actualiza tu método de pago antes del {date} para no perder el servicio.
[Actualizar método de pago](/pagos)
~ {firm}, {street}, {city}`,
      pl: `Płatność za subskrypcję nie powiodła się
Cześć {first}, nie udało się pobrać opłaty {sum}. Zaktualizuj dane karty w ciągu 7 dni, w przeciwnym razie subskrypcja zostanie anulowana.
[Zaktualizuj kartę](/platnosci)
~ {firm}, {street}, {city}`,
    },
  },
];

/** Held out: what programs write about accounts, codes, payments and orders. */
import { pdfFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const accounts: readonly Kind[] = [
  {
    id: "password-reset",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-relay", "unknown-relay"],
    from: ["no-reply", "account", "support"],
    display: ["", "{firm} Support"],
    texts: {
      en: `Password reset instructions
^ Somebody asked to reset your {firm} password
Hi {first},
Someone requested a link to change the password of your {firm} account. You can do this through the button below.
[Change my password](/users/password/edit)
If you didn't request this, please ignore this email. Your password won't change until you open the link above and create a new one.
The link is valid for 6 hours. The request came from {ip} on {date}.
~ {firm}, {street}, {city}. Need help? [Contact support](/help)`,
      de: `Passwort zurücksetzen
^ Sie haben ein neues Passwort für {firm} angefordert
Guten Tag {reader},
für Ihr Kundenkonto wurde am {date} ein neues Passwort angefordert. Bitte klicken Sie auf den folgenden Link, um ein neues Passwort zu vergeben. Der Link ist 24 Stunden gültig.
[Neues Passwort vergeben](/konto/passwort)
Haben Sie kein neues Passwort angefordert? Dann können Sie diese E-Mail ignorieren, Ihr bisheriges Passwort bleibt gültig.
Freundliche Grüße
Ihr Team von {firm}
~ {firm}, {street}, {city}. [Impressum](/impressum) | [Datenschutz](/datenschutz)`,
      fr: `Réinitialisation de votre mot de passe
Bonjour {reader},
Vous avez demandé la réinitialisation du mot de passe de votre compte {firm}. Pour choisir un nouveau mot de passe, cliquez sur le bouton ci-dessous. Ce lien expire dans deux heures.
[Réinitialiser mon mot de passe](/compte/mot-de-passe)
Si vous n'êtes pas à l'origine de cette demande, ignorez ce message : votre mot de passe actuel reste valable.
L'équipe {firm}
~ {firm}, {street}, {city}. [Mentions légales](/mentions)`,
      ru: `Восстановление пароля
Здравствуйте, {first}!
Вы запросили восстановление пароля для учётной записи на сайте {firm}. Чтобы задать новый пароль, перейдите по ссылке:
[Задать новый пароль](/account/restore)
Ссылка действует 24 часа. Если вы не запрашивали восстановление пароля, просто удалите это письмо.
С уважением, служба поддержки {firm}`,
      ja: `【{firm}】パスワード再設定のご案内
{reader} 様
いつも{firm}をご利用いただきありがとうございます。
パスワード再設定のお申し込みを受け付けました。下記のリンクから24時間以内にお手続きをお願いいたします。
[パスワードを再設定する](/account/reset)
お心当たりのない場合は、このメールを破棄してください。パスワードは変更されません。
~ ※このメールは送信専用です。ご返信いただいてもお答えできません。
~ {firm} カスタマーサポート {city}`,
    },
  },
  {
    id: "one-time-code",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-relay", "unknown-relay"],
    from: ["noreply", "verify", "login"],
    display: ["", "{firm}"],
    texts: {
      en: `{code} is your {firm} verification code
Your verification code
Enter this code to finish signing in to {firm}:
# {code}
This code expires in 10 minutes. Don't share it with anyone: our staff will never ask for it.
If you didn't try to sign in, someone may know your password. You can [change it here](/security).
~ Sent to you by {firm}, {street}, {city}`,
      de: `Ihr Bestätigungscode lautet {code}
Hallo {first},
um Ihre Anmeldung abzuschließen, geben Sie bitte diesen Code ein:
# {code}
Der Code ist 15 Minuten gültig. Geben Sie ihn an niemanden weiter.
Wenn Sie sich nicht anmelden wollten, müssen Sie nichts tun.
~ {firm} | [Hilfe](/hilfe) | [Datenschutz](/datenschutz)`,
      es: `Tu código de verificación: {code}
Hola {first}:
Introduce este código para iniciar sesión en {firm}.
# {code}
Caduca dentro de 10 minutos. Si no has sido tú, cambia la contraseña de tu cuenta cuanto antes.
~ {firm}, {street}, {city}. [Ayuda](/ayuda)`,
      zh: `【{firm}】您的验证码是 {code}
尊敬的用户：
您正在登录{firm}账户，本次验证码为：
# {code}
验证码 10 分钟内有效，请勿将验证码告知他人。如非本人操作，请尽快修改密码。
~ 此邮件由系统自动发送，请勿直接回复。`,
      ar: `رمز التحقق الخاص بك: {code}
مرحبا {first}،
لإكمال تسجيل الدخول إلى حسابك في {firm}، أدخل الرمز التالي:
# {code}
تنتهي صلاحية هذا الرمز خلال 10 دقائق. لا تشارك هذا الرمز مع أي شخص.
إذا لم تطلب هذا الرمز، يمكنك تجاهل هذه الرسالة.
~ {firm}، {city}`,
    },
  },
  {
    id: "bank-statement",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-bulk", "known-relay"],
    from: ["statements", "service", "noreply"],
    display: ["", "{firm} Online"],
    texts: {
      en: `Your {month} statement is now available
^ View it securely in online banking
Dear {reader},
Your account statement for the account ending in {four} is now available in Online Banking. To view it, sign on and choose Statements & documents.
[View statement](/statements)
You'll keep receiving paperless statements unless you change your delivery preferences.
Please do not reply to this email. We will never ask for your PIN, password or full card number by email.
~ {firm} is authorised by the Invented Conduct Authority. Registered office: {street}, {city}.
~ [Security centre](/security) | [Privacy](/privacy)`,
      de: `Neue Dokumente in Ihrem Postfach
Guten Tag {reader},
in Ihrem elektronischen Postfach liegt ein neuer Kontoauszug für das Konto mit der Endung {four}. Bitte melden Sie sich wie gewohnt im Online-Banking an, um ihn zu lesen.
Aus Sicherheitsgründen senden wir Ihnen keinen Link zur Anmeldung. Bitte geben Sie die Adresse selbst in Ihren Browser ein.
Freundliche Grüße
Ihre {firm}
~ Dies ist eine automatisch erzeugte Nachricht. Bitte antworten Sie nicht darauf. {firm}, {street}, {city}.`,
      pt: `O seu extrato de {month} já está disponível
Olá {first},
O extrato da sua conta terminada em {four} já está disponível no homebanking. Consulte os movimentos, descarregue o PDF e confirme os seus dados.
[Aceder ao homebanking](/particulares)
Nunca pedimos o seu código secreto por e-mail ou telefone.
~ {firm}, {street}, {city}. [Segurança](/seguranca)`,
    },
  },
  {
    id: "order-receipt",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "own-counted", "known-relay", "known-bulk", "unknown-relay", "unknown-bulk"],
    from: ["orders", "shop", "hello"],
    display: ["", "{firm} Store"],
    texts: {
      en: `Order #{n} confirmed
^ Thank you for your purchase!
# Thank you for your purchase!
Hi {first}, we're getting your order ready to be shipped. We will notify you when it has been sent.
[View your order](/orders/{n})
| Linen apron, dark green × 1 | {sum}
| Shipping | 4.90 EUR
| Total | {sum2}
Payment method: card ending in {four}.
If you have any questions, reply to this email or contact us at [shop@{host}](mailto:shop@{host})
~ {firm}, {street}, {city}`,
      fr: `Confirmation de votre commande n° {n}
Bonjour {reader},
Nous avons bien reçu votre commande et nous vous en remercions.
| Article | Prix
| Carnet ligné A5 | {sum}
| Livraison | 3,90 EUR
| Total TTC | {sum2}
Vous pouvez suivre votre commande à tout moment depuis votre espace client.
[Suivre ma commande](/commande/{n})
Paiement par carte bancaire se terminant par {four}.
~ {firm}, {street}, {city}. [Conditions générales de vente](/cgv)`,
      es: `Hemos recibido tu pedido {n}
¡Gracias por tu compra, {first}!
Tu pedido está en preparación. Te avisaremos cuando salga de nuestro almacén.
| Cafetera italiana 6 tazas | {sum}
| Envío | Gratis
| Total | {sum}
[Ver mi pedido](/pedidos/{n})
Puedes devolverlo gratis durante 30 días.
~ {firm}, {street}, {city}. [Aviso legal](/legal)`,
      ja: `ご注文ありがとうございます（注文番号：{n}）
{reader} 様
このたびは{firm}をご利用いただき、誠にありがとうございます。下記の内容でご注文を承りました。
| 商品 | 金額
| 陶器の湯のみ（藍） | {sum}
| 送料 | 550円
[ご注文内容を確認する](/orders/{n})
発送が完了しましたら、改めてメールでお知らせいたします。
~ {firm} {city}`,
    },
  },
  {
    id: "renewal",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-relay", "known-bulk", "unknown-bulk", "unknown-relay"],
    from: ["billing", "subscriptions", "noreply"],
    display: ["", "{firm} Billing"],
    texts: {
      en: `Your subscription renews on {date}
Hi {first},
This is a friendly reminder that your annual {firm} subscription will automatically renew on {date}. Your card ending in {four} will be charged {sum}.
You don't need to do anything. If you'd like to change your plan, update your payment method or cancel, you can do so any time before that date.
[Manage subscription](/account/billing)
Thank you for being with us!
~ {firm}, {street}, {city}. You receive this because you have an active subscription.`,
      de: `Ihr Abonnement verlängert sich am {date}
Guten Tag {reader},
wir möchten Sie daran erinnern, dass sich Ihr Abonnement am {date} um ein weiteres Jahr verlängert. Der Betrag von {sum} wird von Ihrem hinterlegten Konto abgebucht.
Wenn Sie kündigen oder Ihre Zahlungsdaten ändern möchten, können Sie das bis zum Vortag in Ihrem Konto tun.
[Zu meinem Konto](/mein-konto)
Mit freundlichen Grüßen
Ihr Kundenservice von {firm}
~ {firm}, {street}, {city} | [AGB](/agb)`,
      pt: `A sua subscrição será renovada em {date}
Olá {first},
A sua subscrição anual será renovada automaticamente a {date} pelo valor de {sum}. Se quiser atualizar o método de pagamento ou cancelar, aceda à sua área de cliente.
[Gerir subscrição](/conta)
Obrigado pela preferência.
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "customs-fee",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-relay", "unknown-relay"],
    from: ["noreply", "notification", "tracking"],
    display: ["", "{firm} Delivery"],
    texts: {
      en: `A fee is due before we can deliver your item {n}
Hello {reader},
Your item {n} from abroad has arrived at our depot in {city}. Import VAT and a handling fee of {sum} have to be paid before we can deliver it.
| Item | {n}
| Import VAT | {sum}
| Handling fee | 8.00 EUR
You can pay online, at any branch, or to the postman. We keep your item for 21 days.
[Pay the fee](/fee/{n})
~ {firm}, {street}, {city}. [How fees are worked out](/help/fees)`,
      de: `Ihre Sendung {n} konnte nicht zugestellt werden
Guten Tag {reader},
leider haben wir Sie am {date} nicht angetroffen. Ihre Sendung {n} liegt ab morgen, 10 Uhr, in der Filiale {street} für Sie bereit. Bitte bringen Sie einen Lichtbildausweis mit.
[Neuen Zustellversuch beauftragen](/sendung/{n})
Die Sendung wird sieben Werktage aufbewahrt.
~ {firm}, {city}. Bitte antworten Sie nicht auf diese E-Mail.`,
      es: `Su envío {n} está pendiente de pago
Estimado cliente:
Su envío {n} procedente del extranjero ha llegado a nuestra oficina de {city}. Para poder entregarlo es necesario abonar los derechos de aduana, que ascienden a {sum}.
[Consultar mi envío](/envios/{n})
También puede pagar en la oficina de correos más cercana presentando este aviso.
~ {firm}, {street}, {city}`,
      zh: `您的包裹 {n} 已到达，请安排取件
尊敬的{reader}：
您的包裹 {n} 已到达{city}营业点。由于包裹需补缴关税 {sum}，请您在 15 日内在线支付或到营业点办理。
[查询包裹](/track/{n})
~ {firm} 客户服务中心`,
    },
  },
  {
    id: "points-expire",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "unknown-bulk"],
    from: ["rewards", "club", "news"],
    display: ["", "{firm} Rewards"],
    texts: {
      en: `{first}, your 1,250 points expire soon
^ Use them before {date}
# Don't lose your points!
You have 1,250 points that expire on {date}. Redeem them for a free breakfast, a gift card or a donation.
[Redeem now](/rewards)
As a thank you we have added a little gift: 15 % off your next visit. Limited time offer, while stocks last.
[Claim your gift](/rewards/gift)
~ You are receiving this email because you are a member of {firm} Rewards.`,
      ru: `{first}, ваши бонусы скоро сгорят
# 850 бонусов сгорят {date}
Успейте потратить бонусы на любые товары в нашем магазине. Один бонус равен одному рублю.
[Потратить бонусы](/bonus)
Только до конца недели: удвоенные бонусы за каждую покупку!
~ Вы получили это письмо, потому что являетесь участником программы лояльности {firm}.`,
    },
  },
  {
    id: "tax-office",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-bulk", "office-cloud"],
    from: ["noreply", "no-reply", "service"],
    display: ["", "{firm} Tax Office"],
    texts: {
      en: `You have a new message about your tax return
Dear {reader},
There is a new message in your secure mailbox about your tax return for {year}. For security reasons we cannot include the message in this email.
To read it, sign in to your account in the usual way. Go to our website and search for 'tax account sign in'. This email has no links, so that you can be sure it is from us.
If you are due a refund, we will never ask you for bank details by email or text.
From {firm}
~ Never share sensitive information over email.`,
      de: `Ihr Steuerbescheid liegt zur Abholung bereit
Sehr geehrte Damen und Herren,
im Postfach Ihres Benutzerkontos wurde am {date} eine neue Nachricht bereitgestellt: Bescheid über Einkommensteuer {year}.
Bitte melden Sie sich an und rufen Sie die Nachricht ab. Die Einspruchsfrist beginnt mit der Bekanntgabe.
[Zur Anmeldung](/portal)
Diese E-Mail wurde automatisch erstellt. Bitte antworten Sie nicht darauf.
{firm}`,
      fr: `Votre avis d'impôt est disponible
Bonjour,
Votre avis d'impôt {year} est désormais disponible dans votre espace particulier, rubrique « Documents ».
[Accéder à mon espace](/particulier)
Si vous bénéficiez d'un remboursement, il sera versé sur votre compte bancaire le {date}. Vous n'avez aucune démarche à effectuer.
Restez vigilant : nous ne demandons jamais votre numéro de carte bancaire par courriel.
{firm}`,
      ar: `إشعار: مستند جديد في حسابكم الضريبي
السيد/ة {reader} المحترم/ة،
نود إعلامكم بأن إقراركم الضريبي لسنة {year} قد تمت معالجته، ويمكنكم الاطلاع عليه بعد تسجيل الدخول إلى حسابكم.
[الدخول إلى الحساب](/account)
لن نطلب منكم أبدا بياناتكم البنكية عبر البريد الإلكتروني.
{firm}`,
    },
  },
  {
    id: "breach-notice",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-bulk", "known-relay", "unknown-bulk"],
    from: ["security", "privacy", "info"],
    display: ["", "{firm} Security Team"],
    texts: {
      en: `Important notice about your personal data
Dear {reader},
We are writing to tell you about a security incident that may have affected your account. On {date} we learned that an unauthorised person gained access to one of our customer databases.
What happened: names, email addresses and encrypted passwords were copied. Payment details were not affected.
What you should do: we have reset your password as a precaution. Please choose a new one the next time you sign in, and change it wherever you used the same one. Be careful with messages that ask you to verify your account.
[Read the full notice](/security/incident)
We are very sorry. If you have questions, call us on +44 20 7946 0123.
{person}, Chief Information Security Officer
~ {firm}, {street}, {city}`,
      de: `Wichtige Information zu Ihren Daten
Sehr geehrte Kundin, sehr geehrter Kunde,
wir informieren Sie nach Artikel 34 DSGVO über einen Sicherheitsvorfall. Unbekannte haben sich am {date} Zugang zu einem Teil unserer Kundendaten verschafft. Betroffen sind Name, E-Mail-Adresse und verschlüsseltes Passwort.
Wir haben Ihr Passwort vorsorglich gesperrt. Bitte vergeben Sie bei der nächsten Anmeldung ein neues und seien Sie aufmerksam bei E-Mails, die Sie zur Eingabe von Kontodaten auffordern.
[Fragen und Antworten](/vorfall)
Wir bedauern den Vorfall sehr.
{person}, Datenschutzbeauftragte
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "booking",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-counted", "known-relay", "unknown-relay", "known-bulk"],
    from: ["reservations", "bookings", "noreply"],
    display: ["", "{firm} Reservations"],
    attach: (random) => [pdfFile(random, "itinerary.pdf", "Itinerary", null)],
    texts: {
      en: `Your booking confirmation {ref}
^ Your trip to {city} is booked
# You're going to {city}!
Dear {reader}, thank you for booking with {firm}. Your booking reference is {ref}.
| Outbound | {date} 08:15
| Seat | 14C
| Passenger | {reader}
| Price | {sum}
[Manage my booking](/manage/{ref})
Check in online from 24 hours before departure. Please make sure that your contact details are up to date and verify your passport data.
[Check in](/checkin/{ref})
~ {firm}, {street}, {city}. This is a service message about your booking.`,
      ja: `【{firm}】ご予約完了のお知らせ（予約番号 {ref}）
{reader} 様
ご予約ありがとうございます。以下の内容でご予約を承りました。
| 予約番号 | {ref}
| ご宿泊日 | {date}
| 料金 | {sum}
[予約内容を確認する](/manage/{ref})
キャンセルは前日18時までにお願いいたします。
~ {firm} {city}`,
      uk: `Підтвердження бронювання {ref}
Вітаємо, {first}!
Дякуємо, що обрали {firm}. Ваше бронювання підтверджено.
| Номер бронювання | {ref}
| Дата | {date}
| До сплати | {sum}
[Переглянути бронювання](/booking/{ref})
Квиток у вкладенні. Роздрукуйте його або збережіть на телефоні.
~ {firm}, {city}`,
    },
  },
  {
    id: "buyer-message",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "own-counted", "known-relay"],
    from: ["messages", "noreply", "members"],
    display: ["{person} ({firm})", "{firm}"],
    replyTo: "ticket",
    texts: {
      en: `{person} sent you a message about "Oak bookshelf"
You have a new message
{person} writes:
> Hello, is the bookshelf still available? I could pick it up on Saturday and pay in cash. Would you take a bit less?
[Reply](/messages/{n})
You can also reply to this email. Stay safe: don't share your bank details, never pay or get paid outside {firm}.
~ {firm}, {street}, {city}. [Notification settings](/settings)`,
      de: `Nutzer-Anfrage zu deiner Anzeige „Kinderfahrrad 20 Zoll“
Hallo {first},
{person} hat dir eine Nachricht geschickt:
> Guten Tag, ist das Rad noch da? Würde es heute Abend abholen. VG
[Antworten](/nachrichten/{n})
Schütze dich vor Betrug: Gib keine Zahlungsdaten heraus und klicke nicht auf Links zu angeblichen Bezahldiensten.
~ {firm}, {street}, {city}`,
    },
  },
];

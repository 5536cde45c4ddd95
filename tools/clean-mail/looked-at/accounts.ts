/** Looked at: what programs write about accounts, payments and parcels. */
import { pdfFile } from "../files.ts";
import type { Kind } from "../kind.ts";

export const accounts: readonly Kind[] = [
  {
    id: "sign-in-alert",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-relay", "unknown-relay"],
    from: ["no-reply", "security", "account-security"],
    display: ["", "{firm} Security", "{firm} account team"],
    texts: {
      en: `New sign-in to your {firm} account
^ Was this you?
# New sign-in
We noticed a new sign-in to your account {readerAddress} from a device we don't recognise.
| When | {date} {time}
| Device | Firefox on Windows
| IP address | {ip}
If this was you, you don't need to do anything. If not, we'll help you secure your account.
[Check activity](/security/activity)
You can also see security activity at [{host}/notifications](/notifications)
~ You received this email to let you know about important changes to your account and services. {firm}, {street}, {city}`,
      de: `Neue Anmeldung bei Ihrem Konto
Guten Tag {reader},
soeben hat sich jemand von einem neuen Gerät aus bei Ihrem Konto angemeldet.
| Zeit | {date} {time}
| Gerät | Chrome auf Android
| Ort | {city} (ungefähr)
Waren Sie das? Dann müssen Sie nichts weiter tun. Falls nicht, ändern Sie bitte umgehend Ihr Passwort.
[Aktivitäten prüfen](/sicherheit)
~ {firm}, {street}, {city}`,
      fr: `Alerte de sécurité : nouvelle connexion
Bonjour {first},
Nous avons détecté une nouvelle connexion à votre compte depuis un appareil inhabituel le {date} à {time}.
Si c'est bien vous, aucune action n'est nécessaire. Dans le cas contraire, sécurisez votre compte immédiatement.
[Vérifier l'activité](/compte/securite)
~ {firm}, {street}, {city}`,
      es: `Nuevo inicio de sesión en tu cuenta
Hola {first}:
Hemos detectado un inicio de sesión en tu cuenta desde un dispositivo nuevo.
| Fecha | {date}
| Dispositivo | Safari en iPhone
| Dirección IP | {ip}
Si no has sido tú, cambia tu contraseña ahora.
[Revisar actividad](/cuenta/seguridad)
~ {firm}, {street}, {city}`,
      pl: `Nowe logowanie do Twojego konta
Cześć {first},
odnotowaliśmy logowanie do Twojego konta z nowego urządzenia {date} o {time}. Jeśli to Ty, zignoruj tę wiadomość. Jeśli nie, zmień hasło.
[Sprawdź aktywność](/konto)
~ {firm}, {street}, {city}`,
      ru: `Вход в аккаунт с нового устройства
Здравствуйте, {first}!
{date} в {time} выполнен вход в ваш аккаунт с нового устройства. IP-адрес: {ip}.
Если это были вы, просто проигнорируйте это письмо. Если нет, немедленно смените пароль.
[Проверить активность](/security)
Команда {firm}`,
      zh: `安全提醒：您的账户有新的登录
{reader}，您好：
我们检测到您的{firm}账户于{date} {time}在新设备上登录，IP 地址：{ip}。
如果是您本人操作，请忽略本邮件。否则请立即修改密码。
[查看登录记录](/security)
~ {firm}安全中心`,
    },
  },
  {
    id: "confirm-address",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-relay", "known-bulk", "unknown-bulk", "unknown-relay"],
    from: ["hello", "no-reply", "welcome"],
    display: ["", "{firm} Team"],
    texts: {
      en: `Please confirm your subscription
# Please confirm your subscription
[Yes, subscribe me to this list](/subscribe/confirm)
If you received this email by mistake, simply delete it. You won't be subscribed if you don't click the confirmation link above.
For questions about this list, please contact [info@{host}](mailto:info@{host})
~ {firm}, {street}, {city}`,
      pt: `Confirme o seu endereço de e-mail
Olá {first}, bem-vindo(a)!
Para ativar a sua conta, confirme o seu endereço de e-mail no prazo de 48 horas.
[Confirmar e-mail](/confirmar)
Se não criou uma conta em {firm}, ignore esta mensagem.
~ {firm}, {street}, {city}`,
      uk: `Підтвердіть вашу адресу електронної пошти
Вітаємо, {first}!
Дякуємо за реєстрацію на {firm}. Щоб завершити реєстрацію, підтвердіть адресу електронної пошти.
[Підтвердити](/confirm)
Якщо ви не реєструвалися, просто проігноруйте цей лист.`,
      ja: `【{firm}】メールアドレスのご確認
{reader} 様
ご登録ありがとうございます。下記のボタンをクリックして、登録を完了してください。
[登録を完了する](/confirm)
リンクの有効期限は24時間です。
~ 本メールにお心当たりがない場合は破棄してください。`,
    },
  },
  {
    id: "software-invoice",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "own-counted", "known-relay", "unknown-relay"],
    from: ["billing", "invoice+statements", "receipts"],
    display: ["", "{firm} Billing"],
    attach: (random, { domain }) => [
      pdfFile(
        random,
        `Invoice-${random.text(8, "0123456789ABCDEF")}-0001.pdf`,
        "Invoice",
        `https://www.${domain}/invoice`,
      ),
    ],
    texts: {
      en: `Your receipt from {firm} #{n4}
Receipt from {firm}
# {sum}
Paid {date}
[Download invoice](/invoice/acct_1/{hex})
[Download receipt](/receipt/acct_1/{hex})
| Receipt number | {n4}
| Payment method | Card - {four}
| Team plan, 5 seats | {sum}
| Amount paid | {sum}
Questions? Contact us at [support@{host}](mailto:support@{host}).
~ Powered by Quillpay | [Learn more about Billing](other:/billing)`,
      de: `Ihre Rechnung {n} von {firm}
Guten Tag {reader},
vielen Dank für Ihren Einkauf. Anbei erhalten Sie Ihre Rechnung {n} vom {date} über {sum}. Der Betrag wird in den nächsten Tagen von Ihrem Konto abgebucht.
[Rechnung online ansehen](/rechnung/{n})
~ {firm}, {street}, {city}. Geschäftsführung: {person}. [Impressum](/impressum)`,
      es: `Tu factura {n} ya está disponible
Hola {first}:
Adjuntamos la factura {n} por importe de {sum}, que se cargará en tu cuenta el {date}.
[Ver mi factura](/facturas/{n})
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "parcel",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-relay", "known-bulk", "unknown-relay"],
    from: ["noreply", "tracking", "info"],
    display: ["", "{firm} Paket"],
    texts: {
      en: `Your parcel {n} is arriving today
Hi {first}, your parcel from {org} is on its way and will be delivered today between 12:10 and 13:10.
| Parcel number | {n}
| Driver | {person.first}
[Track your parcel](/track/{n})
[Change delivery](/change/{n})
Not going to be in? Choose a neighbour, a safe place or another day.
~ {firm}, {street}, {city}`,
      de: `Ihr Paket kommt heute
Guten Tag {reader},
Ihre Sendung {n} von {org} wird heute voraussichtlich zwischen 11:30 und 13:00 Uhr zugestellt.
[Sendung live verfolgen](/sendung/{n})
Nicht zu Hause? [Wunschort oder Nachbar wählen](/umleiten/{n})
~ {firm}, {street}, {city}`,
      fr: `Votre colis {n} arrive demain
Bonjour {first},
Votre colis expédié par {org} sera livré demain. Si vous êtes absent, vous pouvez choisir une autre date ou un point relais.
[Suivre mon colis](/suivi/{n})
~ {firm}, {street}, {city}`,
      pl: `Paczka {n} czeka na odbiór
Cześć!
Twoja paczka {n} od {org} czeka w automacie przy {street}. Kod odbioru: {code}. Masz 48 godzin.
[Śledź paczkę](/paczka/{n})
~ {firm}, {city}`,
    },
  },
  {
    id: "card-expires",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "own-counted", "known-relay", "known-bulk", "unknown-relay", "unknown-bulk"],
    from: ["billing", "accounts", "noreply"],
    display: ["", "{firm} Accounts"],
    texts: {
      en: `Action required: we couldn't process your payment
^ Update your payment details to keep your service
Hi {first},
We tried to charge your card ending in {four} for {sum}, but the payment failed. This usually happens when a card has expired.
Please update your payment information within 7 days, otherwise your account will be suspended.
[Update payment method](/billing)
If you've already done so, you can ignore this email.
Thanks, the {firm} team
~ {firm}, {street}, {city}`,
      fr: `Votre moyen de paiement arrive à expiration
Bonjour {first},
La carte bancaire enregistrée sur votre compte (se terminant par {four}) expire à la fin du mois. Pour éviter toute interruption de service, veuillez mettre à jour vos informations de paiement.
[Mettre à jour ma carte](/compte/paiement)
~ {firm}, {street}, {city}`,
      de: `Zahlung fehlgeschlagen: Bitte aktualisieren Sie Ihre Zahlungsdaten
Hallo {first},
die letzte Abbuchung in Höhe von {sum} ist leider fehlgeschlagen. Bitte aktualisieren Sie Ihre Zahlungsdaten bis zum {date}, damit Ihr Zugang nicht gesperrt wird.
[Zahlungsdaten aktualisieren](/konto/zahlung)
Viele Grüße, {firm}
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "bank-security",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "own-counted", "known-bulk"],
    from: ["alerts", "service", "info"],
    display: ["", "{firm} Alerts"],
    texts: {
      en: `We've updated your contact details
Dear {reader},
On {date} the mobile number on your account was changed. If you made this change you don't need to do anything.
If you didn't, please call us straight away on the number on the back of your card.
We'll never ask you to move money to a safe account, or for your full PIN and password.
Yours sincerely, {firm}
~ {firm}, {street}, {city}. [Report a scam](/fraud)`,
      de: `Wichtig: Neue Sicherheitsregeln für Ihr Online-Banking
Sehr geehrte/r {reader},
ab dem {date} benötigen Sie für die Anmeldung im Online-Banking einen zweiten Faktor. Bitte richten Sie die App rechtzeitig ein, damit Sie weiterhin Zugriff auf Ihr Konto haben.
[So richten Sie die App ein](/app)
Wir fragen niemals telefonisch oder per E-Mail nach PIN oder TAN.
Ihre {firm}
~ {firm}, {street}, {city}`,
      ru: `Изменение условий обслуживания вашей карты
Уважаемый {reader}!
С {date} меняются условия обслуживания вашей карты. Ознакомиться с новыми тарифами можно в личном кабинете.
[Личный кабинет](/lk)
Никому не сообщайте код из СМС и пароль.
{firm}`,
    },
  },
  {
    id: "storage-full",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "own-counted", "known-relay", "known-bulk"],
    from: ["no-reply", "storage", "cloud"],
    display: ["", "{firm} Drive"],
    texts: {
      en: `Your storage is 92% full
# Your storage is almost full
You're using 13.8 GB of 15 GB. When you reach your limit you can't send or receive email or upload files.
[Get more storage](/storage/upgrade)
[Clean up space](/storage/manage)
~ {firm}, {street}, {city}. You have received this mandatory service announcement to update you about important changes to your account.`,
      de: `Ihr Speicherplatz ist fast voll
Guten Tag {first},
Sie haben 92 % Ihres Speicherplatzes belegt. Wenn der Speicher voll ist, können Sie keine E-Mails mehr empfangen.
[Speicher erweitern](/speicher)
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "exchange-withdrawal",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-counted", "known-relay"],
    from: ["donotreply", "no-reply"],
    display: ["{firm}"],
    texts: {
      en: `[{firm}] Withdrawal Successful - {date}
# Withdrawal successful
You've successfully withdrawn 0.018 BTC from your account.
| Address | bc1q{hex}{hex}
| Transaction ID | {hex}{hex}{hex}
Don't recognise this activity? Please reset your password and contact customer support immediately.
[Visit your account](/account)
~ Stay safe: never share your verification code with anyone. This is an automated message, please do not reply.`,
    },
  },
  {
    id: "refund",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-relay", "own-counted"],
    from: ["orders", "service", "refunds"],
    display: ["", "{firm} Customer Service"],
    texts: {
      en: `Your refund has been issued
Hello {first},
We have received your return and issued a refund of {sum} to your original payment method. It may take 5 to 10 days to appear in your bank account.
| Order | {n}
| Refund total | {sum}
[View refund status](/returns/{n})
We hope to see you again soon.
~ {firm}, {street}, {city}`,
      zh: `您的退款已处理（订单 {n}）
尊敬的{reader}：
您的订单 {n} 的退款 {sum} 已原路退回，预计 3–7 个工作日到账。
[查看退款详情](/refund/{n})
感谢您的支持！
~ {firm}`,
    },
  },
  {
    id: "utility-bill",
    group: "ordinary",
    forms: ["notice"],
    ways: ["own-server", "own-counted", "known-bulk", "unknown-bulk"],
    from: ["facturacion", "ebill", "energia"],
    display: ["", "{firm} Energy"],
    attach: (random) => (random.chance(0.5) ? [pdfFile(random, `bill-${random.int(999999)}.pdf`, "Bill", null)] : []),
    texts: {
      en: `Your electricity bill is ready: {sum}
Hi {first},
Your latest bill is ready. We'll take {sum} by Direct Debit on or around {date}.
[View your bill](/bills/{n})
Moving home or struggling to pay? We're here to help.
~ {firm}, {street}, {city}`,
      es: `Su factura de electricidad por {sum}
Estimado/a {reader}:
Ya tiene disponible su factura del periodo. Importe: {sum}. Fecha de cargo: {date}.
[Consultar factura](/facturas/{n})
~ {firm}, {street}, {city}`,
      pl: `E-faktura za energię: {sum} do {date}
Dzień dobry,
wystawiliśmy e-fakturę nr {n} na kwotę {sum}. Termin płatności: {date}. Numer konta znajduje się na fakturze.
[Zapłać online](/platnosci/{n})
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "hosting-renewal",
    group: "ordinary",
    forms: ["notice", "plain"],
    ways: ["own-server", "known-relay", "unknown-relay"],
    from: ["renewals", "support", "domains"],
    display: ["", "{firm} Domains"],
    texts: {
      en: `Domain renewal notice: {readerDomain} expires in 30 days
Dear {reader},
The following domain expires soon: {readerDomain}, on {date}.
If it is not renewed in time, your website and email will stop working. Auto-renew is off for this domain.
[Renew now](/domains/renew)
You can also verify your contact data in the control panel.
~ {firm}, {street}, {city}`,
      fr: `Renouvellement de vos services : échéance le {date}
Bonjour,
Vos services arrivent à échéance le {date}. Sans renouvellement, votre site et vos adresses e-mail seront suspendus.
| Domaine | {readerDomain}
| Montant | {sum}
[Renouveler mes services](/manager/{n})
L'équipe {firm}
~ {firm}, {street}, {city}`,
    },
  },
];

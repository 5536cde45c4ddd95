/** Looked at: what shops, carriers and makers of games offer. */
import type { Kind } from "../kind.ts";

export const offers: readonly Kind[] = [
  {
    id: "abandoned-cart",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["known-bulk", "unknown-bulk", "own-counted", "unknown-relay"],
    from: ["hello", "shop", "orders"],
    display: ["{firm}", "{person.first} at {firm}"],
    texts: {
      en: `You left something behind...
^ Your cart is about to expire
# Still thinking it over?
Hi {first}, we noticed you didn't finish checking out. Your items are selling fast and we can only hold them for another 24 hours.
| Wool throw, moss green | {sum}
[Complete your order](/cart/{hex})
Questions about sizing or delivery? Just reply to this email, we're real people.
~ {firm}, {street}, {city}. Not interested? You can opt out at any time.`,
      fr: `{first}, votre panier vous attend
# Vous avez oublié quelque chose ?
Bonjour {first}, les articles de votre panier sont toujours disponibles, mais plus pour longtemps ! Finalisez votre commande avant le {date} et profitez de la livraison offerte.
[Reprendre ma commande](/panier/{hex})
~ {firm}, {street}, {city}`,
      pt: `Esqueceu-se de alguma coisa?
Olá {first}, ainda tem artigos no carrinho. Os stocks são limitados: conclua já a sua compra com 10% de desconto. Código: VOLTA10
[Finalizar compra](/carrinho)
~ {firm}, {street}, {city}`,
      ja: `カートに商品が残っています
{reader} 様
カートに入れた商品の在庫が残りわずかです。お早めにご購入手続きをお願いいたします。
[ご注文手続きへ](/cart)
~ {firm} {city}`,
    },
  },
  {
    id: "back-in-stock",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["known-bulk", "own-counted", "unknown-relay"],
    from: ["alerts", "noreply", "news"],
    display: ["{firm}", "{firm} Alerts"],
    texts: {
      en: `Good news! It's back in stock
Hello {first},
The item you asked us to watch is available again: Cast iron casserole, 26 cm. We can't reserve it for you and stock is limited, so act fast.
[Buy now](/p/{n})
This is a one-off alert. You won't hear from us about this item again.
~ {firm}, {street}, {city}`,
      de: `Preisalarm: Ihr Wunschpreis wurde erreicht!
Hallo {first},
gute Neuigkeiten: Der Artikel auf Ihrer Merkliste ist jetzt für nur {sum} statt {sum2} erhältlich. Wie lange der Preis gilt, wissen wir nicht. Schnell sein lohnt sich!
[Zum Angebot](/artikel/{n})
[Preisalarm löschen](/preisalarm/{hex})
~ {firm}, {street}, {city}`,
      es: `¡Ha bajado de precio!
Hola {first}: un artículo de tu lista de deseos ha bajado de precio. Ahora por solo {sum}. ¡Corre, que vuela!
[Ver producto](/producto/{n})
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "gift-card",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["gifts", "newsletter", "no-reply"],
    display: ["{firm}", "{firm} Gift Cards"],
    texts: {
      en: `Buy a {sum} gift card, get 10 free
^ The last-minute gift that never goes wrong
# Out of ideas? Out of time?
Our e-gift cards arrive by email in minutes. Buy one worth {sum} before {date} and we'll send you a bonus card worth 10 EUR to spend on yourself.
[SEND A GIFT CARD](/giftcards)
You still have an unused gift card balance. [Check your balance](/giftcards/balance)
~ Gift cards cannot be exchanged for cash. We will never ask you to pay a bill or a fine with gift cards. {firm}, {street}, {city}`,
      pl: `Karta podarunkowa dla Ciebie: odbierz 50 zł
# 50 zł na zakupy
Cześć {first}! Mamy dla Ciebie kartę podarunkową o wartości 50 zł. Odbierz ją w aplikacji i wykorzystaj do {date}.
[Odbierz kartę](/karta/{hex})
~ {firm}, {street}, {city}. Regulamin promocji na stronie.`,
      zh: `送您一张100元礼品卡
# 新春好礼
尊敬的{reader}，感谢您一直以来的支持。我们为您准备了100元礼品卡，请在{date}前登录会员中心领取，逾期作废。
[立即领取](/gift)
~ {firm}`,
    },
  },
  {
    id: "points-lapse",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["known-bulk", "own-counted", "unknown-bulk", "own-server"],
    from: ["rewards", "loyalty", "club"],
    display: ["{firm} Rewards", "{firm}"],
    texts: {
      en: `{first}, your 2,{four} points are about to expire
# Use them or lose them
Your {firm} Rewards account hasn't had any activity in the last 12 months. Your points will expire on {date} unless you earn or spend before then.
| Member number | {n}
| Points balance | 2,{four}
Log in to your account to redeem your points for vouchers, or buy anything to keep them for another year.
[Redeem now](/rewards)
~ You are receiving this service message as a member of {firm} Rewards. {firm}, {street}, {city}`,
      de: `Ihre Bonuspunkte verfallen am {date}
Guten Tag {reader},
auf Ihrem Punktekonto liegen noch {four} Punkte, die Ende des Monats verfallen. Lösen Sie sie jetzt ein, bevor es zu spät ist!
[Punkte einlösen](/bonus)
Melden Sie sich dazu mit Ihrer Kundennummer {n} und Ihrer PIN an.
~ {firm}, {street}, {city}`,
      ja: `【重要】ポイント有効期限のお知らせ
{reader} 様
お客様のポイント {four}pt は {date} に失効します。期限までにログインしてご利用ください。
[ポイントを確認する](/point)
本メールは送信専用です。ご返信いただいてもお答えできません。
~ {firm}`,
      ru: `{first}, ваши бонусы скоро сгорят
Здравствуйте, {first}!
На вашем счёте {four} бонусов. {date} они сгорят. Успейте потратить их: оплачивайте бонусами до 50 % покупки.
[Потратить бонусы](/bonus)
~ {firm}, {city}`,
    },
  },
  {
    id: "birthday-coupon",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "own-counted", "unknown-bulk"],
    from: ["birthday", "club", "hello"],
    display: ["{firm}"],
    texts: {
      en: `🎂 Happy birthday, {first}! A present from us
# It's your special day
We couldn't let it pass without a gift. Enjoy 20% off anything, or a free dessert at any of our restaurants, until {date}. Show this code: {ref}.
[Claim your gift](/birthday/{hex})
~ {firm}, {street}, {city}. One gift per member. Cannot be combined with other offers.`,
      de: `Alles Gute zum Geburtstag, {first}! 🎁
# Ihr Geschenk wartet
Liebe/r {first}, zu Ihrem Ehrentag schenken wir Ihnen einen Gutschein im Wert von 10 €. Einfach Code {ref} an der Kasse eingeben.
[Geschenk einlösen](/geburtstag)
~ {firm}, {street}, {city}`,
      fr: `Joyeux anniversaire {first} : un cadeau vous attend
# Votre cadeau d'anniversaire
Pour fêter l'événement, nous avons crédité 15 € sur votre carte de fidélité. À utiliser avant le {date}.
[J'en profite](/anniversaire)
~ {firm}, {street}, {city}`,
      uk: `З днем народження, {first}! Даруємо 200 бонусів
Вітаємо! На вашу картку зараховано 200 бонусних гривень. Використайте їх до {date}.
[Отримати подарунок](/gift)
~ {firm}, {city}`,
    },
  },
  {
    id: "competition-winners",
    group: "newsletter",
    forms: ["newsletter", "person", "notice"],
    ways: ["known-bulk", "unknown-bulk", "own-server", "own-counted"],
    from: ["competitions", "win", "gewinnspiel"],
    display: ["{firm}", "{firm} Competitions", "{person}"],
    texts: {
      en: `Congratulations to our winners! And your next chance to win
# We have a winner
Thank you to everybody who entered our holiday competition. The lucky winner of the week in {city} is {person2}. Congratulations!
This month you can win one of three bicycles worth {sum}. Entries close at midnight on {date}. No purchase necessary.
[Enter now](/win/{n})
~ Winners are drawn at random and notified by email within 28 days. Over 18s only. {firm}, {street}, {city}`,
      de: `Herzlichen Glückwunsch! Sie haben gewonnen
Guten Tag {reader},
Sie haben an unserem Kreuzworträtsel im Heft 14 teilgenommen, und das Los fiel auf Sie: zwei Karten für das Sommerkonzert in {city}! Bitte teilen Sie uns bis {date} Ihre Postanschrift mit, damit wir die Karten versenden können.
[Gewinn bestätigen](/gewinn/{hex})
Viel Freude wünscht
{person}
~ {firm}, {street}, {city}`,
      es: `¡Enhorabuena! Eres uno de nuestros ganadores
Hola {first}: gracias por participar en el sorteo de aniversario. Has ganado un lote de libros. Para recibirlo, confirma tu dirección antes del {date}.
[Reclamar mi premio](/sorteo/{n})
Saludos,
{person}, {firm}`,
      pl: `Wyniki konkursu: sprawdź, czy wygrałeś!
Gratulujemy zwycięzcom konkursu fotograficznego! Lista nagrodzonych jest już na stronie. Nagrody można odebrać w siedzibie do {date}.
[Zobacz wyniki](/konkurs/{n})
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "lottery-results",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["known-bulk", "own-counted", "own-server"],
    from: ["results", "lotto", "info"],
    display: ["{firm} Lottery", "{firm}"],
    texts: {
      en: `This week's jackpot: an estimated 62 million
# Could it be you on Friday?
Wednesday's jackpot was not won, so it rolls over. The winning numbers were 4, 11, 19, 23, 38 and 47, bonus ball 9. Check your ticket: one prize of 1 million from June has still not been claimed.
[Play for Friday's draw](/play)
[Check your numbers](/results)
~ Players must be 18 or over. Set limits, play responsibly. {firm}, {street}, {city}`,
      de: `Jackpot geknackt? Die Gewinnzahlen vom Samstag
# Gewinnzahlen
6 aus 49: 3, 17, 21, 28, 40, 44, Superzahl 5. Der Jackpot steigt auf rund 15 Millionen Euro. Ihr Spielschein {n} wurde ausgewertet; Gewinne werden automatisch Ihrem Kundenkonto gutgeschrieben.
[Jetzt Tipp abgeben](/spielen)
~ Teilnahme ab 18 Jahren. Glücksspiel kann süchtig machen. {firm}, {street}, {city}`,
      pt: `Resultados do sorteio: prémio de 12 milhões por reclamar
# Resultados
Chave vencedora: 5, 14, 22, 31, 49. O primeiro prémio não saiu. Aposte até às 20h de sexta-feira.
[Apostar agora](/jogar)
~ {firm}, {street}, {city}. Jogue com moderação.`,
    },
  },
  {
    id: "energy-offer",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "unknown-bulk", "own-server"],
    from: ["angebote", "energy", "service"],
    display: ["{firm} Energy", "{firm}"],
    texts: {
      en: `Important: your fixed tariff ends on {date}
# Don't pay more than you have to
Dear {reader}, your current energy plan ends soon. If you do nothing, we will move you to our variable tariff and you could pay {sum} more a year. Choose a new fix in two minutes, there is nothing to sign.
[Choose my tariff](/account/tariffs)
You can switch supplier at any time without an exit fee from 49 days before your plan ends.
~ {firm} Energy, {street}, {city}`,
      de: `Nur bis {date}: 150 € Bonus für Ihren Ökostrom-Tarif
# 150 € Bonus sichern
Guten Tag {reader}, wechseln Sie jetzt in unseren Tarif Öko Fix 24 und sichern Sie sich eine Preisgarantie bis 2027. Einfach Zählernummer eingeben, wir kündigen für Sie beim alten Anbieter.
[Jetzt Bonus sichern](/strom)
~ {firm}, {street}, {city}`,
      fr: `Votre chèque énergie : comment l'utiliser
Bonjour {reader},
Vous avez droit à un chèque énergie ? Vous pouvez l'utiliser pour payer votre facture directement dans votre espace client. Attention aux démarchages frauduleux : aucun agent ne vous demandera vos coordonnées bancaires par téléphone.
[Accéder à mon espace client](/espace-client)
~ {firm}, {street}, {city}`,
      es: `Ahorra hasta 120 € en tu factura de la luz
Hola {first}: activa hoy la factura electrónica y te regalamos 20 €. Además, si traes a un amigo, 50 € para cada uno. Promoción válida hasta el {date}.
[Activar ahora](/area-cliente)
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "telecom-offer",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "unknown-relay"],
    from: ["mobile", "offers", "noreply"],
    display: ["{firm} Mobile", "{firm}"],
    texts: {
      en: `You're eligible for a free upgrade
^ Exclusive for loyal customers
# It's time for a new phone
Hi {first}, you've been with us for two years, so you're due an upgrade. Pick a new handset today with nothing to pay upfront. Your number stays the same.
[Check my upgrade](/my/upgrade)
Offer ends {date}. Subject to status and credit check.
~ {firm} Mobile, {street}, {city}`,
      pl: `Twoja umowa kończy się {date}. Mamy propozycję!
Dzień dobry {first},
kończy się okres Twojej umowy na numer {phone}. Przedłuż ją online i odbierz 3 miesiące za 0 zł. Oferta ważna tylko 48 godzin.
[Przedłuż umowę](/moje-konto)
~ {firm}, {street}, {city}`,
      ru: `Дарим 10 ГБ: активируйте до {date}
Здравствуйте! За то, что вы с нами, дарим пакет 10 ГБ. Чтобы получить подарок, зайдите в личный кабинет и нажмите «Активировать».
[Активировать](/lk)
~ {firm}`,
      ar: `عرض خاص: ضاعف باقتك مجانا
عزيزي العميل {first}،
فعّل باقتك الجديدة قبل {date} واحصل على ضعف البيانات مجانا لمدة ثلاثة أشهر. العرض لفترة محدودة.
[فعّل الآن](/offers)
~ {firm}`,
    },
  },
  {
    id: "travel-miles",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "own-counted", "unknown-bulk"],
    from: ["miles", "deals", "news"],
    display: ["{firm} Air", "{firm}", "{firm} Travel"],
    texts: {
      en: `Flash sale: flights from {sum}, 48 hours only
# Your seat is waiting
Book by midnight tomorrow and fly from September to March. Members earn double miles.
![Beach at sunset]
[BOOK NOW](/deals)
Your account: {n} | Miles balance: {four} | Expiring soon: 500
[Buy miles with a 60% bonus](/miles)
~ Fares are per person one way and subject to availability. {firm}, {street}, {city}`,
      de: `Ihre Prämienmeilen: {four} Meilen verfallen bald
Sehr geehrte/r {reader},
am {date} verfallen {four} Ihrer Meilen. Unser Tipp: Lösen Sie sie ein für Freiflüge, Upgrades oder Sachprämien, oder spenden Sie sie.
[Meilen einlösen](/meilen)
~ {firm}, {street}, {city}`,
      ja: `【48時間限定】国内線タイムセール開催中
{reader} 様
ただいま国内線が最大70%OFF。残席わずかの便もございますので、お早めにご予約ください。
[今すぐ予約する](/sale)
~ {firm} {city}`,
      pt: `Última chamada: voos desde {sum}
Olá {first}, só até à meia-noite: reserve já e poupe até 40%. Não perca esta oportunidade.
[Reservar agora](/ofertas)
~ {firm}, {street}, {city}`,
    },
  },
  {
    id: "pharmacy-shop",
    group: "newsletter",
    forms: ["newsletter"],
    ways: ["known-bulk", "unknown-bulk", "own-counted"],
    from: ["apotheke", "care", "news"],
    display: ["{firm} Pharmacy", "{firm}"],
    texts: {
      en: `Hay fever? 3 for 2 on all allergy tablets
# Breathe easy this spring
Stock up on antihistamines, nasal sprays and eye drops. Lose weight the healthy way: book a free consultation with our pharmacist, {person}.
[Shop allergy relief](/allergy)
Repeat prescriptions? Order online and collect within 24 hours. [Reorder](/prescriptions)
~ Always read the label. {firm} Pharmacy, {street}, {city}`,
      de: `Bis zu 60 % sparen: Ihre Online-Apotheke
# Gesund durch den Winter
Vitamin D, Magnesium, Nasensprays: jetzt bis zu 60 % günstiger. Ihr E-Rezept lösen Sie einfach in der App ein.
[Jetzt sparen](/angebote)
~ Zu Risiken und Nebenwirkungen fragen Sie Ihre Ärztin oder Ihren Apotheker. {firm}, {street}, {city}`,
      ru: `Скидка 30 % на витамины до конца недели
Здравствуйте! Только до {date}: витамины, БАДы и косметика со скидкой. Доставка бесплатно.
[Выбрать](/sale)
~ Имеются противопоказания, проконсультируйтесь со специалистом. {firm}`,
    },
  },
  {
    id: "game-store",
    group: "newsletter",
    forms: ["newsletter", "notice"],
    ways: ["own-counted", "known-bulk", "known-relay"],
    from: ["noreply", "games", "store"],
    display: ["{firm} Games", "{firm} Store"],
    texts: {
      en: `3 games on your wishlist are on sale!
Hello {reader},
The Lantern Keeper | -75%
Harbour Tycoon 2 | -50%
You also have 2 unclaimed free games in your library. Claim them before {date} and keep them forever.
[View your wishlist](/wishlist)
Never share your password or Guard codes with anyone. Our staff will never ask for them.
~ {firm} Games, {street}, {city}`,
      zh: `您的限时奖励即将过期
亲爱的玩家{first}：
欢迎回归！登录游戏即可领取500钻石和限定皮肤，活动截止{date}。
[立即登录领取](/event)
~ {firm}`,
      pl: `Darmowa gra tygodnia: odbierz, zanim zniknie
Hej {first}! W tym tygodniu rozdajemy za darmo Hutę Marzeń. Zaloguj się, kliknij „Odbierz” i graj bez ograniczeń.
[Odbierz grę](/free)
~ {firm}, {street}, {city}`,
    },
  },
];

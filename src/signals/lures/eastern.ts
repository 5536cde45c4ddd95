/** Polish, Czech, Hungarian, Romanian, Russian, Ukrainian, Turkish, Greek, Arabic. */
import { lurePhrases } from "./lure.ts";

export const eastern = lurePhrases(`
  credentials 3: zweryfikuj swoje / potwierdz swoje / zaktualizuj ~ dane / potwierdz swoja / overte sve / potvrdte sve / aktualizujte ~ udaje / erositse meg / frissitse ~ adatait / verificati ~ contul / confirmati ~ datele / actualizati ~ datele
  suspension 3: konto ~ zablokowane / konto ~ zawieszone / ucet ~ zablokovan / fiokja ~ felfuggesztettuk / contul ~ suspendat / contul ~ blocat
  delivery 3: twoja paczka / twoja przesylka / vase zasilka / coletul dumneavoastra / oplata celna
  payment 3: nieoplacona faktura / neuhrazena faktura / platnosc ~ odrzucona / wezwanie do zaplaty / factura restanta
  prize 3: zostales wybrany / vyhrali jste / ati castigat
  urgency 2: w ciagu 24 godzin / do 24 hodin / 24 oran belul / in 24 de ore / szanowny kliencie / vazeny zakazniku / tisztelt ugyfelunk / stimate client
  credentials 3: подтвердите ~ аккаунт / подтвердите свои / подтвердить ~ данные / обновите ~ данные / подтвердите ~ личность / подтвердіть ~ дані
  suspension 3: аккаунт ~ заблокирован / учетная запись ~ заблокирована / будет заблокирован / доступ ~ ограничен
  security-alert 3: подозрительная активность / необычная активность / вход ~ нового устроиства
  prize 3: вы выиграли / ваш выигрыш / денежныи перевод / вам доступна выплата / ви виграли
  payment 3: оплатите счет / счет на оплату / неоплаченныи счет / акт сверки
  urgency 2: в течение 24 часов / последнее предупреждение / уважаемыи клиент
  credentials 3: hesabinizi dogrulayin / hesabinizi onaylayin / bilgilerinizi guncelleyin / ενημερωστε τα στοιχεια
  suspension 3: hesabiniz ~ askiya / hesabiniz ~ kapatilacak / hesabiniz ~ engellendi / ο λογαριασμος ~ ανασταλει
  delivery 3: το δεμα σας
  urgency 2: 24 saat icinde / sayin musterimiz
  credentials 3: تحقق من حسابك / تاكيد حسابك / تحديث معلوماتك / تأكيد حسابك / تحديث بياناتك
  suspension 3: تم تعليق حسابك / تم ايقاف حسابك / سيتم اغلاق
  prize 3: لقد فزت
  delivery 1: csomagja / coletul / kargonuz / paketiniz
  prize 1: wygrales / gratulacje / gratulujeme / nyeremeny / felicitari / поздравляем / бонус / розыгрыш / компенсация / kazandiniz
  prize 1: tebrikler / hediye / κερδισατε / συγχαρητηρια / تهانينا / مبروك / جائزة
  urgency 1: natychmiast / срочно / немедленно / терміново / hemen / acil / αμεσα
  credentials 1: верификация / підтвердіть / επιβεβαιωστε / επαληθευστε
  suspension 1: заблоковано
  security-alert 1: несанкционированныи
  payment 1: задолженность
  advance-fee 1: наследство / выплата / кредит / инвестиции / заработок / ميراث / قرض / تمويل
  prize 1: вам начислено
`);

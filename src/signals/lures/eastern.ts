/** Polish, Czech, Hungarian, Romanian, Russian, Ukrainian, Turkish, Greek, Arabic. */
import { lurePhrases } from "./lure.ts";

export const eastern = lurePhrases(`
  credentials 3: zweryfikuj swoje / potwierdz swoje / zaktualizuj ~ dane / potwierdz swoja / overte sve / potvrdte sve / aktualizujte ~ udaje / erositse meg / frissitse ~ adatait / verificati ~ contul / confirmati ~ datele / actualizati ~ datele
  suspension 3: konto ~ zablokowane / konto ~ zawieszone / ucet ~ zablokovan / fiokja ~ felfuggesztettuk / contul ~ suspendat / contul ~ blocat
  delivery 3: twoja paczka / twoja przesylka / vase zasilka / csomagja / coletul dumneavoastra / oplata celna / coletul
  payment 3: nieoplacona faktura / neuhrazena faktura / platnosc ~ odrzucona / wezwanie do zaplaty / factura restanta
  prize 3: wygrales / zostales wybrany / gratulacje / vyhrali jste / gratulujeme / nyeremeny / ati castigat / felicitari
  urgency 2: w ciagu 24 godzin / do 24 hodin / 24 oran belul / in 24 de ore / natychmiast / szanowny kliencie / vazeny zakazniku / tisztelt ugyfelunk / stimate client
  credentials 3: подтвердите ~ аккаунт / подтвердите свои / подтвердить ~ данные / обновите ~ данные / подтвердите ~ личность / верификация / подтвердіть ~ дані / підтвердіть
  suspension 3: аккаунт ~ заблокирован / учетная запись ~ заблокирована / будет заблокирован / доступ ~ ограничен / заблоковано
  security-alert 3: подозрительная активность / необычная активность / вход ~ нового устроиства / несанкционированныи
  prize 3: вы выиграли / поздравляем / ваш выигрыш / вам начислено / денежныи перевод / вам доступна выплата / бонус / розыгрыш / компенсация / ви виграли
  payment 3: оплатите счет / счет на оплату / неоплаченныи счет / акт сверки / задолженность
  advance-fee 3: наследство / выплата / кредит / инвестиции / заработок
  urgency 2: в течение 24 часов / срочно / немедленно / последнее предупреждение / уважаемыи клиент / терміново
  credentials 3: hesabinizi dogrulayin / hesabinizi onaylayin / bilgilerinizi guncelleyin / επιβεβαιωστε / επαληθευστε / ενημερωστε τα στοιχεια
  suspension 3: hesabiniz ~ askiya / hesabiniz ~ kapatilacak / hesabiniz ~ engellendi / ο λογαριασμος ~ ανασταλει
  delivery 3: kargonuz / paketiniz / το δεμα σας
  prize 3: kazandiniz / tebrikler / hediye / κερδισατε / συγχαρητηρια
  urgency 2: 24 saat icinde / hemen / acil / sayin musterimiz / αμεσα
  credentials 3: تحقق من حسابك / تاكيد حسابك / تحديث معلوماتك / تأكيد حسابك / تحديث بياناتك
  suspension 3: تم تعليق حسابك / تم ايقاف حسابك / سيتم اغلاق
  prize 3: لقد فزت / تهانينا / مبروك / جائزة
  advance-fee 3: ميراث / قرض / تمويل
`);

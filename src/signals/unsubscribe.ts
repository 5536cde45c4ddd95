/**
 * Does the body offer a way out of the mailing: a link or address whose text or target says so, in the languages that
 * bulk mail is written in (threat-facts LK-01: one of several signs of ordinary bulk mail; never enough by itself).
 *
 * Pure; linear in the text. Words are our own selection, lower case, matched as parts of words.
 */

import { WordFinder } from "./word-finder.ts";

/** In link texts and near addresses in plain text. */
const TEXT_WORDS: readonly string[] = [
  // English
  "unsubscribe",
  "opt out",
  "opt-out",
  "stop receiving",
  "manage your subscription",
  "manage subscription",
  "manage preferences",
  "email preferences",
  "update your preferences",
  "subscription preferences",
  "subscription settings",
  "subscription options",
  "change your subscri",
  "update your subscri",
  "edit your subscri",
  "modify your subscri",
  "cancel your subscri",
  "email settings",
  // German
  "abmelden",
  "abbestellen",
  "abbestellung",
  "austragen",
  "newsletter-abmeldung",
  "abmeldelink",
  "abmeldung",
  // French
  "désinscrire",
  "désinscription",
  "désabonner",
  "désabonnement",
  "desinscrire",
  "desabonner",
  "se desinscrire",
  // Spanish, Portuguese, Catalan
  "darse de baja",
  "darme de baja",
  "date de baja",
  "dar de baja",
  "cancelar suscripción",
  "cancelar la suscripción",
  "cancelar tu suscripción",
  "cancelar su suscripción",
  "anular suscripción",
  "desuscribir",
  "cancelar inscrição",
  "cancelar a inscrição",
  "cancelar subscrição",
  "cancelar assinatura",
  "descadastrar",
  "remover inscrição",
  "deixar de receber",
  "donar-se de baixa",
  // Italian
  "disiscri",
  "annulla iscrizione",
  "annulla l'iscrizione",
  "cancella iscrizione",
  "cancellati",
  "cancella l'iscrizione",
  // Dutch
  "uitschrijven",
  "afmelden",
  "uitschrijving",
  // Nordic
  "avmeld",
  "avregistrera",
  "avprenumerera",
  "avsluta prenumeration",
  "afmeld",
  "frameld",
  "meld deg av",
  "peruuta tilaus",
  "peruuta uutiskirje",
  "lopeta tilaus",
  // Central and eastern Europe
  "odhlásit",
  "odhlásenie",
  "odhlásiť",
  "odhlášení",
  "zrušit odběr",
  "wypisz",
  "wypisać",
  "rezygnacja z subskrypcji",
  "zrezygnować z",
  "leiratkoz",
  "dezabon",
  "отписаться",
  "отписка",
  "відписатися",
  "отпишете се",
  "отпиши се",
  "odjavi",
  "odjava",
  "loobu",
  "atsisakyti",
  "atrakstīties",
  "διαγραφή",
  "απεγγραφή",
  // Turkish, Arabic, Hebrew, East Asia
  "abonelikten çık",
  "aboneliği iptal",
  "listeden çık",
  "إلغاء الاشتراك",
  "הסרה מרשימת",
  "退订",
  "取消订阅",
  "退訂",
  "取消訂閱",
  "配信停止",
  "購読解除",
  "登録解除",
  "수신거부",
  "구독 취소",
];

/** In the address of a link, where words stand without spaces and accents. */
const URL_WORDS: readonly string[] = [
  "unsub",
  "optout",
  "opt-out",
  "opt_out",
  "abmeld",
  "abbestell",
  "austrag",
  "desinscri",
  "desabon",
  "desuscri",
  "darse-de-baja",
  "cancelar-suscripcion",
  "descadastr",
  "disiscri",
  "uitschrij",
  "afmeld",
  "avmeld",
  "avregistr",
  "odhlas",
  "wypisz",
  "leiratkoz",
  "dezabon",
  "otpis",
];

const textWords = new WordFinder(TEXT_WORDS);
const urlWords = new WordFinder(URL_WORDS);
const allWords = new WordFinder([...TEXT_WORDS, ...URL_WORDS]);

/** Links are scanned from the end: the way out stands in the footer. */
const LINKS_MAX = 2_000;
const LINK_TEXT_CHARS_MAX = 300;
const LINK_URL_CHARS_MAX = 2_000;

export interface BodyLink {
  readonly url: string;
  readonly text: string;
}

export function linkOffersExit({ url, text }: BodyLink): boolean {
  const target = url.slice(0, LINK_URL_CHARS_MAX).toLowerCase();
  if (!/^(?:https?:|mailto:|\/\/)/.test(target)) return false;
  return urlWords.isIn(target) || textWords.isIn(text.slice(0, LINK_TEXT_CHARS_MAX).toLowerCase());
}

export function linksOfferExit(links: readonly BodyLink[]): boolean {
  return links.slice(-LINKS_MAX).findLast(linkOffersExit) !== undefined;
}

/** Characters between the word and the address it speaks of. */
const NEAR_CHARS = 240;
/** Plain text is read from the end, as much as any footer has. */
const PLAIN_CHARS_MAX = 32 * 1024;

/** In plain text: a word of the list near a web or mail address, or inside one. */
export function plainTextOffersExit(text: string): boolean {
  const lower = text.slice(-PLAIN_CHARS_MAX).toLowerCase();
  return allWords.someLast(lower, (start, end) =>
    hasAddress(lower.slice(Math.max(0, start - NEAR_CHARS), end + NEAR_CHARS)),
  );
}

function hasAddress(lower: string): boolean {
  return /https?:\/\/|www\.|mailto:|[\w.-]@[a-z0-9-]+\.[a-z]/.test(lower);
}

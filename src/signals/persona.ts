/**
 * Does the sender read like a news outlet, a journalist or a think tank (threat-facts TF-200, TF-201, TF-203)?
 *
 * A statement about words, not about truth: real newsrooms read so too (LK-03). Display name, local part and the
 * registrable label of From are read; subdomains are not, since every shop mails from `news.` something. For the same
 * reason `newsletter@shop` and `news@shop` are no persona: half of all marketing mail is sent so, and the word names the
 * mailing, not the sender. Neither is "Brand News" from the brand's own domain. A brand in front of "News" that the
 * domain does not know is one.
 */
import { normalForm } from "../base/normal-form.ts";
import { TextMemo } from "../base/text-memo.ts";
import type { AddressRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import {
  closingAfterThe,
  closingWords,
  deskWords,
  innocentBefore,
  instituteWords,
  maybeWords,
  outletWords,
  topicWords,
} from "./persona-words.ts";

const NAME_CHARS_MAX = 200;
const SENDERS_MAX = 4;
/** Outlets' names are short; a longer display name is a sentence ("Get your gift card today"). */
const OUTLET_WORDS_MAX = 5;

/** Why one of the senders (From, then Sender) reads so, in words without a full stop; null when none does. */
export function newsPersona(senders: readonly AddressRecord[]): string | null {
  for (const { name, address } of senders.slice(0, SENDERS_MAX)) {
    const reason = known.get(`${address.length}:${address}${name.slice(0, NAME_CHARS_MAX)}`, personaOf);
    if (reason !== null) return reason;
  }
  return null;
}

/** Of the latest senders: mailboxes hear from the same ones again and again. */
const known = new TextMemo<string | null>(1024, 64 * 1024);

/** `sender`: how long the address is, a colon, the address, the name. */
function personaOf(sender: string): string | null {
  const start = sender.indexOf(":") + 1;
  const end = start + Number.parseInt(sender, 10);
  const address = sender.slice(start, end);
  const name = sender.slice(end);
  const at = address.lastIndexOf("@");
  const label = domainLabel(address.slice(at + 1));
  const nameTokens = tellingTokens(name.includes("@") ? "" : name);
  const localTokens = at < 0 ? [] : tokens(address.slice(0, at));
  return (
    strongWord(nameTokens, "display name") ??
    deskLocalPart(localTokens) ??
    outletLabel(label) ??
    institute(nameTokens) ??
    outletName(nameTokens, label) ??
    severalMaybes(nameTokens, label)
  );
}

/** `herald` of `herald.example.co.uk`: what was registered. */
function domainLabel(domain: string): string {
  return registrableDomain(domain).split(".")[0] ?? "";
}

const tellingWords: ReadonlySet<string> = new Set(
  [outletWords, deskWords, maybeWords, closingWords, closingAfterThe, instituteWords].flatMap((words) => [...words]),
);

/** The words of a name, or none when no reading of a name knows one of them, as of nearly all names. */
function tellingTokens(name: string): readonly string[] {
  const words = tokens(name);
  return words.some((word) => tellingWords.has(word) || hasOutletSign(word)) ? words : [];
}

/** Lower case words without diacritics of Latin letters; other scripts keep theirs. */
function tokens(text: string): readonly string[] {
  if (!/[\u0080-\uffff]/.test(text))
    return (
      text
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.slice(0, 30) ?? []
    );
  const apart = normalForm(text.toLowerCase(), "NFKD").replace(/(?<=[a-z])[\u0300-\u036f]+/g, "");
  const plain = normalForm(apart, "NFC");
  return plain.match(/[\p{L}\p{N}]+/gu)?.slice(0, 30) ?? [];
}

function strongWord(words: readonly string[], where: string): string | null {
  const outlet = words.find((word) => outletWords.has(word) || hasOutletSign(word));
  if (outlet !== undefined) return `${where} says "${outlet}", a word of news outlets`;
  const desk = words.find((word) => deskWords.has(word));
  return desk === undefined ? null : `${where} says "${desk}", a word of newsrooms`;
}

/** Scripts without spaces: the word stands inside a longer run. */
function hasOutletSign(word: string): boolean {
  return /新闻|新聞|日报|日報|晚报|通讯社|ニュース|뉴스|신문|일보/.test(word);
}

/** Role mailboxes of newsrooms; `news`, `press`, `newsletter` are anybody's. */
const DESK_LOCAL_PARTS: ReadonlySet<string> = new Set(
  "newsroom newsdesk editor editors editorial redaktion redaction redaccion redazione redactie redakcja correspondent reporter journalist desk-news".split(
    " ",
  ),
);

function deskLocalPart(words: readonly string[]): string | null {
  const found = words.find((word) => DESK_LOCAL_PARTS.has(word));
  return found === undefined ? null : `address is "${found}@", a newsroom's mailbox`;
}

/** Ends and beginnings of registered names that outlets choose; `post`, `press` and `mail` end too many others. */
const LABEL_ENDS =
  /(?:news|times|herald|tribune|gazette|chronicle|newswire|newsdesk|zeitung|nachrichten|noticias|diario|giornale|presse|nieuws|nyheter|novosti|dispatch|observer|bulletin|briefing|digest|examiner|inquirer|telegraph)$/;
const LABEL_BEGINS = /^(?:news|daily|noticias|diario|gazeta|nachrichten)(?=[a-z]{3})/;
/** `newsletter`, `sometimes`, `dailydeals`: words that only begin or end alike. */
const LABEL_INNOCENT = /newsletter|newsmail|newsflash|sometimes|oftentimes|dailydeal|entpresse/;

function outletLabel(label: string): string | null {
  for (const piece of label.toLowerCase().split("-").slice(0, 10)) {
    if (outletWords.has(piece)) return `domain is named "${piece}", a word of news outlets`;
  }
  const joined = label.toLowerCase().replaceAll("-", "");
  if (LABEL_INNOCENT.test(joined)) return null;
  const end = LABEL_ENDS.exec(joined)?.[0];
  if (end !== undefined && joined.length >= end.length + 3) return `domain ends in "${end}"`;
  const begin = LABEL_BEGINS.exec(joined)?.[0];
  return begin === undefined ? null : `domain begins with "${begin}"`;
}

/** "Institute for Foreign Policy": a kind of institution and a topic of interest. */
function institute(words: readonly string[]): string | null {
  const kind = words.find((word) => instituteWords.has(word));
  const topic = words.find((word) => topicWords.has(word) && word !== kind);
  return kind === undefined || topic === undefined
    ? null
    : `display name says "${kind}" and "${topic}", as a think tank's does`;
}

/** "Asia Monitor", "The Harbour Post", "Rivertown News Online": a closing word after a name. */
function outletName(words: readonly string[], label: string): string | null {
  const at = words.at(-1) !== "news" && words.includes("news", 1) ? words.indexOf("news", 1) : words.length - 1;
  const [last = "", before = ""] = [words[at], words[at - 1]];
  const closes = closingWords.has(last) || (words[0] === "the" && words.length >= 3 && closingAfterThe.has(last));
  if (at < 1 || words.length > OUTLET_WORDS_MAX || !closes || innocentBefore.has(before)) return null;
  if (isOwnBrand(words.slice(0, at), label)) return null;
  return `display name has "${last}" as outlets' names do`;
}

/** "Acme News" from acme.example names the company's own mailing. */
function isOwnBrand(words: readonly string[], label: string): boolean {
  const joined = words.join("");
  const plain = label.toLowerCase().replaceAll("-", "");
  if (plain.length >= 3 && (joined.includes(plain) || plain.includes(joined))) return true;
  return words.some((word) => word.length >= 4 && plain.includes(word));
}

/** "Daily Briefing", "World News Digest": several words that outlets use, whoever owns the domain. */
function severalMaybes(words: readonly string[], label: string): string | null {
  const found = [...new Set(words.filter((word) => maybeWords.has(word)))];
  if (
    found.length >= 2 &&
    !isOwnBrand(
      words.filter((word) => !maybeWords.has(word)),
      label,
    )
  ) {
    return `display name says "${found.slice(0, 3).join('", "')}", words of news outlets`;
  }
  return null;
}

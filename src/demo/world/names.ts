/** Invented people, firms and domains, as many as wanted: the n-th is always the same. */
import { hashOf } from "../../../src/demo/random.ts";

const GIVEN = [
  ...["Ilse", "Tomas", "Anneke", "Jonah", "Priya", "Henrik", "Rowan", "Osric", "Malin", "Dario", "Catrin", "Edith"],
  ...["Gareth", "Zoë", "Bernard", "Amina", "Peadar", "Ngozi", "Walter", "Mireille", "Hannah", "Ruth", "Idris", "José"],
  ...["Martha", "Kofi", "Leonie", "Pascal", "Sunniva", "Mattias", "Oriel", "Farid", "Ines", "Agnes", "Juno", "Bea"],
  ...["Lucian", "Marit", "Tove", "Emeka", "Noor", "Yara", "Stellan", "Renée", "Björn", "Odette", "Cyril", "Petra"],
  ...["Aurel", "Sanna", "Ottilie", "Bram", "Celia", "Ewan", "Fiona", "Goran", "Hedda", "Ivo", "Jadwiga", "Lena"],
];
const FIRST = [
  ...["Ash", "Bram", "Cald", "Dorn", "Ell", "Fenn", "Gar", "Holm", "Ing", "Kest", "Lang", "Mar", "Nor", "Ost", "Pell"],
  ...["Quill", "Rav", "Sand", "Thorn", "Ulv", "Varg", "Wend", "Yar", "Zell", "Brack", "Crow", "Drum", "Hart", "Lind"],
  ...["Moss", "Penn", "Stav", "Tarn", "Wick", "Hvid", "Grau", "Dahl", "Oak", "Reed", "Sorrel"],
];
const LAST = [
  ...["ard", "berg", "combe", "dahl", "er", "feld", "gate", "hart", "ington", "ley", "man", "nes", "over", "quist"],
  ...[
    "rick",
    "son",
    "ström",
    "ton",
    "vik",
    "worth",
    "ell",
    "a",
    "mark",
    "by",
    "stad",
    "holm",
    "lin",
    "osa",
    "ev",
    "ska",
  ],
];
const WEBMAIL = [
  "post.example",
  "webmail.example",
  "briefpost.example",
  "courriel.example",
  "correo.example",
  "inbox-mail.example",
];
const TRADES = [
  "boats",
  "law",
  "press",
  "institute",
  "council",
  "school",
  "works",
  "trust",
  "museum",
  "clinic",
  "transport",
  "forum",
];

export interface Name {
  readonly given: string;
  readonly family: string;
  readonly name: string;
  /** ASCII, lower case, `given.family`. */
  readonly local: string;
}

const PLAIN: Readonly<Record<string, string>> = { ë: "e", é: "e", ö: "o" };

function plain(text: string): string {
  return text.toLowerCase().replace(/[ëéö]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The n-th name of a series. 60 × 1,200 of them; from the second round on the local part bears a number. */
export function nameOf(series: string, index: number): Name {
  const start = hashOf(series);
  const families = FIRST.length * LAST.length;
  // Steps that are prime to both counts, so that every pair comes up before any comes again.
  const given = GIVEN[(start + index * 7) % GIVEN.length] ?? "Ann";
  const family = ((start >>> 7) + index * 577 + Math.floor(index / GIVEN.length) * 11) % families;
  const surname = `${FIRST[family % FIRST.length]}${LAST[Math.floor(family / FIRST.length)]}`;
  const round = Math.floor(index / 2000);
  const local = `${plain(given)}.${plain(surname)}${round === 0 ? "" : round + 1}`;
  return { given, family: surname, name: `${given} ${surname}`, local };
}

/** A domain of a firm, club or office that only `index` has. */
export function firmDomain(index: number): string {
  const one = FIRST[index % FIRST.length] ?? "Ash";
  const end = LAST[Math.floor(index / FIRST.length) % LAST.length] ?? "ton";
  const trade = TRADES[Math.floor(index / 7) % TRADES.length] ?? "works";
  const round = Math.floor(index / (FIRST.length * LAST.length));
  return `${plain(one + end)}-${trade}${round === 0 ? "" : round + 1}.example`;
}

/** Half of outsiders write from a webmail provider, the others from a firm. */
export function outsiderDomain(index: number): string {
  if (index % 2 === 0) return WEBMAIL[(index >>> 1) % WEBMAIL.length] ?? "post.example";
  return firmDomain(index >>> 2);
}

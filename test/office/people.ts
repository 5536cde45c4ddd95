/** The invented office and the people who write to it. Nobody here exists; every domain is reserved (RFC 2606, 6761). */
import type { NamedAddress, Script } from "../../src/demo/compose.ts";

export type OwnerKey = "member" | "chief" | "press" | "scheduler" | "adviser" | "personal";

export interface Person extends NamedAddress {
  /** Set for the people whose mailboxes are delivered. */
  readonly owner: OwnerKey | null;
  readonly script: Script;
  /** How their program writes a body. */
  readonly style: "plain" | "flowed" | "alternative";
  /** Below the name, in signatures; empty for none. */
  readonly role: string;
}

export interface Owner extends Person {
  readonly owner: OwnerKey;
  /** The server whose Authentication-Results count for this mailbox. */
  readonly server: string;
}

const UTF8: Script = { charset: "utf-8", word: "Q", encoding: "quoted-printable" };
const UTF8_RAW: Script = { charset: "utf-8", word: "B", encoding: "8bit" };
const UTF8_BASE64: Script = { charset: "utf-8", word: "B", encoding: "base64" };
const LATIN1: Script = { charset: "iso-8859-1", word: "Q", encoding: "quoted-printable" };
const LATIN1_RAW: Script = { charset: "iso-8859-1", word: "Q", encoding: "8bit" };
const GREEK: Script = { charset: "iso-8859-7", word: "B", encoding: "base64" };
const CYRILLIC: Script = { charset: "windows-1251", word: "B", encoding: "base64" };
export const ASCII: Script = { charset: "us-ascii", word: "Q", encoding: "7bit" };

export const OFFICE_DOMAIN = "parliament.example";
const OFFICE_SERVER = `mx.${OFFICE_DOMAIN}`;

function owner(key: OwnerKey, name: string, address: string, role: string, style: Person["style"]): Owner {
  const server = key === "personal" ? "mx.mail.example" : OFFICE_SERVER;
  return { owner: key, name, address, role, style, script: UTF8, server };
}

export const owners: Readonly<Record<OwnerKey, Owner>> = {
  member: owner("member", "Ilse Varga-Holm", "ilse.varga-holm@parliament.example", "Member for Port Calder", "plain"),
  chief: owner("chief", "Tomas Reuben", "tomas.reuben@parliament.example", "Chief of staff", "flowed"),
  press: owner("press", "Anneke Duvall", "anneke.duvall@parliament.example", "Press officer", "alternative"),
  scheduler: owner("scheduler", "Jonah Abarra", "jonah.abarra@parliament.example", "Diary and visits", "plain"),
  adviser: owner("adviser", "Priya Castellane", "priya.castellane@parliament.example", "Policy adviser", "alternative"),
  personal: owner("personal", "Ilse Varga", "ilse.varga@mail.example", "", "plain"),
};

/** The order in which mailboxes are written. */
export const ownerKeys: readonly OwnerKey[] = ["member", "chief", "press", "scheduler", "adviser", "personal"];

function person(
  name: string,
  address: string,
  script: Script = UTF8,
  style: Person["style"] = "plain",
  role = "",
): Person {
  return { owner: null, name, address, role, style, script };
}

/** Same building, mailboxes not delivered. */
export const colleagues: readonly Person[] = [
  person("Rowan Ashby", "rowan.ashby@parliament.example", UTF8, "alternative", "Clerk, External Affairs and Trade"),
  person("Osric Lane", "osric.lane@parliament.example", ASCII, "plain", "Service desk"),
  person("Malin Öberg", "malin.oberg@parliament.example", LATIN1, "plain", "Office of the Speaker"),
  person("Dario Fenn", "dario.fenn@parliament.example", UTF8, "flowed", "Researcher, Library"),
  person("Catrin Moss", "catrin.moss@parliament.example", UTF8, "alternative", "Member for Saltgate"),
];

export const constituents: readonly Person[] = [
  person("Edith Marlowe", "edith.marlowe@post.example", ASCII),
  person("Gareth Pinney", "g.pinney@webmail.example", UTF8, "alternative"),
  person("Søren Hvidberg", "soren@hvidberg.example", LATIN1),
  person("Zoë Tremblay", "zoe.tremblay@post.example", LATIN1_RAW, "flowed"),
  person("Łucja Wrona", "lucja.wrona@poczta.example", UTF8_BASE64, "alternative"),
  person("Bernard Oakes", "bernard.oakes@post.example", ASCII),
  person("Amina Koury", "amina.koury@webmail.example", UTF8, "alternative"),
  person("Peadar Quill", "peadar@quillandsons.example", ASCII, "flowed"),
  person("Ngozi Adeyi", "ngozi.adeyi@webmail.example", UTF8, "alternative"),
  person("Walter Tench", "w.tench@post.example", ASCII),
  person("Mireille Aubin", "mireille.aubin@courriel.example", LATIN1),
  person("Hannah Stroud", "hannah.stroud@webmail.example", UTF8_RAW, "alternative"),
  person("Tarn Bridge Allotments", "committee@tarnbridge-allotments.example", ASCII),
  person("Ruth Ellery", "ruth.ellery@eastmere-school.example", UTF8, "alternative", "Head teacher, Eastmere Primary"),
  person("Idris Calloway", "idris@calloway-boats.example", ASCII, "flowed"),
  person("José Antúnez", "jose.antunez@correo.example", LATIN1),
  person("Martha Linde", "martha.linde@post.example", UTF8, "alternative"),
  person("Kofi Brandt", "kofi.brandt@webmail.example", UTF8, "alternative"),
];

export const journalists: readonly Person[] = [
  person("Leonie Hartz", "leonie.hartz@harbourcourier.example", UTF8, "alternative", "The Harbour Courier"),
  person("Pascal Orme", "p.orme@eveningledger.example", UTF8, "plain", "Evening Ledger"),
  person("Sunniva Dahle", "sunniva.dahle@capitalwire.example", LATIN1, "alternative", "Capital Wire"),
  person("Mattias Grau", "m.grau@hafenbote.example", LATIN1, "plain", "Der Hafenbote"),
];

export const experts: readonly Person[] = [
  person("Dr. Oriel Banbury", "o.banbury@policylantern.example", UTF8, "alternative", "Policy Lantern"),
  person("Wilhelmina Aust", "w.aust@tradeobservatory.example", LATIN1, "plain", "Trade Observatory"),
  person("Farid Naseri", "farid.naseri@labourwatch.example", UTF8, "alternative", "Labour Watch"),
  person("Prof. Ines Calder", "ines.calder@law.northgate-university.example", UTF8_RAW, "plain", "School of Law"),
  person("Ευγενία Δάφνη", "e.dafni@thalassa-institute.example", GREEK, "plain", "Thalassa Institute"),
];

export const family: readonly Person[] = [
  person("Henrik Holm", "henrik.holm@mail.example", UTF8, "plain"),
  person("Agnes Varga", "agnes.varga@post.example", ASCII),
  person("Juno Varga-Holm", "juno.vh@webmail.example", UTF8_RAW, "alternative"),
  person("Bea Lockyer", "bea@lockyer-pottery.example", UTF8, "flowed"),
];

/** Long-standing partners of the diary. */
export const organisers: readonly Person[] = [
  person("Port Calder Chamber of Trade", "events@portcalder-chamber.example", UTF8, "alternative"),
  person("Visits, Saltgate Museum", "visits@saltgate-museum.example", ASCII),
  person("Embassy events", "events@embassy-lowlands.example", UTF8, "alternative"),
  person("Holm Valley Council", "diary@holmvalley-council.example", LATIN1, "plain"),
];

/** Writers whose letters are given whole, in their own language (texts.ts, `foreignLetters`). */
export const foreignWriters: Readonly<Record<string, Person>> = {
  fr: person("Mireille Aubin", "mireille.aubin@courriel.example", LATIN1_RAW),
  de: person("Jürgen Äckerlein", "j.aeckerlein@briefpost.example", LATIN1),
  es: person("José Antúnez", "jose.antunez@correo.example", LATIN1),
  pl: person("Łucja Wrona", "lucja.wrona@poczta.example", UTF8),
  el: person("Θάλεια Μελά", "thaleia@tachydromos.example", GREEK),
  uk: person("Оксана Верба", "oksana.verba@lyst.example", CYRILLIC),
  ja: person("水野 はる", "haru.mizuno@tayori.example", UTF8_BASE64),
  da: person("Søren Hvidberg", "soren@hvidberg.example", UTF8_RAW),
};

/** Every outside writer of ordinary mail, for checks. */
export const outsiders: readonly Person[] = [
  ...constituents,
  ...journalists,
  ...experts,
  ...family,
  ...organisers,
  ...Object.values(foreignWriters),
];

/** Invented senders and readers: names in eleven languages, firms, domains that are reserved (RFC 2606), numbers for documentation (RFC 5737). */
import { HEX, type Random } from "../../src/demo/random.ts";
import type { Language } from "./kind.ts";

export interface Reader {
  readonly name: string;
  readonly first: string;
  readonly address: string;
  readonly domain: string;
}

export interface Sender {
  readonly firm: string;
  /** ASCII, as in the domain. */
  readonly slug: string;
  readonly domain: string;
  readonly person: string;
  readonly personFirst: string;
  readonly personSlug: string;
  readonly personAddress: string;
  readonly person2: string;
  /** Another organisation, with its domain. */
  readonly other: string;
  readonly otherDomain: string;
  readonly city: string;
  readonly street: string;
  readonly phone: string;
  readonly ip: string;
  readonly at: number;
  readonly reader: Reader;
  readonly language: Language;
  readonly random: Random;
}

interface Names {
  readonly first: readonly (readonly [name: string, ascii: string])[];
  readonly last: readonly (readonly [name: string, ascii: string])[];
  readonly firms: readonly string[];
  readonly cities: readonly string[];
  readonly streets: readonly string[];
}

const plain = (names: string) => names.split(" ").map((name) => [name, asciiOf(name)] as const);
const paired = (names: string) =>
  names.split(" ").map((pair) => {
    const [name = "", ascii = ""] = pair.split("=");
    return [name, ascii] as const;
  });

export function asciiOf(text: string): string {
  const folded = text.replace(/ß/g, "ss").replace(/[łŁ]/g, "l").normalize("NFD");
  return folded.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

// biome-ignore format: a table reads by line
const names: Readonly<Record<Language, Names>> = {
  en: { first: plain("Alice Martin Joan Peter Helen Ruth Colin Fiona Graham Nora"), last: plain("Ashdown Barlow Cresswell Dunmore Ellery Fenwick Garrow Holt"), firms: ["Bramble & Finch", "Northquay", "Tallport Mutual", "Kestrel Post", "Ferryhouse", "Linden Works", "Copperleaf", "Saltmarsh Trust"], cities: ["Tallport", "Westmark", "Little Ferring"], streets: ["12 Quay Street", "4 Mill Lane", "88 Station Road"] },
  de: { first: plain("Anna Jürgen Käthe Lukas Birgit Sören Ute Matthias Jörg Miriam"), last: plain("Achtermann Brömmel Dörfler Eckstein Fährmann Grünbach Hölzl Kühnert"), firms: ["Elbtal Versand", "Stadtwerke Möhringen", "Volksbank Ohletal", "Kranich Medien", "Buchhaus Amsel", "Ziegler & Töchter", "Netzwerk Uferblick", "Rotdorn"], cities: ["Möhringen", "Ohletal", "Bad Sulzfeld"], streets: ["Hafenstraße 12", "Am Mühlbach 3", "Lindenallee 41"] },
  fr: { first: plain("Élodie Gérard Camille Benoît Hélène Yves Amélie François"), last: plain("Beaumesnil Chastagnol Delorier Fauvelet Garancher Lepesant"), firms: ["Mutuelle du Rivage", "Librairie Sauvagine", "Banque du Val", "Les Ateliers Réunis", "Colibris Express"], cities: ["Saint-Aubry", "Valmercy", "Port-Ligny"], streets: ["3, rue du Moulin", "27, quai des Brumes"] },
  es: { first: plain("Lucía Íñigo Marta Andrés Begoña Tomás Inés Raúl"), last: plain("Arrieta Bellido Carrascal Doñate Echenique Fontanals"), firms: ["Energía del Valle", "Librería Tejo", "Banco Miralta", "Correos del Sur", "Casa Olmedo"], cities: ["Miralta", "Puerto Lobos"], streets: ["Calle del Olmo 5", "Avenida del Mar 19"] },
  pt: { first: plain("Joana Rui Inês Gonçalo Beatriz Tomé"), last: plain("Brandãozinho Carvalhal Figueirinha Lameira Montalvão"), firms: ["Seguros Rio Manso", "Banco Serra Alta", "Águas do Vale", "Livraria Gaivota"], cities: ["Serra Alta", "Vila do Cais"], streets: ["Rua do Cais 8", "Travessa da Fonte 2"] },
  pl: { first: plain("Agnieszka Łukasz Małgorzata Piotr Zofia Krzysztof"), last: plain("Brzozowicz Dębiak Gałczyk Jaworzyński Olszewik"), firms: ["Energia Brzeg", "Księgarnia Pod Lipą", "Paczka Ekspres", "Fundacja Most"], cities: ["Brzegowo", "Nowa Lipa"], streets: ["ul. Lipowa 7", "ul. Portowa 15"] },
  uk: { first: paired("Оксана=oksana Тарас=taras Ірина=iryna Богдан=bohdan Леся=lesia"), last: paired("Вербицький=verbytskyi Коваленчук=kovalenchuk Степовик=stepovyk Гайворон=haivoron"), firms: ["Світанок", "Громада Плюс", "Новий Берег", "Фонд Джерело"], cities: ["Вербівка", "Степове"], streets: ["вул. Шкільна, 4", "вул. Садова, 18"] },
  ru: { first: paired("Анна=anna Михаил=mikhail Елена=elena Сергей=sergey Ольга=olga"), last: paired("Березин=berezin Лугова=lugova Озеров=ozerov Полянская=polyanskaya"), firms: ["Северный берег", "Тёплый дом", "Вектор Плюс", "Книжный двор"], cities: ["Березняки", "Озёрск"], streets: ["ул. Лесная, 9", "пр. Мира, 31"] },
  ar: { first: paired("ليلى=layla سامي=sami هدى=huda كريم=karim رنا=rana"), last: paired("الحداد=alhaddad النجار=alnajjar الخياط=alkhayyat البستاني=albustani"), firms: ["دار الياسمين", "مؤسسة الأفق", "بنك الواحة", "مكتبة النخيل"], cities: ["الواحة", "ميناء النور"], streets: ["شارع الزيتون", "شارع الميناء"] },
  zh: { first: paired("伟明=weiming 丽华=lihua 建国=jianguo 晓雯=xiaowen"), last: paired("林=lin 何=he 沈=shen 叶=ye"), firms: ["青竹书店", "海雁速递", "云山银行", "百川科技"], cities: ["云山", "海雁"], streets: ["竹林路12号", "港口街8号"] },
  ja: { first: paired("健一=kenichi 由美=yumi 直樹=naoki 恵子=keiko"), last: paired("浜野=hamano 川端=kawabata 松岡=matsuoka 森下=morishita"), firms: ["ひばり書房", "みなと運輸", "青葉トラベル", "つばめ商店"], cities: ["青葉市", "みなと町"], streets: ["港町1-2-3", "青葉台4-5"] },
};

const ASCII_FIRMS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  uk: ["svitanok", "hromada-plus", "novyi-bereh", "fond-dzherelo"],
  ru: ["severny-bereg", "teply-dom", "vektor-plus", "knizhny-dvor"],
  ar: ["dar-alyasmin", "alofoq", "bank-alwaha", "alnakheel"],
  zh: ["qingzhu", "haiyan", "yunshan", "baichuan"],
  ja: ["hibari", "minato-unyu", "aoba-travel", "tsubame"],
};

const READER_NAMES = ["Ingrid Vale", "Tomas Kern", "Marie Osei", "Dario Levin", "Olga Brandt", "Jan Wierda"];

/** Six people of one house; the address is theirs at `domain`. */
export function readerOf(random: Random, domain: string): Reader {
  const name = random.pick(READER_NAMES);
  const [first = "", last = ""] = name.split(" ");
  return { name, first, address: `${asciiOf(first)}.${asciiOf(last)}@${domain}`, domain };
}

/** Firms of one name have one domain, and are told apart by `house`. */
export function senderOf(random: Random, language: Language, house: number, reader: Reader, at: number): Sender {
  const own = names[language];
  const index = house % own.firms.length;
  const firm = own.firms[index] ?? "";
  const name = ASCII_FIRMS[language]?.[index] ?? firm.split(" ").map(asciiOf).filter(Boolean).join("-");
  // Beyond the list a firm bears its town or trade: many of one name, as in life.
  const more =
    ["", "-online", "-shop", "-service", "-mail", "group", "-nord", "24"][Math.floor(house / own.firms.length) % 8] ??
    "";
  const slug = `${name}${more}`;
  const domain = `${slug}.${house % 3 === 1 ? "test" : "example"}`;
  const person = nameOf(random, language);
  const person2 = nameOf(random, language);
  const other = random.pick(own.firms.filter((one) => one !== firm));
  return {
    ...{ firm, slug, domain, other, language, at, reader, random },
    person: person.name,
    personFirst: person.first,
    personSlug: person.slug,
    personAddress: `${person.slug}@${domain}`,
    person2: person2.name,
    otherDomain: `${random.pick(["heron", "ottermead", "pinegate", "marlbank", "dovecote", "quillhouse"])}${random.int(90)}.example`,
    city: random.pick(own.cities),
    street: random.pick(own.streets),
    phone: `+44 20 7946 0${100 + random.int(900)}`,
    ip: documentationAddress(random),
  };
}

function nameOf(random: Random, language: Language) {
  const own = names[language];
  const [first, firstAscii] = random.pick(own.first);
  const [last, lastAscii] = random.pick(own.last);
  const name = language === "zh" ? `${last}${first}` : language === "ja" ? `${last} ${first}` : `${first} ${last}`;
  return { name, first, slug: `${firstAscii}.${lastAscii}` };
}

export function documentationAddress(random: Random): string {
  return `${random.pick(["192.0.2", "198.51.100", "203.0.113"])}.${1 + random.int(250)}`;
}

const MONTHS: Readonly<Partial<Record<Language, string>>> = {
  de: "März",
  fr: "mars",
  pt: "março",
  pl: "marzec",
  ru: "март",
};

/** The text with its placeholders filled; the same placeholder has one value in a message. */
export function fillerOf(sender: Sender): (text: string) => string {
  const { random, reader, language } = sender;
  const soon = new Date(sender.at + (3 + random.int(20)) * 86_400_000);
  const isPointed = ["de", "pl", "ru", "uk"].includes(language);
  const day = isPointed
    ? `${soon.getUTCDate()}.${soon.getUTCMonth() + 1}.${soon.getUTCFullYear()}`
    : soon.toISOString().slice(0, 10);
  const euros = 8 + random.int(400);
  const cents = String(random.int(100)).padStart(2, "0");
  const values = new Map<string, string>(
    Object.entries({
      reader: reader.name,
      first: reader.first,
      readerAddress: reader.address,
      readerDomain: reader.domain,
      firm: sender.firm,
      slug: sender.slug,
      host: sender.domain,
      person: sender.person,
      "person.first": sender.personFirst,
      "person.first.slug": sender.personSlug.split(".")[0] ?? "",
      "person.local": sender.personSlug,
      person2: sender.person2,
      org: sender.other,
      city: sender.city,
      street: sender.street,
      phone: sender.phone,
      ip: sender.ip,
      date: day,
      time: `${8 + random.int(10)}:${10 + random.int(49)}`,
      year: String(new Date(sender.at).getUTCFullYear()),
      month: MONTHS[language] ?? "March",
      n: String(100_000 + random.int(900_000)),
      n4: `${2000 + random.int(7000)}-${1000 + random.int(9000)}`,
      four: String(1000 + random.int(9000)),
      code: String(100_000 + random.int(900_000)),
      hex: random.text(16, HEX),
      ref: random.text(6, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"),
      sum: `${euros}${isPointed ? "," : "."}${cents} ${language === "en" ? "EUR" : "€"}`,
      sum2: `${euros + 5}${isPointed ? "," : "."}${cents} €`,
    }),
  );
  return (text) => text.replace(/\{([\w.]+)\}/g, (all, name: string) => values.get(name) ?? all);
}

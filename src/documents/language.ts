/**
 * The language of a text: by its script where that tells, else by the words that hold its sentences together. Own small tables; enough to
 * know which grammar reads a document, no more.
 *
 * Pure and total; looks at the first `CHARS_MAX` characters.
 */
const CHARS_MAX = 60_000;

/** Words without which nobody writes a page; those that several languages share tell less but are kept where they are frequent. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in that is was for with as by on from are were this which have has been it its their they not or be an at",
  de: "der die das und ist nicht mit von den dem des ein eine einer wurde werden sich auch auf für als durch bei nach im zu zur zum",
  fr: "le la les des du et est dans une un que qui pour par sur avec pas au aux ce cette ont été sont plus il leur ses",
  es: "el la los las de del y que en un una por con para se su no es al como más fue han ha sus entre desde",
  pt: "o a os as de do da dos das e que em um uma por com para não se no na foi mais ao pela pelo são seus como",
  it: "il lo la gli le di del della dei delle e che è in un una per con non si sono da al nel nella stato anche come",
  nl: "de het een van en in is dat op te met voor niet zijn aan door werd worden ook naar bij om uit als deze die",
  sv: "och att det som en på är av för med den till inte har om ett från var de vid har kan efter",
  da: "og at det som en på er af for med den til ikke har om et fra var de ved kan efter blev der",
  no: "og at det som en på er av for med den til ikke har om et fra var de ved kan etter ble seg",
  fi: "ja on ei se että oli ovat myös kuin tai joka mutta hän sen ole mukaan sekä vuonna niin",
  pl: "i w na z do że się nie jest oraz przez od po dla jak to są był które została jego ich tym",
  cs: "a v na se je že s z do pro jako které byl nebo ale by od po podle také jeho jsou",
  sk: "a v na sa je že s z do pre ako ktoré bol alebo ale by od po podľa tiež jeho sú",
  hu: "a az és hogy nem egy is volt meg ez vagy azt mint szerint csak már még után által",
  ro: "și de la în a cu pe că nu este un o din pentru care au fost mai prin sau ale lui",
  tr: "ve bir bu için ile da de olarak olan çok daha gibi sonra kadar ise tarafından değil göre en",
  id: "yang dan di dari untuk pada dengan ini itu dalam tidak adalah oleh akan telah juga ke sebagai mereka",
  vi: "và của các là có trong được cho một những không với này người đã để từ khi",
  ru: "и в на не что с по как от к из для за о это при были был его также или которые а",
  uk: "і в на не що з до та як від у за це про був були його також або які для під",
  bg: "и на в за от се да по с не че са е като при които към това бяха или",
  sr: "и у је да на се за од са не који као су су то што или из по",
  fa: "و در به از که این را با است برای آن یک های شده می تا بود",
  ar: "في من على إلى أن عن التي هذا كان مع ما لا هذه الذي بعد قد أو",
};

const byWord = new Map<string, readonly string[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of new Set(words.split(" "))) byWord.set(word, [...(byWord.get(word) ?? []), language]);
}

/** Scripts that one language of ours writes. */
const SCRIPTS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Tibetan}/gu, "bo"],
];

/** Of all letters, that a script must have; Japanese writes few kana in headings. */
const SCRIPT_SHARE = 0.25;
const KANA_SHARE = 0.05;
/** Of all words, that the words of a language must have, and how many different ones there must be. */
const WORD_SHARE = 0.08;
const WORDS_MIN = 3;

/** Primary subtag (`en`); empty where neither script nor words tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, CHARS_MAX);
  return byScript(sample) || byWords(sample);
}

function byScript(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return "";
  for (const [pattern, language] of SCRIPTS) {
    const share = (text.match(pattern)?.length ?? 0) / letters;
    if (share >= (language === "ja" ? KANA_SHARE : SCRIPT_SHARE)) return language;
  }
  return "";
}

/** Not what stands in an address, a path or a name of a host. */
const WORD = /(?<![\p{L}\p{M}\p{N}._@/:\\[-])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}_@/:\\[\]-]|\.[\p{L}\p{N}])/gu;

function byWords(text: string): string {
  const words = text.toLowerCase().match(WORD) ?? [];
  const found = new Map<string, { count: number; readonly different: Set<string> }>();
  for (const word of words) {
    for (const language of byWord.get(word) ?? []) {
      const own = found.get(language) ?? { count: 0, different: new Set() };
      own.count += 1;
      own.different.add(word);
      found.set(language, own);
    }
  }
  let best = "";
  let most = words.length * WORD_SHARE;
  for (const [language, { count, different }] of found) {
    if (different.size >= WORDS_MIN && count > most) [best, most] = [language, count];
  }
  return best;
}

/** `en` of `en-GB`, `eng` stays as it is; empty for what is no tag (BCP 47). */
export function primaryTag(declared: string): string {
  return /^\s{0,8}([a-z]{2,3})(?=$|[-_\s,;])/i.exec(declared)?.[1]?.toLowerCase() ?? "";
}

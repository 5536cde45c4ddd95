/**
 * Words that dates are written with: names of months in the languages that mailers and people write, weekdays in English,
 * zones. Names are looked up without accents and by their beginning, since abbreviations differ (`Sept.`, `sep`, `septembre`).
 */

/** Beginnings of the names, twelve a line, alternatives with `/`; accents are taken off when the table is built. */
const monthLines: readonly string[] = [
  "jan feb mar apr may jun jul aug sep oct nov dec", // English; also Dutch, Scandinavian and Romanian in part
  "jän feb mär/mrz apr mai jun jul aug sep okt nov dez", // German, Norwegian (mai, okt), Estonian in part
  "janv/jan fév mars avr mai juin juil/juillet août sept oct nov déc", // French
  "ene feb mar abr may jun jul ago sep/set oct nov dic", // Spanish
  "jan fev mar abr mai jun jul ago set out nov dez", // Portuguese
  "gen feb mar apr mag giu lug ago set ott nov dic", // Italian
  "jan feb mrt/maart apr mei jun jul aug sep okt nov dec", // Dutch
  "jan feb mar apr maj jun jul aug sep okt nov dec/des", // Danish, Swedish, Norwegian
  "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu", // Finnish
  "sty lut mar kwi maj cze lip sie wrz paź lis gru", // Polish
  "led/ledna úno bře/březen dub kvě čvn/červen čvc/červenec srp zář říj lis pro", // Czech
  "jan feb már/márc ápr máj jún júl aug szept/szep okt nov dec", // Hungarian, Slovak
  "ian feb mar apr mai iun iul aug sep oct noi dec", // Romanian
  "oca şub mar nis may haz tem ağu eyl eki kas ara", // Turkish
  "янв фев мар апр май/мая июн июл авг сен окт ноя дек", // Russian, Bulgarian in part
  "січ лют бер кві тра чер лип сер вер жов лис гру", // Ukrainian
  "ιαν φεβ μαρ απρ μαΐ/μάι ιουν ιουλ αύγ/αυγ σεπ οκτ νοέ/νοε δεκ", // Greek
  "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", // Arabic
];

/** Longest beginning in the table. */
const MONTH_CHARS_MAX = 8;
const MONTH_CHARS_MIN = 3;

/** Lower case, accents off. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  return /[^a-z]/.test(lower) ? lower.normalize("NFKD").replace(/\p{M}+/gu, "") : lower;
}

const months: ReadonlyMap<string, number> = new Map(
  monthLines.flatMap((line) =>
    line
      .split(" ")
      .flatMap((names, index) => names.split("/").map((name): [string, number] => [plainWord(name), index + 1])),
  ),
);

/** 1 to 12 by the longest beginning in the table; 0 for a word that names no month. Takes a `plainWord`. */
export function monthOf(plain: string): number {
  for (let length = Math.min(plain.length, MONTH_CHARS_MAX); length >= MONTH_CHARS_MIN; length--) {
    const month = months.get(plain.slice(0, length));
    if (month !== undefined) return month;
  }
  return 0;
}

const weekdays: readonly string[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const weekdayName = /^(?:sun|mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?$/;

/** 0 for Sunday to 6; null for what is no English weekday. Takes a `plainWord`. */
export function weekdayOf(plain: string): number | null {
  return weekdayName.test(plain) ? weekdays.indexOf(plain.slice(0, 3)) : null;
}

/** RFC 5322 4.3 and the zones that mail uses besides; minutes east of UTC. Names that several regions use are left out. */
const zoneLines: readonly (readonly [minutes: number, names: string])[] = [
  [0, "ut utc gmt wet"],
  [60, "bst west cet met mez"],
  [120, "cest mest mesz eet sast"],
  [180, "eest msk trt idt eat"],
  [240, "msd"],
  [300, "pkt"],
  [420, "wib ict"],
  [480, "hkt sgt awst pht myt"],
  [540, "jst kst"],
  [570, "acst"],
  [600, "aest"],
  [630, "acdt"],
  [660, "aedt"],
  [720, "nzst"],
  [780, "nzdt"],
  [-150, "ndt"],
  [-180, "adt brt art uyt"],
  [-210, "nst"],
  [-240, "ast edt clt vet"],
  [-300, "est cdt cot pet eastern"],
  [-360, "cst mdt central"],
  [-420, "mst pdt mountain"],
  [-480, "pst akdt pacific"],
  [-540, "akst"],
  [-600, "hst"],
];

const zones: ReadonlyMap<string, number> = new Map(
  zoneLines.flatMap(([minutes, names]) => names.split(" ").map((name): [string, number] => [name, minutes])),
);

/** Minutes east of UTC; null for an unknown name. `eastern` and its like are standard time. */
export function zoneOf(lower: string): number | null {
  return zones.get(lower) ?? null;
}

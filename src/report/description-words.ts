/**
 * What a document describes in words, and how far a campaign is consistent with it: for the terminal. Kept apart from indicator matches
 * and from attribution, and each line says so. Every value is made printable here.
 */
import type { Quote } from "../case/document.ts";
import type { Consistency, ConsistencyGrade, Description, HuntingProfile, TraitFit } from "../case/hunting-profile.ts";
import { block, bullet, firstOf, quoted, unmarked } from "./detail-text.ts";
import { placeShown } from "./statement-words.ts";
import { capitalised, counted, withCommas } from "./wording.ts";

const TRAITS_MAX = 40;
const BEYOND_MAX = 8;
/** Of a profile, in one line. */
const NAMED_MAX = 6;
/** Descriptions in the answer, for one campaign. */
const ANSWERED_MAX = 3;

export const NO_ATTRIBUTION =
  "Consistency with a description is no indicator match and no attribution: the same description fits several senders.";

const GRADE_WORDS: Readonly<Record<ConsistencyGrade, string>> = {
  closely: "closely consistent",
  partly: "partly consistent",
  broadly: "consistent only in what most such mail shares",
  not: "not consistent",
  untold: "could not be compared",
};

export function gradeWords(grade: ConsistencyGrade): string {
  return GRADE_WORDS[grade];
}

const FIT_WORDS: Readonly<Record<TraitFit, string>> = {
  fits: "fits",
  contradicts: "contradicts",
  "cannot-tell": "cannot be told here",
};

/** `fits, as most such mail does`. */
export function fitWords({ fit, isBroad }: Pick<Consistency["traits"][number], "fit" | "isBroad">): string {
  return fit === "fits" && isBroad ? "fits, as much other mail does" : FIT_WORDS[fit];
}

/** `4 of 9 things it says fit, 0 contradict, 5 cannot be told here`. */
export function figuresOf({ traits }: Consistency): string {
  const count = (fit: TraitFit) => traits.filter((one) => one.fit === fit).length;
  const [fits, against] = [count("fits"), count("contradicts")];
  const broad = traits.filter((one) => one.fit === "fits" && one.isBroad).length;
  const telling = broad === 0 ? "" : ` (${fits === broad ? "all" : broad} of them as much other mail does)`;
  return `${fits} of ${counted(traits.length, "thing")} it says ${fits === 1 ? "fits" : "fit"}${telling}, ${against} ${against === 1 ? "contradicts" : "contradict"}, ${count("cannot-tell")} cannot be told here`;
}

/** How many others of this case fit as well: what all of them fit tells none apart; empty where there is no other. */
export function othersWords({ grade, compared, othersAsGood }: Description): string {
  if (compared < 2 || grade === "untold" || grade === "not") return "";
  const others = compared - 1;
  if (othersAsGood === 0) return `none of the ${counted(others, "other")} compared here fits as well`;
  return `${withCommas(othersAsGood)} of the ${counted(others, "other")} compared here ${othersAsGood === 1 ? "fits" : "fit"} as well or better`;
}

/** For the answer, without a full stop; nothing for what does not fit or could not be compared. Best first. */
export function descriptionFacts(descriptions: readonly Description[] | undefined): readonly string[] {
  const telling = (descriptions ?? []).filter(({ grade }) => grade !== "untold" && grade !== "not");
  const order: readonly ConsistencyGrade[] = ["closely", "partly", "broadly"];
  return telling
    .toSorted((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade))
    .slice(0, ANSWERED_MAX)
    .map(
      (one) =>
        `description in ${quoted(one.source, 60)}: ${GRADE_WORDS[one.grade]} (${shortFigures(one)}); no indicator match, no attribution`,
    );
}

/** `3 of 9 things fit, 6 open; as well or better: 2 of 4 others`. */
function shortFigures({ traits, compared, othersAsGood }: Description): string {
  const count = (fit: TraitFit) => traits.filter((one) => one.fit === fit).length;
  const [fits, against, open] = [count("fits"), count("contradicts"), count("cannot-tell")];
  const parts = [
    `${fits} of ${counted(traits.length, "thing")} ${fits === 1 ? "fits" : "fit"}`,
    ...(against === 0 ? [] : [`${against} against`]),
    ...(open === 0 ? [] : [`${open} open`]),
  ];
  const others =
    compared < 2 ? "" : `; as well or better: ${withCommas(othersAsGood)} of ${counted(compared - 1, "other")}`;
  return parts.join(", ") + others;
}

/** Lines for `show`; begins with an empty line. */
export function descriptionLines(descriptions: readonly Description[] | undefined): readonly string[] {
  return (descriptions ?? []).flatMap((one) => {
    const others = othersWords(one);
    return block(`Against the description in ${quoted(one.source, 60)}`, [
      ...bullet(`${capitalised(GRADE_WORDS[one.grade])}: ${figuresOf(one)}.`),
      ...(others === "" ? [] : bullet(`${capitalised(others)}.`)),
      ...bullet(NO_ATTRIBUTION),
      ...firstOf(one.traits, TRAITS_MAX, ({ trait, why, ...compared }, at) => [
        ...bullet(`it says that ${quoted(trait.says, 200)}: ${fitWords(compared)} – ${quoted(why, 300)}`, 2),
        ...quoteLines(trait.quote, one.traits[at - 1]?.trait.quote, 3),
      ]),
    ]);
  });
}

/** Lines for `intel read`; begins with an empty line. Null: it says nothing of mail; absent: nobody looked. */
export function profileLines(profile: HuntingProfile | null | undefined): readonly string[] {
  if (profile == null) return [];
  return block(`What it lets one look for (${profile.traits.length})`, [
    ...firstOf(profile.traits, TRAITS_MAX, ({ says, quote }, at) => [
      ...bullet(`it says that ${quoted(says, 200)}`),
      ...quoteLines(quote, profile.traits[at - 1]?.quote, 2),
    ]),
    ...firstOf(profile.beyondMail, BEYOND_MAX, (sentence) =>
      bullet(`not to be seen in mail: ${quoted(sentence, 160)}`),
    ),
    ...bullet(NO_ATTRIBUTION),
  ]);
}

/** One sentence may say several things: it is quoted once. */
function quoteLines(quote: Quote, before: Quote | undefined, depth: number): readonly string[] {
  if (before !== undefined && before.start === quote.start && before.end === quote.end) {
    return bullet("in the same words", depth).map(unmarked);
  }
  return bullet(`“${quoted(quote.text, 240)}”, ${placeShown(quote)}`, depth).map(unmarked);
}

/** One line after such a document was read. `indicators`: that it names and that are searched for. */
export function profileRemark(profile: HuntingProfile | null | undefined, indicators: number): string {
  const head = indicators === 0 ? "no indicators" : counted(indicators, "indicator");
  // A list of values describes nothing, and nobody expects it to.
  if (profile === undefined || (profile === null && indicators > 0)) return "";
  if (profile === null)
    return `${head}; it says nothing of how mail was sent, to whom or when, that could be looked for`;
  const named = profile.traits.slice(0, NAMED_MAX).map(({ says }) => quoted(says, 120));
  const left = profile.traits.length - named.length;
  return `${head}; a description: ${counted(profile.traits.length, "thing")} to look for: ${named.join("; ")}${left > 0 ? `; and ${left} more` : ""}`;
}

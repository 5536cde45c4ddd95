/** An assessment on a terminal: the words with their scale, what speaks for and against each explanation, what would change it. */
import { type Assessment, leadingOf, type WeighedExplanation } from "../assessment/assess.ts";
import { SCALE, SCALE_NAME } from "../assessment/scale.ts";
import { block, bullet, quoted } from "./detail-text.ts";
import { capitalised } from "./wording.ts";

/** Lines for `show`; begins with an empty line. */
export function assessmentLines(assessment: Assessment): readonly string[] {
  const { items, explanations, reasons, linchpins, attribution, isEnough } = assessment;
  return [
    ...block("Assessment: what else could it be?", [
      ...bullet(conclusionSentence(assessment)),
      ...reasons.flatMap((reason) => bullet(reason)),
      ...(attribution.sentence === null ? [] : bullet(`Attribution: ${quoted(attribution.sentence)}.`)),
    ]),
    ...block(
      "Explanations, most likely first",
      explanations.flatMap((one) => explanationLines(one, assessment)),
    ),
    ...block(
      "What was seen",
      items.flatMap(({ sentence, weakBecause }) => [
        ...bullet(quoted(capitalised(sentence))),
        ...(weakBecause === null ? [] : bullet(`weak: ${weakBecause}`, 2)),
      ]),
    ),
    ...block(
      "It hangs on",
      linchpins.flatMap((id) => bullet(quoted(items.find((item) => item.id === id)?.sentence ?? id))),
    ),
    ...block("What would change it", changeLines(explanations)),
    ...(isEnough ? block("The words", bullet(scaleSentence())) : []),
  ];
}

/** `Highly likely (80–90%): …`; or that it is not enough to tell. */
export function conclusionSentence(assessment: Assessment): string {
  if (!assessment.isEnough) return "Not enough to tell.";
  const leading = leadingOf(assessment);
  const confidence = `Confidence in this: ${assessment.confidence}.`;
  if (leading === null) return `No explanation stands out. ${confidence}`;
  return `${capitalised(estimateWords(leading))}: ${leading.title}. ${confidence}`;
}

/** For the answer, without a full stop: what it most likely is, and for whom intelligence speaks, where any was given (DESIGN 1). */
export function assessmentFacts(assessment: Assessment | undefined): readonly string[] {
  if (assessment === undefined) return [];
  const { sentence } = assessment.attribution;
  return [
    `assessment: ${shortConclusion(assessment)}`,
    ...(sentence === null ? [] : [`attribution: ${sentence}; see the assessment`]),
  ];
}

function shortConclusion(assessment: Assessment): string {
  if (!assessment.isEnough) return "not enough to tell what else it could be";
  const leading = leadingOf(assessment);
  if (leading?.estimate == null) return "no explanation stands out; show tells what speaks against each";
  return `${leading.estimate.words} ${leading.title} (confidence: ${assessment.confidence})`;
}

/** `highly likely (80 to 90 of 100)`. */
export function estimateWords({ estimate, notEstimated }: WeighedExplanation): string {
  return estimate === null ? notEstimated : `${estimate.words} (${estimate.from} to ${estimate.to} of 100)`;
}

export function scaleSentence(): string {
  const words = SCALE.map(({ words: word, from, to }) => `${word} ${from} to ${to}`).join(", ");
  return `${SCALE_NAME}, in 100 cases: ${words}. What falls between two is given the one nearer to even chances.`;
}

function explanationLines(one: WeighedExplanation, { items }: Assessment): readonly string[] {
  const against = items.filter(({ id }) => one.inconsistent.includes(id));
  const names = one.groups.length === 0 ? "" : ` (${one.groups.map((name) => quoted(name, 80)).join(", ")})`;
  return [
    ...bullet(`${capitalised(one.title)}${names}: ${estimateWords(one)}`),
    ...against.flatMap(({ sentence, cells }) =>
      bullet(`against it: ${quoted(sentence, 200)} – ${cells[one.kind].why}`, 2),
    ),
    ...(against.length === 0 && items.length > 0 ? bullet("nothing that was seen speaks against it", 2) : []),
  ];
}

function changeLines(explanations: readonly WeighedExplanation[]): readonly string[] {
  return explanations.flatMap(({ short, wouldChange }) => [
    ...bullet(capitalised(short)),
    ...wouldChange.flatMap((sentence) => bullet(sentence, 2)),
  ]);
}

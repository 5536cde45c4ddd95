/** What a text states, a line a text: `kind: by > against @ targets via reporter`, states by their code, `-` for nobody, ` | ` between statements. */
import type { Assertion, Party } from "../../src/case/assertion.ts";
import { readStatements } from "../../src/statements/read-statements.ts";
import { documentOf } from "./published-document.ts";

export type Row = readonly [text: string, frames: string];

const nameOf = ({ kind, name, country }: Party): string => (kind === "state" && country !== "" ? country : name);
const namesOf = (parties: readonly Party[]): string => (parties.length === 0 ? "-" : parties.map(nameOf).join(", "));

function frameOf({ kind, by, via, against, targets, isNegated }: Assertion): string {
  const reporter = via.length === 0 ? "" : ` via ${namesOf(via)}`;
  const hit = targets.length === 0 ? "" : ` @ ${namesOf(targets)}`;
  return `${isNegated ? "not " : ""}${kind}: ${namesOf(by)} > ${namesOf(against)}${hit}${reporter}`;
}

/** With the time of the act (`; when …`) and the words of estimation (`; conf …`). */
function fullFrameOf(assertion: Assertion): string {
  const { time, confidence } = assertion;
  return `${frameOf(assertion)}${time === null ? "" : `; when ${time.words}`}${confidence.words && `; conf ${confidence.words}`}`;
}

const joined = (text: string, frame: (assertion: Assertion) => string): string => {
  const { assertions } = readStatements(documentOf(text));
  return assertions.length === 0 ? "none" : assertions.map(frame).join(" | ");
};

export const framesOf = (text: string): string => joined(text, frameOf);
export const fullFramesOf = (text: string): string => joined(text, fullFrameOf);

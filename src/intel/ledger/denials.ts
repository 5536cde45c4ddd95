/**
 * A denial beside the accusation that it answers, with the reason why they are put together. That nobody answered an accusation in this
 * record is told as well; it is no admission. Pure.
 */
import type { RecordedStatement } from "../../case/ledger.ts";
import type { Answered } from "../../case/ledger-view.ts";
import { ACCUSING, areOfOneText, countriesOf, daysApart, madeAt, namesOf, shared, writtenAs } from "./effective.ts";

/** Later ones are no answer to this accusation, as far as a record can tell. */
const ANSWER_DAYS_MAX = 60;

/** Accusation id → the denials that answer it, by time. Accusations without one have no entry. */
export function denialsOf(statements: readonly RecordedStatement[]): ReadonlyMap<string, readonly Answered[]> {
  const denials = statements.filter(({ assertion }) => assertion.kind === "denial");
  const found = new Map<string, readonly Answered[]>();
  for (const statement of statements) {
    if (!ACCUSING.has(statement.assertion.kind)) continue;
    const answers = denials.flatMap((denial) => {
      const why = whyAnswers(denial, statement);
      return why === null ? [] : [{ denial, why }];
    });
    const ordered = answers.toSorted(
      (a, b) =>
        (madeAt(a.denial) ?? 0) - (madeAt(b.denial) ?? 0) || (a.denial.assertion.id < b.denial.assertion.id ? -1 : 1),
    );
    if (ordered.length > 0) found.set(statement.assertion.id, ordered);
  }
  return found;
}

/** Null where it is no answer to that accusation: another is accused, or it came before or much later. */
export function whyAnswers(denial: RecordedStatement, accusation: RecordedStatement): string | null {
  const who = accusedSpeaks(denial, accusation);
  if (who === null) return null;
  const [said, denied] = [madeAt(accusation), madeAt(denial)];
  const apart = daysApart(said, denied);
  const accusers = denial.assertion.targets;
  const named =
    shared(namesOf(accusers), namesOf(accusation.assertion.by)) ??
    shared(countriesOf(accusers), countriesOf(accusation.assertion.by));
  // It says whom it answers, and that is another.
  const answersOthers =
    countriesOf(accusers).size > 0 && countriesOf(accusation.assertion.by).size > 0 && named === null;
  if (answersOthers) return null;
  const whom =
    named === null
      ? accusers.length === 0
        ? ", does not say whom it answers"
        : ""
      : `, names the accuser (${writtenAs(accusers, named)})`;
  if (apart === null) return areOfOneText(denial, accusation) ? `${who}${whom}, in the same document` : null;
  // A day of grace: places lie in different days, and pages are dated when they are put up.
  if ((denied ?? 0) + 86_400_000 < (said ?? 0) || apart > ANSWER_DAYS_MAX) return null;
  return `${who}${whom}, ${apart === 0 ? "the same day" : `${apart} ${apart === 1 ? "day" : "days"} later`}`;
}

/** Who denies, or whom the denial speaks for, is who is accused, or of the accused's country. */
function accusedSpeaks(
  { assertion: denial }: RecordedStatement,
  { assertion: accusation }: RecordedStatement,
): string | null {
  const speaking = [...denial.by, ...denial.against];
  const name = shared(namesOf(speaking), namesOf(accusation.against));
  if (name !== null) return `${writtenAs(speaking, name)} is accused and answers`;
  const country = shared(countriesOf(speaking), countriesOf(accusation.against));
  if (country === null) return null;
  const speaker = denial.by.find((one) => one.country === country) ?? denial.by[0];
  return `${speaker?.name ?? "it"} speaks for the accused's country (${country})`;
}

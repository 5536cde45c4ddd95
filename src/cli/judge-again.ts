/** Judges the case anew by the rules of its last scan, and the lists and dates that it was given, after something beside the mail changed. No mail is read. */
import type { GivenKnowledge } from "../pipeline/ask-rules.ts";
import type { CaseStore, KeptGiven } from "../ports/store.ts";
import type { Machine } from "./command-module.ts";
import { programOf, shellWord } from "./invocation.ts";
import { complain } from "./output.ts";
import { createProgressLine } from "./progress.ts";

/** Null, or a sentence that says what went wrong. */
export async function judgeAgain(store: CaseStore, machine: Machine): Promise<string | null> {
  const [{ judge, conditionsOf, rulesOf }, { chooseRules }, { readLogs }] = await Promise.all([
    import("./judging.ts"),
    import("./rule-choice.ts"),
    import("./log-files.ts"),
  ]);
  const { rules, given: kept } = await store.settings();
  const { shipped, paths } = rules ?? { shipped: true, paths: [] };
  const choice = chooseRules(shipped, paths);
  if (!choice.ok) {
    return `mail was not judged again, since the rules that the case remembers could not be read: ${choice.error}. What was given is kept, and counts from the next scan on.`;
  }
  const { ready, broken } = rulesOf(choice.value);
  if (broken.length > 0) {
    complain(
      `${broken.length} rule files are broken and were left out; see: ${programOf(machine)} rules check ${paths.map(shellWord).join(" ")}`,
    );
  }
  const known = kept === undefined ? {} : await knownBy(kept);
  const line = createProgressLine(machine.stderrIsTerminal, machine.nowMs);
  const onProgress = (messages: number) => line.say(`judging: ${messages.toLocaleString("en")} messages`);
  const judged = await judge(store, conditionsOf(ready), onProgress, { ...known, readLogs });
  line.end();
  return judged.ok ? null : judged.error.message;
}

/** Lists and dates of the scan that are still there: without them rules would say less than they did. */
async function knownBy(kept: KeptGiven): Promise<Partial<GivenKnowledge>> {
  const { readGiven, stillGiven } = await import("./given-files.ts");
  const { given, gone } = stillGiven(kept);
  for (const sentence of gone) complain(sentence);
  const read = await readGiven(given);
  if (read.ok) return { list: read.value.list, given: read.value.given };
  complain(`${read.error}: what rules ask of lists and registration dates stays undecided`);
  return {};
}

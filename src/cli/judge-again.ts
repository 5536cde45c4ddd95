/** Judges the case anew by the rules of its last scan, without reading any mail. */
import type { CaseStore } from "../ports/store.ts";
import type { Machine } from "./command-module.ts";
import { createProgressLine } from "./progress.ts";

/** Null, or a sentence that says what went wrong. */
export async function judgeAgain(store: CaseStore, machine: Machine): Promise<string | null> {
  const [{ judge, conditionsOf, rulesOf }, { chooseRules }] = await Promise.all([
    import("./judging.ts"),
    import("./rule-choice.ts"),
  ]);
  const { shipped, paths } = (await store.settings()).rules ?? { shipped: true, paths: [] };
  const choice = chooseRules(shipped, paths);
  if (!choice.ok) {
    return `the rules that the case remembers could not be read: ${choice.error}. The decision is kept, and counts from the next scan on.`;
  }
  const line = createProgressLine(machine.stderrIsTerminal, machine.nowMs);
  const judged = await judge(store, conditionsOf(rulesOf(choice.value).ready), (messages) =>
    line.say(`judging: ${messages.toLocaleString("en")} messages`),
  );
  line.end();
  return judged.ok ? null : judged.error.message;
}

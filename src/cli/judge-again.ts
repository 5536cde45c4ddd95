/** Judges the case again by the rules that it remembers: after something beside the mail changed. */
import type { CaseStore } from "../ports/store.ts";
import { conditionsOf, judge, rulesOf } from "./judging.ts";
import { readLogs } from "./log-files.ts";
import { complain, EXIT, type ExitCode } from "./output.ts";
import { chooseRules } from "./rule-choice.ts";

export async function judgeAgain(store: CaseStore): Promise<ExitCode> {
  const { rules } = await store.settings();
  const { shipped, paths } = rules ?? { shipped: true, paths: [] };
  const choice = chooseRules(shipped, paths);
  if (!choice.ok) {
    complain(`mail was not judged again, since the rules that the case remembers could not be read: ${choice.error}`);
    return EXIT.FAULT;
  }
  const { ready, broken } = rulesOf(choice.value);
  if (broken.length > 0)
    complain(`${broken.length} rule files are broken and were left out; see: letterlock rules check`);
  const judged = await judge(store, conditionsOf(ready), () => {}, readLogs);
  if (judged.ok) return EXIT.NOTHING_FOUND;
  complain(judged.error.message);
  return EXIT.FAULT;
}

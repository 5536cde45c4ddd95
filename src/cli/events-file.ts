/** `--events FILE`: world events that the user gives, to lay beside a campaign's waves. */
import { readFileSync, statSync } from "node:fs";
import { parseWorldEvents, type WorldEvent } from "../assessment/world-events.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Arguments, Flag } from "./flags.ts";
import { complain } from "./output.ts";

export const EVENTS_FLAG: Flag = {
  name: "events",
  value: "FILE",
  help: "world events to lay beside the waves: CSV of date (YYYY-MM-DD), title, kind",
};

/** Null where none was given. Lines that cannot be read are told on standard error; the error is a sentence for the user. */
export function readEvents({ values }: Arguments): Result<readonly WorldEvent[] | null, string> {
  const path = values.get("events")?.[0];
  if (path === undefined) return ok(null);
  try {
    if (statSync(path).size > limits.givenFileBytesMax) return err(`${path} is larger than a file of its kind may be`);
    const { events, problems } = parseWorldEvents(readFileSync(path, "utf8"));
    for (const problem of problems) complain(`${path}, ${problem}`);
    if (events.length === 0) return err(`${path} holds no event; a line is: 2021-01-06,what happened,kind`);
    return ok(events);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    return err(`${path} could not be read: ${code === "ENOENT" ? "there is no such file" : code}`);
  }
}

/** Lines of proxies' logs about mail of interest that say something of nobody: they are told as a number, so that none is dropped in silence. */
import type { LogLine, LogLineKind } from "../case/log-line.ts";
import { withCommas } from "../report/wording.ts";

const BY_PROXIES: ReadonlySet<LogLineKind> = new Set(["http", "connect", "blocked", "failed", "cached", "unclear"]);

export class LinesTold {
  readonly #asked = new Set<LogLine>();
  readonly #told = new Set<LogLine>();

  /** `told`: those of `asked` that say something of one person. */
  add(asked: readonly LogLine[], told: readonly LogLine[]): void {
    for (const line of asked) if (BY_PROXIES.has(line.kind)) this.#asked.add(line);
    for (const line of told) this.#told.add(line);
  }

  /** As a sentence; none where every line was told. */
  notes(): readonly string[] {
    const left = [...this.#asked].filter((line) => !this.#told.has(line));
    const [first] = left;
    if (first === undefined) return [];
    const which = `${first.file.slice(first.file.lastIndexOf("/") + 1)}, line ${first.line}`;
    const many = left.length === 1 ? "1 line of a proxy's log" : `${withCommas(left.length)} lines of proxies' logs`;
    return [
      `${many} about mail of interest could be tied to no reader: by the login, by the time, or since several people got such mail (${left.length === 1 ? "" : "first: "}${which})`,
    ];
  }
}

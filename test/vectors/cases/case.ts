/** What a case of the vector corpus is: one small message, what makes it special, and the loads that must be found in it. */

export interface ExpectedLoad {
  /** Catalogue id, `RL-01`… */
  readonly vector: string;
  /** As written, character references and CSS escapes decoded. */
  readonly url: string;
  readonly resolved: string;
  readonly host: string;
  readonly hidden: boolean;
  readonly fires: "open" | "click" | "receipt" | "attachment" | "delivery";
}

export interface VectorCase {
  /** File name without `.eml`, and first label of the canary host; begins with the row's id: `rl05-inline-background`. */
  readonly name: string;
  /** The row of the catalogue that it is about. */
  readonly row: string;
  /** What is done to keep it from being seen; `none` for the plain form. */
  readonly evasion: string;
  /** In words. */
  readonly about: string;
  /** Empty where nothing must be found. */
  readonly loads: readonly ExpectedLoad[];
  readonly message: Buffer;
}

/** The host that only this case names. */
export function canaryHost(name: string): string {
  return `${name}.canary.example`;
}

/** `{T}` is the canary URL, `{T2}` and so on others of the same host, `{H}` the host. */
export function filled(text: string, name: string): string {
  const host = canaryHost(name);
  return text.replace(/\{T(\d?)\}/g, (_, n: string) => `https://${host}/${n || "1"}`).replaceAll("{H}", host);
}

/**
 * One expected load as a table writes it: `{T}`, or `RL-05 {T}` for another vector than the row's, `written => resolved` where the
 * two differ; behind it ` hidden`, ` shown`, ` click` or ` attachment`. Without such a word it is shown if the vector shows anything.
 */
export function expectedLoad(written: string, of: { name: string; row: string; shows: (vector: string) => boolean }) {
  const match = /^(?:(RL-\d\d) )?(.*?)(?: => (.*?))?((?: (?:hidden|shown|click|attachment))*)$/s.exec(written);
  const [, vector = of.row, text = "", target = text, words = ""] = match ?? [];
  const url = filled(text, of.name);
  const resolved = filled(target, of.name);
  const load: ExpectedLoad = {
    vector,
    url,
    resolved,
    host: canaryHost(of.name),
    hidden: words.includes("hidden") || (!words.includes("shown") && !of.shows(vector)),
    fires: words.includes("click") ? "click" : words.includes("attachment") ? "attachment" : "open",
  };
  return load;
}

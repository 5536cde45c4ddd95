/** The remote loads of threat-facts 2.3 in words: what in the mail makes a program contact a server, and which programs do. */
import { clientClasses, vectorOf } from "../case/vectors.ts";

/** Never empty: a vector the catalogue does not know is `remote content`. */
export function vectorWords(vector: string): string {
  return vectorOf(vector)?.words ?? "remote content";
}

/**
 * In which kinds of mail program it fires, as far as the catalogue knows: `asked for by webmail and Thunderbird; not by Outlook for
 * Windows`. What is usual where remote content is let through; empty where nothing is known.
 */
export function clientWords(id: string): string {
  const vector = vectorOf(id);
  if (vector === undefined) return "";
  const named = (sign: string) =>
    clientClasses.filter((_, at) => vector.clients.charAt(at) === sign).map(({ words }) => words);
  const [surely, partly, never] = [named("+"), named("~"), named("-")];
  const asked =
    surely.length >= EVERY ? ["every kind of mail program"] : [...surely, ...partly.map((words) => `some ${words}`)];
  const said = asked.length === 0 ? "" : `${verbOf(vector.fires)} by ${listed(asked)}`;
  const denied = never.length === 0 ? "" : `not by ${listed(never)}`;
  return [said, denied, vector.note].filter((part) => part !== "").join("; ");
}

/** All that people read with: gateways are not among them. */
const EVERY = clientClasses.length - 1;

/** What the program does, by the first of what the vector makes happen. */
function verbOf(fires: string): string {
  if (fires === "D") return "server name looked up";
  if (fires.startsWith("M")) return "sent";
  return fires.startsWith("S") ? "opened" : "asked for";
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

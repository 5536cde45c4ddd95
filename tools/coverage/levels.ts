/** What Letterlock has, as `rule-reach.ts` asks for it. */
import type { Have, Level } from "./rule-reach.ts";

interface NamedLevel {
  readonly name: string;
  readonly level: Level;
}

const have: Readonly<Record<string, Have>> = {
  "list.static": "all",
  "list.org": "all",
  "list.history": "all",
  profile: "all",
  explode: "all",
  jslex: "all",
  flavors: "all",
  exif: "all",
  oletools: "all",
  qr: "some",
  ocr: "some",
  render: "some",
};

export const levels: readonly NamedLevel[] = [
  { name: "now", level: (capability) => (capability === null ? "all" : (have[capability] ?? "none")) },
];

/** `docs/our-rules.md`: our packs as a table, made from the rules themselves. */
import { basename, dirname } from "node:path";
import { shippedRules } from "../src/cli/shipped-rules.ts";
import type { Rule } from "../src/rules/rule.ts";

export function ourRulesPage(): string {
  const packs = Map.groupBy(
    shippedRules().map(({ rule }) => rule),
    ({ path }) => basename(dirname(path)),
  );
  const sections = [...packs].map(([pack, rules]) => [`## ${pack}`, "", ...rules.map(entry), ""].join("\n"));
  return `${[HEAD, ...sections].join("\n").trimEnd()}\n`;
}

const HEAD = `# Our rules

Made from the files in \`rules/\` by \`node tools/our-rules.ts\`; a test holds the two together. How rules are written and tested is told in
[rules.md](rules.md).
`;

function entry({ id, name, severity, techniques, description, why, falsePositives }: Rule): string {
  const attack = techniques.length === 0 ? "" : `, ${techniques.join(", ")}`;
  return [
    `- **\`${id}\`**, ${severity ?? "medium"}${attack}: ${name}. ${sentence(description)} _Why:_ ${sentence(why)}`,
    `  _Known to err on:_ ${falsePositives.map(sentence).join(" ")}`,
  ].join("\n");
}

/** On one line. */
function sentence(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

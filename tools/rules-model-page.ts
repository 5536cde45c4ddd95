/** The page about what rules may name, made from the schema. */
import { listSources } from "../src/mdm/lists/names.ts";
import { shippedNames } from "../src/mdm/lists/shipped.ts";
import { mailSchema } from "../src/mdm/schema.ts";
import { typeText } from "../src/mdm/types/type-table.ts";
import type { HostFunction, ObjectType, Parameter } from "../src/mql/types.ts";

const HEAD = `# What rules may name

Made from the schema in \`src/mdm\` by \`node tools/rules-model.ts\`; a test holds the two together. The language itself has further functions
(texts, regular expressions, arrays), which are not about mail.

**Types.** \`string\`, \`int\`, \`float\`, \`bool\`, \`time\` (UTC), \`bytes\`, \`json\`, \`[T]\` (array), \`map<T>\` (by text), or an object below. What is not in
a message is null, and an array of what is not there is empty.

**Undetermined** is neither: what could not be evaluated says which capability is missing, and a rule that hangs on it neither matches nor
fails. The capabilities:

| capability | what is missing |
| --- | --- |
| \`list.org\` | who the owner is: addresses, domains, people |
| \`list.history\`, \`profile\` | earlier mail; known when all mail was read |
| \`later\` | what comparing all mail tells; known when all mail was read |
| \`list.static\`, \`list.ranked\`, \`list.feed\` | a list that does not ship and that nobody gave |
| \`not-stored\` | what the case does not keep of a message |
| \`provider\`, \`triage\` | what only a mail service or an analyst's workflow knows |
| \`explode\`, \`exif\`, \`oletools\`, \`yara\`, \`qr\`, \`ocr\`, \`render\`, \`logo\` | an analyser of files or pictures |
| \`html-tree\` | markup of more elements than are read as a tree |
| \`nlu\`, \`macro_ml\`, \`attack_score\`, \`translate\`, \`dlp\` | a model or vocabulary |
| \`whois\`, \`link\` | a network, which nothing here uses |
| \`letterlock\` | Letterlock's own findings, for a message inside another |
| \`error:NAME\` | the function could not do its work on this message |

A rule's bare names are fields of **Message**.
`;

export function rulesModelPage(): string {
  const objects = [...mailSchema.objects.values()].map(objectText);
  return [HEAD, "## Objects\n", ...objects, functionsText(), listsText()].join("\n");
}

function objectText({ name, fields }: ObjectType): string {
  const rows = [...fields.values()].map(
    (field) => `| \`${field.name}\` | \`${typeText(field.type)}\` | ${escaped(field.meaning)} |`,
  );
  return [`### ${name}\n`, "| field | type | meaning |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function functionsText(): string {
  const all = [...mailSchema.functions.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = all.map((one) => `| \`${signature(one)}\` | \`${typeText(one.result)}\` | ${escaped(one.meaning)} |`);
  return ["## Functions\n", "| function | result | meaning |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function signature({ name, positional, variadic, keywords }: HostFunction): string {
  const given = positional.map(
    (one, index) =>
      `${one.name}${one.optional ? "?" : ""}${variadic && index === positional.length - 1 ? "…" : ""}: ${typesOf(one)}`,
  );
  const named = [...keywords].map(([keyword, one]) => `${keyword}=${typesOf(one)}`);
  return `${name}(${[...given, ...named].join(", ")})`;
}

function typesOf({ types }: Parameter): string {
  return types === "any" ? "any" : types.map(typeText).join(" or ");
}

function listsText(): string {
  const rows = [...listSources].map(([name, source]) => {
    const type = mailSchema.lists.get(name);
    const origin = shippedNames.includes(name) ? "ships with Letterlock, our own selection" : `\`${source}\``;
    return `| \`$${name}\` | \`${type === undefined ? "" : typeText(type)}\` | ${origin} |`;
  });
  return ["## Lists\n", "| list | of | where from |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|");
}

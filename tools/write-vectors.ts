/** Writes the vector corpus (`test/vectors/mail/*.eml` and `expected.json`) from its tables. A test holds that both agree. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allCases } from "../test/vectors/cases/all.ts";
import { expectedText } from "../test/vectors/cases/expected.ts";

const folder = fileURLToPath(new URL("../test/vectors/", import.meta.url));
const mail = join(folder, "mail");
mkdirSync(mail, { recursive: true });
for (const file of readdirSync(mail)) rmSync(join(mail, file));
const cases = allCases();
for (const { name, message } of cases) writeFileSync(join(mail, `${name}.eml`), message);
writeFileSync(join(folder, "expected.json"), expectedText(cases));
console.log(`${cases.length} messages`);

/** Writes the messages of `carrier-messages.ts` to `rules/tests/`; a test holds the two together. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { carrierMessages } from "./carrier-messages.ts";

const folder = fileURLToPath(new URL("../rules/tests/", import.meta.url));
for (const { rule, name, text } of carrierMessages) {
  mkdirSync(`${folder}${rule}`, { recursive: true });
  writeFileSync(`${folder}${rule}/${name}.eml`, text);
}

/** Writes docs/our-rules.md from the rules that ship; a test holds the two together. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ourRulesPage } from "./our-rules-page.ts";

writeFileSync(fileURLToPath(new URL("../docs/our-rules.md", import.meta.url)), ourRulesPage());

/** Writes docs/formats/rules-model.md from the schema; a test holds the two together. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rulesModelPage } from "./rules-model-page.ts";

writeFileSync(fileURLToPath(new URL("../docs/formats/rules-model.md", import.meta.url)), rulesModelPage());

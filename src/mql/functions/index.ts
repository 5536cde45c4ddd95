/** The list of the language's own functions without a body, by name (mql.md, 9.1 to 9.4). Their signatures are in `signatures.ts`. */
import { coreFunctions } from "./core.ts";
import { hashFunctions } from "./hash.ts";
import type { Implementation } from "./implementation.ts";
import { regexFunctions } from "./regex.ts";
import { stringFunctions } from "./strings.ts";

export const implementations: ReadonlyMap<string, Implementation> = new Map([
  ...coreFunctions,
  ...stringFunctions,
  ...regexFunctions,
  ...hashFunctions,
]);

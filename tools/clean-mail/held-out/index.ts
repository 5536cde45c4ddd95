/** The kinds that nobody looked at the results of while rules were made. Written before the first measure; nothing is tuned to them. */
import type { Kind } from "../kind.ts";
import { accounts } from "./accounts.ts";
import { offices } from "./offices.ts";
import { people } from "./people.ts";
import { publishers } from "./publishers.ts";

export const heldOut: readonly Kind[] = [...accounts, ...offices, ...people, ...publishers];

/** The kinds whose false alarms may be looked at and mended. */
import type { Kind } from "../kind.ts";
import { accounts } from "./accounts.ts";
import { causes } from "./causes.ts";
import { letters } from "./letters.ts";
import { money } from "./money.ts";
import { notices } from "./notices.ts";
import { offers } from "./offers.ts";
import { offices } from "./offices.ts";
import { people } from "./people.ts";
import { publishers } from "./publishers.ts";

export const lookedAt: readonly Kind[] = [
  ...[...accounts, ...offices, ...people, ...publishers],
  ...[...offers, ...money, ...causes, ...letters, ...notices],
];

/**
 * Rows of the catalogue in which something is missing today: files of the row, and files that miss something, by kind.
 * Written by `node fuzz/catalogue.ts --write-known`; the reasons are kept. To shrink it is the aim.
 */
import type { KnownMisses } from "./standing.ts";

// biome-ignore format: a table reads by column
export const knownMisses: readonly KnownMisses[] = [
];

/**
 * Rows of the catalogue in which something is missing today: files of the row, and files that miss something, by kind.
 * Written by `node fuzz/catalogue.ts --write-known`; the reasons are kept. To shrink it is the aim.
 */
import type { KnownMisses } from "./standing.ts";

// biome-ignore format: a table reads by column
export const knownMisses: readonly KnownMisses[] = [
  { row: "HM-021", files: 228, misses: { flag: 30 }, why: "no such flag yet" },
  { row: "HM-073", files: 960, misses: { flag: 12 }, why: "no such flag yet" },
  { row: "HM-082", files: 42, misses: { flag: 10 }, why: "no such flag yet" },
  { row: "HM-091", files: 390, misses: { flag: 20 }, why: "no such flag yet" },
  { row: "HM-092", files: 174, misses: { flag: 34 }, why: "no such flag yet" },
  { row: "HM-103", files: 36, misses: { flag: 20 }, why: "no such flag yet" },
  { row: "HM-111", files: 30, misses: { flag: 22 }, why: "no such flag yet" },
  { row: "HM-113", files: 7, misses: { flag: 3 }, why: "no such flag yet" },
  { row: "HM-120", files: 34, misses: { limit: 1 }, why: "the limit is not said" },
  { row: "HM-220", files: 6, misses: { flag: 6 }, why: "no such flag yet" },
];

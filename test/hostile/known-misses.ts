/**
 * Rows of the catalogue in which something is missing today: files of the row, and files that miss something, by kind.
 * Written by `node fuzz/catalogue.ts --write-known`; the reasons are kept. To shrink it is the aim.
 */
import type { KnownMisses } from "./standing.ts";

// biome-ignore format: a table reads by column
export const knownMisses: readonly KnownMisses[] = [
  { row: "HM-002", files: 48, misses: { flag: 3 }, why: "no such flag yet" },
  { row: "HM-007", files: 102, misses: { sender: 6 }, why: "senders of other readings are not listed" },
  { row: "HM-010", files: 210, misses: { sender: 24 }, why: "senders of other readings are not listed" },
  { row: "HM-021", files: 228, misses: { flag: 30 }, why: "no such flag yet" },
  { row: "HM-026", files: 18, misses: { probe: 1 }, why: "see the probe of the row" },
  { row: "HM-029", files: 16, misses: { flag: 2 }, why: "no such flag yet" },
  { row: "HM-043", files: 17, misses: { flag: 4 }, why: "no such flag yet" },
  { row: "HM-044", files: 8, misses: { sender: 1 }, why: "senders of other readings are not listed" },
  { row: "HM-073", files: 960, misses: { flag: 12 }, why: "no such flag yet" },
  { row: "HM-075", files: 198, misses: { flag: 6 }, why: "no such flag yet" },
  { row: "HM-082", files: 42, misses: { flag: 24 }, why: "no such flag yet" },
  { row: "HM-083", files: 36, misses: { flag: 6 }, why: "no such flag yet" },
  { row: "HM-091", files: 390, misses: { flag: 20 }, why: "no such flag yet" },
  { row: "HM-092", files: 174, misses: { flag: 34 }, why: "no such flag yet" },
  { row: "HM-100", files: 62, misses: { flag: 42 }, why: "no such flag yet" },
  { row: "HM-101", files: 36, misses: { flag: 4 }, why: "no such flag yet" },
  { row: "HM-102", files: 52, misses: { load: 2 }, why: "loads are taken from the strict reading alone" },
  { row: "HM-103", files: 36, misses: { flag: 36 }, why: "no such flag yet" },
  { row: "HM-105", files: 8, misses: { flag: 8 }, why: "no such flag yet" },
  { row: "HM-111", files: 30, misses: { flag: 22 }, why: "no such flag yet" },
  { row: "HM-113", files: 7, misses: { flag: 3 }, why: "no such flag yet" },
  { row: "HM-120", files: 34, misses: { limit: 1 }, why: "the limit is not said" },
  { row: "HM-220", files: 6, misses: { flag: 6 }, why: "no such flag yet" },
];

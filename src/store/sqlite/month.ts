import type { EpochMs } from "../../base/brand.ts";

/** `YYYY-MM` in UTC (with a sign and six digits outside the years 0 to 9999); empty for no date. */
export function monthOf(date: EpochMs | null): string {
  if (date === null) return "";
  const iso = new Date(date).toISOString();
  return iso.slice(0, iso.indexOf("T") - 3);
}

/** What the sample's offices share: marks of mailboxes, the office's clock, addresses. */

export type Flag = "seen" | "answered" | "flagged" | "forwarded";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Minutes east of UTC at the office: one hour, two in summer (last Sunday of March to last Sunday of October). */
export function officeOffset(at: number): number {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) + HOUR && at < lastSunday(year, 9) + HOUR ? 120 : 60;
}

const sundays = new Map<number, number>();

function lastSunday(year: number, month: number): number {
  const known = sundays.get(year * 12 + month);
  if (known !== undefined) return known;
  const lastDay = Date.UTC(year, month + 1, 0);
  const sunday = lastDay - new Date(lastDay).getUTCDay() * DAY;
  sundays.set(year * 12 + month, sunday);
  return sunday;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

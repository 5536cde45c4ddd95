/** `2021-01-20`, in UTC; in words for what is no day. */
export function dayOf(date: number): string {
  return Math.abs(date) > 8.64e15 ? "an unknown day" : (new Date(date).toISOString().split("T")[0] ?? "");
}

/** Enough of the public suffix list for invented domains. */
export function registrableDomain(host: string): string {
  return host.split(".").slice(-2).join(".");
}

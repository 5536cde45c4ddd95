/**
 * Loaded before every test: no test, and nothing that a test starts in this process, may ask DNS or open a socket.
 *
 * One narrow exception: a test that runs a mail server of its own names the server's port in `LETTERLOCK_TEST_LOOPBACK`
 * (several, parted by commas). A connection to that port at 127.0.0.1, written as a number, is let through in this process,
 * its workers and what it starts; everything else stays refused.
 */
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

export const LOOPBACK_VARIABLE = "LETTERLOCK_TEST_LOOPBACK";
const LOOPBACK = "127.0.0.1";

function refuse(what: string): never {
  throw new Error(`${what} is refused: nothing opens a socket or asks DNS during analysis or tests`);
}

for (const name of ["resolve", "resolve4", "resolve6", "resolveMx", "resolveTxt", "reverse"] as const) {
  Object.defineProperty(dns, name, { value: () => refuse(`dns.${name}`) });
  Object.defineProperty(dns.promises, name, { value: () => refuse(`dns.promises.${name}`) });
}

// A server that listens at a number asks for it here; no question leaves for it.
const { lookup } = dns;
Object.defineProperty(dns, "lookup", {
  value: (...words: unknown[]) => (words[0] === LOOPBACK ? Reflect.apply(lookup, dns, words) : refuse("dns.lookup")),
});
Object.defineProperty(dns.promises, "lookup", { value: () => refuse("dns.promises.lookup") });

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...words: unknown[]) {
  return isPermitted(words) ? Reflect.apply(connect, this, words) : refuse("net.Socket.connect");
};
globalThis.fetch = () => refuse("fetch");
syncBuiltinESMExports();

/** Node hands `connect` either an options object or its own list that begins with one. */
function isPermitted(words: readonly unknown[]): boolean {
  const options: unknown = Array.isArray(words[0]) ? words[0][0] : words[0];
  if (typeof options !== "object" || options === null || !("host" in options) || !("port" in options)) return false;
  const ports = (process.env[LOOPBACK_VARIABLE] ?? "").split(",");
  return options.host === LOOPBACK && ports.includes(String(options.port)) && !("path" in options && options.path);
}

/** Loaded before every test: no test, and nothing that a test starts in this process, may ask DNS or open a socket. */
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

function refuse(what: string): never {
  throw new Error(`${what} is refused: nothing opens a socket or asks DNS during analysis or tests`);
}

for (const name of ["lookup", "resolve", "resolve4", "resolve6", "resolveMx", "resolveTxt", "reverse"] as const) {
  Object.defineProperty(dns, name, { value: () => refuse(`dns.${name}`) });
  Object.defineProperty(dns.promises, name, { value: () => refuse(`dns.promises.${name}`) });
}
net.Socket.prototype.connect = () => refuse("net.Socket.connect");
globalThis.fetch = () => refuse("fetch");
syncBuiltinESMExports();

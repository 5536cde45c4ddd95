/** Finds names and addresses that are not reserved (RFC 2606, 3849, 5737, 6761), under each transfer encoding: no byte of ours may name a real host. */
import { parse } from "tldts";
import { decodedRuns, unquoted } from "../office/open-files.ts";

const RESERVED = /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$/i;
const DOCUMENTATION_V4 = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/;

function isReserved(host: string): boolean {
  return RESERVED.test(host) || DOCUMENTATION_V4.test(host);
}

const known = new Map<string, boolean>();

function hasRealTopLevel(name: string): boolean {
  const real = known.get(name) ?? parse(name).isIcann === true;
  known.set(name, real);
  return real;
}

/** Names that a client could contact, and names under a real top-level domain wherever they stand. */
export function violationsIn(text: string): readonly string[] {
  const placed = [...text.matchAll(/(?:@|:\/\/|\\\\)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)/g)].map(
    ([, host = ""]) => host,
  );
  // A local part may end like a top-level domain.
  const dotted = text.match(/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?![\w.-]*@)/g) ?? [];
  const real = dotted.filter(hasRealTopLevel);
  const quads = text.match(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/g) ?? [];
  const colons = text.match(/(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}(?![\w:])/gi) ?? [];
  return [
    ...[...placed, ...real, ...quads].filter((host) => !isReserved(host)),
    ...colons.filter((address) => !/^2001:db8:/i.test(address)),
  ];
}

/** The header as it stands, the body with quoted-printable undone where there is any, and what base64 holds. */
export function violations(octets: string): readonly string[] {
  const bodyStart = octets.indexOf("\n\n") + 1;
  const body = octets.slice(bodyStart);
  const shown = /=\n|quoted-printable/.test(body) || /quoted-printable/.test(octets) ? unquoted(body) : body;
  const views = [octets.slice(0, bodyStart), shown, ...decodedRuns(octets), ...decodedRuns(shown)];
  return [...new Set(views.flatMap(violationsIn))];
}

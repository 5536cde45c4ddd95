/** All cases of the corpus, built from the tables beside this file. To add rows for another area, add a table and spread it here. */
import { isSeenVector } from "../../../src/case/vectors.ts";
import { canaryHost, expectedLoad, filled, type VectorCase } from "./case.ts";
import { carriers, type Part, plainPart } from "./evasions.ts";
import { encodedPieces, type Form, forms } from "./html-forms.ts";
import { hidings, markupEvasions, silents } from "./markup-evasions.ts";
import { partCases } from "./parts.ts";

interface Written {
  readonly name: string;
  readonly evasion: string;
  readonly about: string;
  readonly part: Part;
  readonly loads: readonly string[];
}

export function allCases(): readonly VectorCase[] {
  return [...formCases(), ...carriedCases(), ...markupCases(), ...silentCases(), ...otherParts()].map(toCase);
}

function formCases(): readonly Written[] {
  return forms.map(([name, html, ...loads]) => ({
    ...{ name, evasion: "none", about: wordsOf(name), loads },
    part: plainPart(markup(html, name)),
  }));
}

/** The first form of each row under each carrier. */
function carriedCases(): readonly Written[] {
  const first = new Map<string, Form>();
  for (const form of forms) if (!first.has(rowOf(form[0]))) first.set(rowOf(form[0]), form);
  return [...first.values()].flatMap(([form, html, ...loads]) =>
    carriers.map(({ name: evasion, about, carry, isFile = false }) => {
      const name = `${form}-${evasion}`;
      const fired = isFile ? loads.map((load) => `${load} attachment`) : loads;
      return { name, evasion, about: `${wordsOf(form)}: ${about}`, loads: fired, part: carry(markup(html, name)) };
    }),
  );
}

function markupCases(): readonly Written[] {
  return [...markupEvasions, ...hidings].map(([name, evasion, html, ...loads]) => ({
    ...{ name, evasion, about: wordsOf(name), loads },
    part: plainPart(markup(html, name)),
  }));
}

function silentCases(): readonly Written[] {
  return silents.map(([name, about, html]) => ({
    ...{ name, evasion: "none", about, loads: [] },
    part: plainPart(markup(html, name)),
  }));
}

function otherParts(): readonly Written[] {
  return partCases.map(([name, evasion, about, { headers, body }, ...loads]) => ({
    ...{ name, evasion, about, loads },
    part: { headers: headers.map((line) => filled(line, name)), body: Buffer.from(filled(body.toString(), name)) },
  }));
}

function markup(html: string, name: string): string {
  return encodedPieces(filled(html, name));
}

function toCase({ name, evasion, about, part, loads }: Written): VectorCase {
  const row = rowOf(name);
  const expected = loads.map((load) => expectedLoad(load, { name, row, shows: isSeenVector }));
  return { name, row, evasion, about, loads: expected, message: messageOf(name, part) };
}

/** `rl05-inline-background` → `RL-05`; empty for what loads nothing. */
function rowOf(name: string): string {
  const number = /^rl(\d\d)-/.exec(name)?.[1];
  return number === undefined ? "" : `RL-${number}`;
}

function wordsOf(name: string): string {
  return name.replace(/^rl\d\d-/, "").replaceAll("-", " ");
}

function messageOf(name: string, { headers, body }: Part): Buffer {
  const lines = [
    "From: Ada Quill <ada@example.org>",
    "To: Bo Vane <bo@example.net>",
    `Subject: ${name}`,
    "Date: Mon, 02 Mar 2026 09:00:00 +0000",
    `Message-ID: <1@${canaryHost(name)}>`,
    "MIME-Version: 1.0",
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), body]);
}

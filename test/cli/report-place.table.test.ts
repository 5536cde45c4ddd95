import assert from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { refusedPlace } from "../../src/cli/report-place.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const at = (name: string): string => join(home, name);
const REPORT = "<!DOCTYPE html>\n<html><head><title>Letterlock: were we among them?</title></head></html>";

writeFileSync(at("old.html"), REPORT);
writeFileSync(at("page.html"), "<!DOCTYPE html>\n<html><head><title>Something else</title></head></html>");
writeFileSync(at("mail.mbox"), "From x\n\nbody\n");
writeFileSync(at("source.html"), REPORT);
symlinkSync(at("source.html"), at("link.html"));
mkdirSync(at("folder"));

describe("where a report may be written", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, refused: RegExp | null])[] = [
    ["new.html",        null],
    ["old.html",        null],
    ["page.html",       /no report/],
    ["mail.mbox",       /read from/],
    ["source.html",     /read from/],
    ["link.html",       /read from/],
    // Writing says why that cannot be.
    ["folder",          null],
    ["none/new.html",   null],
  ];
  for (const [name, refused] of cases) {
    test(name, () => {
      const said = refusedPlace(at(name), [at("mail.mbox"), at("source.html"), at("gone.mbox")]);
      if (refused === null) assert.equal(said, null);
      else assert.match(said ?? "", refused);
    });
  }
});

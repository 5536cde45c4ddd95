import { rmSync } from "node:fs";
import { join } from "node:path";
import { dumpCase } from "../../src/store/sqlite/dump.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { caseStoreContract } from "./contract.ts";
import { registrableDomain } from "./registrable-domain.ts";

caseStoreContract("sqlite", async () => {
  const folder = temporaryFolder();
  const place = join(folder, "case");
  return {
    open: (mode) => openCase(place, mode === "write" ? { mode, registrableDomain } : { mode }),
    dump: () => dumpCase(place),
    remove: async () => rmSync(folder, { recursive: true }),
  };
});

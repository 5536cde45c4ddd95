/** What was there before a message, for tests of what judges by it: nothing, in an archive that is old enough to say so. */
import { type Before, Past } from "../../src/cluster/past.ts";
import { recordOf } from "./record.ts";

export const nothingBefore: Before = {
  ...new Past(new Set(), new Set()).of(recordOf({ name: "nothing" })),
  isFirstContact: () => true,
  isNewSender: () => true,
};

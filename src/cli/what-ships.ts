/** The record that ships, for who may need it: its file and the reader of such files are loaded only then. */
import type { ShippedRecord } from "../pipeline/intel-of.ts";

export const whatShips: ShippedRecord = async () => {
  const { shippedRecord } = await import("./shipped-record.ts");
  return shippedRecord();
};

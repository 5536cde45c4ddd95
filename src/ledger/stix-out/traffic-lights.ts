/** The Traffic Light Protocol 2.0 as STIX has it: fixed marking definitions with an extension (OASIS, published 2022-10-01). */
export interface StixObjectOut {
  readonly type: string;
  readonly id: string;
  readonly [name: string]: unknown;
}

const EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

/** From the most open; a document may go to whom its light and any stricter one allows. */
export const LEVELS = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"] as const;
export type Level = (typeof LEVELS)[number];

const IDS: Readonly<Record<Level, string>> = {
  CLEAR: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
  GREEN: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
  AMBER: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
  "AMBER+STRICT": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
  RED: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
};

/** `TLP:AMBER` and `AMBER` alike; `WHITE` is what `CLEAR` was called. Null for what is no light. */
export function levelOf(tlp: string): Level | null {
  const word = tlp
    .toUpperCase()
    .replace(/^TLP:/, "")
    .replace(/^WHITE$/, "CLEAR");
  return LEVELS.find((one) => one === word) ?? null;
}

/** More is allowed by `a` than by `b`, or as much. */
export function isAtMost(a: Level, b: Level): boolean {
  return LEVELS.indexOf(a) <= LEVELS.indexOf(b);
}

/** `TLP:AMBER`; one that is not known counts as the strictest; empty where none bears a light. */
export function strictestOf(lights: readonly string[]): string {
  const levels = lights.filter((one) => one !== "").map((one) => levelOf(one) ?? "RED");
  const [first, ...others] = levels;
  if (first === undefined) return "";
  return `TLP:${others.reduce((least, one) => (isAtMost(one, least) ? least : one), first)}`;
}

export function markingOf(level: Level): StixObjectOut {
  return {
    type: "marking-definition",
    spec_version: "2.1",
    id: IDS[level],
    created: "2022-10-01T00:00:00.000Z",
    name: `TLP:${level}`,
    extensions: { [EXTENSION]: { extension_type: "property-extension", tlp_2_0: level.toLowerCase() } },
  };
}

/**
 * Which messages a query asks for, in date order (undated first), then by hash.
 *
 * Each statement yields ids and is driven by one named index; the narrowest that fits the query is taken. Filters that
 * are not asked for are bound as NULL. Lists come as JSON arrays, since SQL has no list parameters.
 */
import type { MessageQuery } from "../../ports/store.ts";
import { notSecondCopy } from "./second-copies.ts";
import { toStoredText } from "./stored-text.ts";

/** The conditions of `MessageQuery` on a message's row and on its judgement's row. Second copies have no judgement. */
const STATUS_AS_ASKED = `
  (:statuses IS NULL OR m.status IN (SELECT value FROM json_each(:statuses))) AND ${notSecondCopy("m.id")}`;
const JUDGED_AS_ASKED = `
  (:verdicts IS NULL OR j.verdict IN (SELECT value FROM json_each(:verdicts)))
   AND (:classes IS NULL OR j.class IN (SELECT value FROM json_each(:classes)))`;

/** Index: messages_by_date (date, sha256, …), covering; no sort step. */
export const UNDATED = `
  SELECT m.id AS id FROM messages m INDEXED BY messages_by_date
   WHERE m.date IS NULL AND ${STATUS_AS_ASKED}
   ORDER BY m.sha256`;

/** Index: messages_by_date (date, sha256, …), covering; no sort step. */
export const DATED = `
  SELECT m.id AS id FROM messages m INDEXED BY messages_by_date
   WHERE m.date >= :from AND m.date < :to AND ${STATUS_AS_ASKED}
   ORDER BY m.date, m.sha256`;

const STATUS_OF_JUDGED = `
  (:statuses IS NULL OR
   (SELECT m.status FROM messages m WHERE m.id = j.message) IN (SELECT value FROM json_each(:statuses)))`;

/** Index: judgements_by_date (date, sha256, verdict, class), covering; no sort step. */
export const JUDGED_UNDATED = `
  SELECT j.message AS id FROM judgements j INDEXED BY judgements_by_date
   WHERE j.date IS NULL AND ${JUDGED_AS_ASKED} AND ${STATUS_OF_JUDGED}
   ORDER BY j.sha256`;

/** Index: judgements_by_date (date, sha256, verdict, class), covering; no sort step. */
export const JUDGED_DATED = `
  SELECT j.message AS id FROM judgements j INDEXED BY judgements_by_date
   WHERE j.date >= :from AND j.date < :to AND ${JUDGED_AS_ASKED} AND ${STATUS_OF_JUDGED}
   ORDER BY j.date, j.sha256`;

/** As JUDGED_UNDATED; the row is only looked at where the index agrees. */
export const LOOSE_UNDATED = `
  SELECT j.message AS id FROM judgements j INDEXED BY judgements_by_date
   WHERE j.date IS NULL AND ${JUDGED_AS_ASKED} AND j.campaign IS NULL AND ${STATUS_OF_JUDGED}
   ORDER BY j.sha256`;

/** As JUDGED_DATED; the row is only looked at where the index agrees. */
export const LOOSE_DATED = `
  SELECT j.message AS id FROM judgements j INDEXED BY judgements_by_date
   WHERE j.date >= :from AND j.date < :to AND ${JUDGED_AS_ASKED} AND j.campaign IS NULL AND ${STATUS_OF_JUDGED}
   ORDER BY j.date, j.sha256`;

/** Index: judgements_by_campaign (campaign, date, sha256); no sort step. */
export const OF_CAMPAIGN = `
  SELECT j.message AS id FROM judgements j INDEXED BY judgements_by_campaign
   WHERE j.campaign = :campaign AND (:window = 0 OR (j.date >= :from AND j.date < :to))
     AND ${JUDGED_AS_ASKED} AND ${STATUS_OF_JUDGED}
   ORDER BY j.date, j.sha256`;

/**
 * Index: addresses' unique (address), address_uses' key (address, message), and all recent uses; sorts ids, on disk when
 * they are many.
 */
export const OF_ADDRESS = `
  WITH wanted (id) AS (SELECT id FROM addresses WHERE address = :address),
       used (message) AS (
         SELECT message FROM address_uses WHERE address = (SELECT id FROM wanted)
         UNION ALL
         SELECT message FROM recent_address_uses WHERE address = (SELECT id FROM wanted))
  SELECT m.id AS id
    FROM used u JOIN messages m ON m.id = u.message LEFT JOIN judgements j ON j.message = u.message
   WHERE (:window = 0 OR (m.date >= :from AND m.date < :to))
     AND (:campaign IS NULL OR j.campaign = :campaign)
     AND (:loose = 0 OR (j.message IS NOT NULL AND j.campaign IS NULL))
     AND ${JUDGED_AS_ASKED} AND ${STATUS_AS_ASKED}
   ORDER BY m.date, m.sha256`;

export interface IdStatement {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** Every date that an `EpochMs` can be. */
const DATE_MIN = -8.64e15;
const DATE_MAX = 8.64e15;

/** The statements to run one after the other. */
export function idStatementsFor(query: MessageQuery): readonly IdStatement[] {
  const windowed = query.from !== undefined || query.to !== undefined;
  const window = { from: query.from ?? DATE_MIN, to: query.to ?? DATE_MAX + 1 };
  const statuses = { statuses: toList(query.statuses) };
  const judged = { verdicts: toList(query.verdicts), classes: toList(query.classes), ...statuses };
  const campaign = typeof query.campaign === "string" ? toStoredText(query.campaign) : null;
  const isLoose = query.campaign === null;
  if (query.address !== undefined) {
    const address = toStoredText(query.address);
    const flags = { window: windowed ? 1 : 0, loose: isLoose ? 1 : 0 };
    return [{ sql: OF_ADDRESS, values: { ...judged, ...window, ...flags, campaign, address } }];
  }
  if (campaign !== null) {
    return [{ sql: OF_CAMPAIGN, values: { ...judged, ...window, window: windowed ? 1 : 0, campaign } }];
  }
  if (isLoose || judged.verdicts !== null || judged.classes !== null) {
    const dated = { sql: isLoose ? LOOSE_DATED : JUDGED_DATED, values: { ...judged, ...window } };
    return windowed ? [dated] : [{ sql: isLoose ? LOOSE_UNDATED : JUDGED_UNDATED, values: judged }, dated];
  }
  const dated = { sql: DATED, values: { ...statuses, ...window } };
  return windowed ? [dated] : [{ sql: UNDATED, values: statuses }, dated];
}

function toList(values: readonly string[] | undefined): string | null {
  return values === undefined ? null : JSON.stringify(values);
}

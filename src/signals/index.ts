/**
 * The list of what states facts about a message: one file each, pure, judging nothing (DESIGN 2.2).
 */
export { type RecognizedService, recognizeService, type ServiceSigns } from "./bulk-services.ts";
export { readClaims } from "./claims.ts";
export { describeContent } from "./content.ts";
export { type DescribedLoads, describeLoads, type LoadsInput } from "./loads.ts";
export { type PictureUrl, readPictureUrl } from "./picture-urls.ts";
export { marksOf } from "./read-state.ts";
export { receiptLoads } from "./receipts.ts";
export { type Recipients, readRecipients } from "./recipients.ts";
export { accountKey, accountKeys } from "./service-accounts.ts";
export { readServiceUrl, revealedBy, type ServiceField, type ServiceUrl, serviceNamed } from "./service-urls.ts";
export { createTokenFinder, type TokenContext, type TokenFinder } from "./tokens.ts";

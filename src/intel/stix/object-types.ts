/**
 * The object types of STIX 2.0 and 2.1 as data: which properties each has, which it must have, and what each holds (STIX 2.1, sections 4
 * to 7; STIX 2.0, parts 2 and 4). A type or a property that is not here is kept like any other and only not checked.
 *
 * Written `name!:kind`: `!` must be there, `!0` in 2.0 only, `!1` in 2.1 only.
 */

/** What a property holds; lists are not empty (STIX 2.1, 2.9). */
export type PropertyKind =
  | "string"
  | "strings"
  | "time"
  | "integer"
  | "number"
  | "boolean"
  | "ref"
  | "refs"
  | "hashes"
  | "object"
  | "objects"
  | "hex"
  | "base64"
  | "phases"
  | "sources"
  | "markings"
  | "any";

export interface Property {
  readonly kind: PropertyKind;
  /** The object is no object of its type without it, in this version. */
  readonly in20: boolean;
  readonly in21: boolean;
}

/** `sdo`: a domain object, `sro`: a relationship or sighting, `sco`: an observable, `meta`: markings, languages, extensions. */
export type Family = "sdo" | "sro" | "sco" | "meta";

export interface ObjectType {
  readonly family: Family;
  readonly properties: ReadonlyMap<string, Property>;
}

const COMMON =
  "type!:string id!:string spec_version!1:string created_by_ref:ref created!:time modified!:time revoked:boolean " +
  "labels:strings confidence:integer lang:string external_references:sources object_marking_refs:refs " +
  "granular_markings:markings extensions:object";
const COMMON_SCO =
  "type!:string id!1:string spec_version:string object_marking_refs:refs granular_markings:markings defanged:boolean " +
  "extensions:object";
const COMMON_META =
  "type!:string id!:string spec_version!1:string created!:time created_by_ref:ref external_references:sources " +
  "object_marking_refs:refs granular_markings:markings extensions:object name:string";

const SDOS: Readonly<Record<string, string>> = {
  "attack-pattern": "name!:string description:string aliases:strings kill_chain_phases:phases",
  campaign: "name!:string description:string aliases:strings first_seen:time last_seen:time objective:string",
  "course-of-action": "name!:string description:string action:any",
  grouping: "name:string description:string context!:string object_refs!:refs",
  identity:
    "name!:string description:string roles:strings identity_class!0:string sectors:strings contact_information:string",
  incident: "name!:string description:string",
  indicator:
    "name:string description:string indicator_types:strings pattern!:string pattern_type!1:string pattern_version:string " +
    "valid_from!:time valid_until:time kill_chain_phases:phases labels!0:strings",
  infrastructure:
    "name!:string description:string infrastructure_types:strings aliases:strings kill_chain_phases:phases first_seen:time last_seen:time",
  "intrusion-set":
    "name!:string description:string aliases:strings first_seen:time last_seen:time goals:strings resource_level:string " +
    "primary_motivation:string secondary_motivations:strings",
  location:
    "name:string description:string latitude:number longitude:number precision:number region:string country:string " +
    "administrative_area:string city:string street_address:string postal_code:string",
  malware:
    "name!0:string description:string malware_types:strings is_family!1:boolean aliases:strings kill_chain_phases:phases " +
    "first_seen:time last_seen:time operating_system_refs:refs architecture_execution_envs:strings " +
    "implementation_languages:strings capabilities:strings sample_refs:refs labels!0:strings",
  "malware-analysis":
    "product!:string version:string host_vm_ref:ref operating_system_ref:ref installed_software_refs:refs " +
    "configuration_version:string modules:strings analysis_engine_version:string analysis_definition_version:string " +
    "submitted:time analysis_started:time analysis_ended:time result_name:string result:string analysis_sco_refs:refs sample_ref:ref",
  note: "abstract:string content!:string authors:strings object_refs!:refs",
  "observed-data":
    "first_observed!:time last_observed!:time number_observed!:integer objects!0:object object_refs:refs",
  opinion: "explanation:string authors:strings opinion!:string object_refs!:refs",
  report: "name!:string description:string report_types:strings published!:time object_refs!:refs labels!0:strings",
  "threat-actor":
    "name!:string description:string threat_actor_types:strings aliases:strings first_seen:time last_seen:time roles:strings " +
    "goals:strings sophistication:string resource_level:string primary_motivation:string secondary_motivations:strings " +
    "personal_motivations:strings labels!0:strings",
  tool: "name!:string description:string tool_types:strings aliases:strings kill_chain_phases:phases tool_version:string labels!0:strings",
  vulnerability: "name!:string description:string",
};

const SROS: Readonly<Record<string, string>> = {
  relationship:
    "relationship_type!:string description:string source_ref!:ref target_ref!:ref start_time:time stop_time:time",
  sighting:
    "description:string first_seen:time last_seen:time count:integer sighting_of_ref!:ref observed_data_refs:refs " +
    "where_sighted_refs:refs summary:boolean",
};

const SCOS: Readonly<Record<string, string>> = {
  artifact:
    "mime_type:string payload_bin:base64 url:string hashes:hashes encryption_algorithm:string decryption_key:string",
  "autonomous-system": "number!:integer name:string rir:string",
  directory: "path!:string path_enc:string ctime:time mtime:time atime:time contains_refs:refs",
  "domain-name": "value!:string resolves_to_refs:refs",
  "email-addr": "value!:string display_name:string belongs_to_ref:ref",
  "email-message":
    "is_multipart!:boolean date:time content_type:string from_ref:ref sender_ref:ref to_refs:refs cc_refs:refs bcc_refs:refs " +
    "message_id:string subject:string received_lines:strings additional_header_fields:object body:string body_multipart:objects raw_email_ref:ref",
  file:
    "hashes:hashes size:integer name:string name_enc:string magic_number_hex:hex mime_type:string ctime:time mtime:time " +
    "atime:time created:time modified:time accessed:time parent_directory_ref:ref contains_refs:refs content_ref:ref " +
    "is_encrypted:boolean encryption_algorithm:string decryption_key:string",
  "ipv4-addr": "value!:string resolves_to_refs:refs belongs_to_refs:refs",
  "ipv6-addr": "value!:string resolves_to_refs:refs belongs_to_refs:refs",
  "mac-addr": "value!:string",
  mutex: "name!:string",
  "network-traffic":
    "start:time end:time is_active:boolean src_ref:ref dst_ref:ref src_port:integer dst_port:integer protocols!:strings " +
    "src_byte_count:integer dst_byte_count:integer src_packets:integer dst_packets:integer ipfix:object src_payload_ref:ref " +
    "dst_payload_ref:ref encapsulates_refs:refs encapsulated_by_ref:ref",
  process:
    "is_hidden:boolean pid:integer name:string created:time created_time:time cwd:string arguments:strings command_line:string " +
    "environment_variables:object opened_connection_refs:refs creator_user_ref:ref image_ref:ref binary_ref:ref parent_ref:ref child_refs:refs",
  software: "name!:string cpe:string swid:string languages:strings vendor:string version:string",
  url: "value!:string",
  "user-account":
    "user_id!0:string credential:string account_login:string account_type:string display_name:string is_service_account:boolean " +
    "is_privileged:boolean can_escalate_privs:boolean is_disabled:boolean account_created:time account_expires:time " +
    "credential_last_changed:time password_last_changed:time account_first_login:time account_last_login:time",
  "windows-registry-key":
    "key!0:string values:objects modified:time modified_time:time creator_user_ref:ref number_of_subkeys:integer",
  "x509-certificate":
    "is_self_signed:boolean hashes:hashes version:string serial_number:string signature_algorithm:string issuer:string " +
    "validity_not_before:time validity_not_after:time subject:string subject_public_key_algorithm:string " +
    "subject_public_key_modulus:string subject_public_key_exponent:integer x509_v3_extensions:object",
};

const METAS: Readonly<Record<string, string>> = {
  "marking-definition": "definition_type:string definition:object",
  "language-content":
    "object_ref!:ref object_modified:time contents!:object modified!:time revoked:boolean labels:strings confidence:integer lang:string",
  "extension-definition":
    "modified!:time revoked:boolean labels:strings description:string schema!:string version!:string extension_types!:strings extension_properties:strings",
};

export const OBJECT_TYPES: ReadonlyMap<string, ObjectType> = new Map([
  ...typesOf("sdo", COMMON, SDOS),
  ...typesOf("sro", COMMON, SROS),
  ...typesOf("sco", COMMON_SCO, SCOS),
  ...typesOf("meta", COMMON_META, METAS),
]);

/** Of a type that the specification does not know. */
export const OTHER_TYPE: ObjectType = { family: "sdo", properties: propertiesOf(COMMON) };

/** Properties in pairs that are in order of time; `strict`: they may not be equal. */
export const TIME_PAIRS: readonly { readonly first: string; readonly last: string; readonly strict: boolean }[] = [
  { first: "created", last: "modified", strict: false },
  { first: "first_seen", last: "last_seen", strict: false },
  { first: "first_observed", last: "last_observed", strict: false },
  { first: "valid_from", last: "valid_until", strict: true },
  { first: "start_time", last: "stop_time", strict: true },
  { first: "start", last: "end", strict: false },
  { first: "analysis_started", last: "analysis_ended", strict: false },
];

/** Property → types that it may lead to, where the specification says. */
export const REF_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ["object_marking_refs", ["marking-definition"]],
  ["observed_data_refs", ["observed-data"]],
  ["where_sighted_refs", ["identity", "location"]],
  ["from_ref", ["email-addr"]],
  ["sender_ref", ["email-addr"]],
  ["to_refs", ["email-addr"]],
  ["cc_refs", ["email-addr"]],
  ["bcc_refs", ["email-addr"]],
  ["belongs_to_ref", ["user-account"]],
  ["belongs_to_refs", ["autonomous-system"]],
  ["raw_email_ref", ["artifact"]],
  ["content_ref", ["artifact"]],
  ["src_payload_ref", ["artifact"]],
  ["dst_payload_ref", ["artifact"]],
  ["parent_directory_ref", ["directory"]],
  ["image_ref", ["file"]],
  ["binary_ref", ["file"]],
  ["parent_ref", ["process"]],
  ["child_refs", ["process"]],
  ["creator_user_ref", ["user-account"]],
  ["opened_connection_refs", ["network-traffic"]],
  ["encapsulates_refs", ["network-traffic"]],
  ["encapsulated_by_ref", ["network-traffic"]],
  ["host_vm_ref", ["software"]],
  ["operating_system_ref", ["software"]],
  ["operating_system_refs", ["software"]],
  ["installed_software_refs", ["software"]],
  ["sample_ref", ["artifact", "file"]],
  ["sample_refs", ["artifact", "file"]],
  ["raw_data_ref", ["artifact"]],
]);

function* typesOf(
  family: Family,
  common: string,
  lines: Readonly<Record<string, string>>,
): Iterable<readonly [string, ObjectType]> {
  for (const [type, own] of Object.entries(lines)) {
    yield [type, { family, properties: new Map([...propertiesOf(common), ...propertiesOf(own)]) }];
  }
}

function propertiesOf(line: string): ReadonlyMap<string, Property> {
  return new Map(
    line.split(" ").map((word): [string, Property] => {
      const [left = "", kind = ""] = word.split(":");
      const [name = "", version] = left.split("!");
      const needed = version !== undefined;
      return [name, { kind: kind as PropertyKind, in20: needed && version !== "1", in21: needed && version !== "0" }];
    }),
  );
}

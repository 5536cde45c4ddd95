/**
 * Every bound on hostile input, each with its reason. Passing one never loses a message: the work stops there, what was
 * read before is kept, and the record says `partial` with the limit's name (`limit.…`; bounds of mailboxes are told among what
 * is not covered). A value may be as large as its limit. Each has a row in `test/hostile/limit-cases.ts`, or says there why
 * not. Source: hostile-mail catalogue, section 3.
 */
export const limits = {
  /** Answers of rules kept of one message; a message that more say something of is found by these. */
  ruleAnswersMax: 100,
  /**
   * Bytes of one message held and analysed; the rest is hashed and counted. The catalogue has 64 MiB for live mail, which
   * memory forbids: one of 32 MiB that every reading is tried on takes a worker up to 450 MiB, of the 512 that it may.
   */
  messageBytesMax: 32 * 1024 * 1024,
  /** Multipart, message/rfc822 nesting. rspamd: 64, postal-mime: 256. */
  mimeDepthMax: 64,
  /** MIME entities of one message. mailparser stops at 1,000 and loses the message; we stop and keep it. */
  entitiesMax: 10_000,
  /** Bytes of one entity's header block in which fields may begin. */
  headerBytesMax: 2 * 1024 * 1024,
  /** Fields of one header block that are kept. */
  headerFieldsMax: 10_000,
  /** Bytes of one field's value that anything but its raw bytes is made of. */
  headerFieldBytesMax: 256 * 1024,
  /** Parameters of one structured header; the RFC 2231 pieces of one are one. */
  parametersMax: 256,
  /** RFC 2231 pieces of one parameter. */
  parameterPiecesMax: 512,
  /** Addresses of all fields of one name. rspamd: 1,024 of a message. */
  addressesMax: 10_000,
  /** Lines of one header that a client could take for From; mail has one, a reader shows one of the first or the last few. */
  fromFieldsMax: 100,
  /** Addresses in From, beside it, and in Reply-To that are kept of one message, each; more than one is a trick (TF-300). */
  claimedAddressesMax: 100,
  /** Addresses that delivery fields name, kept of one message; a chain of forwards names a handful. */
  deliveredAddressesMax: 100,
  /** DKIM-Signature fields whose domains are kept. Verifiers look at eight (HM-053). */
  dkimSignaturesMax: 20,
  /** DKIM signatures of one message that are checked again: each may ask for a hash of the whole body. Verifiers take eight (HM-053). */
  dkimChecksMax: 8,
  /** Answers of one DNS snapshot: ten million mails have keys and policies of some hundred thousand names. */
  dnsAnswersMax: 2_000_000,
  /** List-Unsubscribe fields, and targets, that are kept. RFC 2369 has one field; mail has two or three targets. */
  unsubscribeTargetsMax: 20,
  /** Names of `X-` fields that are kept to recognise services by. Exchange writes some fifty. */
  extensionHeadersMax: 200,
  /** Results of authentication that are kept of one message; each server adds a few. */
  authResultsMax: 200,
  /** Receipts that one header asks for, kept as loads. */
  receiptsMax: 32,
  /** Bytes of one header block that are read for every claim about its body; those of real mail's MIME fields are 500. */
  looseHeaderBytesMax: 64 * 1024,
  /** Types, encodings, boundaries or names that one block of fields claims to any client; real mail has one of each. */
  looseClaimsMax: 16,
  /** Fields of one name in such a block. */
  looseFieldsMax: 8,
  /** Bytes behind a header that ends without a blank line in which its missing fields are looked for; a header has 20 KB at most. */
  lateHeaderBytesMax: 64 * 1024,
  /** Characters of a boundary that is searched for; RFC 2046 allows 70, attackers write 10,000. */
  looseBoundaryCharsMax: 16 * 1024,
  /** Boundaries of one message that are searched for, among `loosePartsMax` different declarations; real mail has ten. */
  looseBoundariesMax: 64,
  /** Parts that any client could cut a message into, and lines that begin with two dashes. */
  loosePartsMax: 10_000,
  /** Blocks of fields in one part at which its body may begin. */
  headsPerPartMax: 16,
  /** Lines that begin with two dashes and are looked at for boundaries nobody declared, where nothing else is odd. */
  dashedLinesMax: 100_000,
  /** Lines of one full stop after which SMTP commands are looked for. */
  dotLinesMax: 10_000,
  /** Charsets that headers name for one text and that are tried. */
  charsetLabelsMax: 8,
  /** Texts besides the strict one that these make of the same bytes. */
  charsetReadingsMax: 3,
  /** Encodings below the one that is found by its look or declared; HM-093 asks for two besides the declared one. */
  nestedEncodingsMax: 3,
  /** Bytes decoded for other than the strict reading of one message; also of all the readings of one body together. */
  viewBytesMax: 64 * 1024 * 1024,
  /** The same as a multiple of the message: time stays in proportion however many places a body may begin at. */
  viewBytesRatioMax: 16,
  /** So much always: small messages have many readings. */
  viewBytesMin: 1024 * 1024,
  /** Texts with markup that only other readings find and that are searched for loads. */
  viewDocumentsMax: 32,
  /** Objects that only other readings find and that are kept of one message, beside the strict ones. */
  viewObjectsMax: 10_000,
  /** `Received` lines read of one message; RFC 5321 6.3 has servers take a hundred for a loop. */
  receivedMax: 200,
  /** Message-IDs taken of one header; References with a million ids exists only to waste time. */
  messageIdsMax: 1_000,
  /** Problems of one code kept for a message: the first ones show what is wrong, a million say no more. */
  problemsPerCodeMax: 16,
  /** Encoded-words of one header. */
  encodedWordsMax: 5_000,
  /**
   * Decoded bytes of one body. The catalogue has 256 MiB of a message; no transfer encoding makes a body larger, so that
   * only compressed RTF (nine times) ever meets this, and a worker's memory is what it protects.
   */
  decodedBytesMax: 64 * 1024 * 1024,
  /** HTML bytes parsed of one part. rspamd: 10 MiB. */
  htmlBytesMax: 10 * 1024 * 1024,
  /** Start tags of one HTML part, and end tags that end nothing. rspamd: 8,192. */
  htmlTagsMax: 65_536,
  /** Attributes looked at of one tag. */
  htmlAttributesMax: 256,
  /** Open elements; deeper ones are flattened. Keeps every look up the stack bounded. */
  htmlDepthMax: 512,
  /** Characters of HTML that a tree is built of, for rules alone; a mail of more is cut by every client that shows it. */
  htmlTreeCharsMax: 4 * 1024 * 1024,
  /** Elements of such a tree. A tree builder opens formatting again in every paragraph, so their number may grow faster than the text. */
  htmlTreeElementsMax: 200_000,
  /** Open elements while it is built: each tag may look through all of them. */
  htmlTreeDepthMax: 1_024,
  /** Steps from node to node that one XPath query may take: a hundred for each element of an ordinary mail. */
  xpathStepsMax: 2_000_000,
  /** Characters of one XPath query: it is a rule's, or a mail's where a rule takes it from there. */
  xpathQueryCharsMax: 10_000,
  /** Characters of one style sheet or style attribute that are parsed. */
  cssCharsMax: 1024 * 1024,
  /** Style rules that hide something and are remembered; keeps the look-up of an element's rules small. */
  cssRulesMax: 4_096,
  /** Of these with one last class, id or tag, which are compared with each element that has it. */
  cssRulesPerKeyMax: 32,
  /** Selectors of one rule that are read, simple ones; newsletters list some dozens. */
  cssSelectorsMax: 256,
  /** Characters of one rule's list of selectors. */
  cssSelectorCharsMax: 8_192,
  /** Classes of one element that are looked up. */
  cssClassesMax: 32,
  /** Characters at the start of an SVG in which its document type is looked for. */
  svgPrologCharsMax: 64 * 1024,
  /** Declarations of entities in it. */
  svgEntitiesMax: 256,
  /** Characters of one such entity. */
  svgEntityCharsMax: 4_096,
  /** Characters of the text a reader sees, per HTML part. Markup is searched for loads beyond it. */
  visibleTextCharsMax: 200_000,
  /** Characters of one link's visible text: how it is shown, and no reason to say `partial`. */
  linkTextCharsMax: 200,
  /** Links of one message that are resolved for their hosts, those of ordinary form once for each host. */
  linksMax: 65_536,
  /** Hosts of links that are compared with the sender's and the readers'; the first 50 are stored. */
  linkHostsMax: 1_000,
  /** Documents inside documents: srcdoc, data: URLs, conditional comments. */
  htmlNestingMax: 4,
  /** Remote loads kept of one message, by first seen; the count stays exact. rspamd: 10,240 URLs. */
  loadsMax: 10_000,
  /** Characters of one URL kept and examined; longer ones are cut and flagged. */
  urlCharsMax: 64 * 1024,
  /** Fields (path segments, query values, host labels) of one URL that are tested for tokens. */
  urlFieldsMax: 256,
  /**
   * Readers of one message that URLs are tested for, the owners among them; a longer list of recipients means the token is no
   * secret, and is no reason to say `partial`.
   */
  tokenReadersMax: 64,
  /** Encodings and hashes over one another that are undone. PETS 2018 looks three deep; whether more lies below is chance. */
  tokenLayersMax: 3,
  /** Characters of one URL field that are decoded; an address needs no more. */
  tokenFieldCharsMax: 8 * 1024,
  /** Bytes decoded of one URL, over all fields and layers. */
  tokenDecodedBytesMax: 64 * 1024,
  /** Pieces of one field, or of a text decoded from it, that are searched for a token of their own. */
  tokenPiecesMax: 64,
  /** Loads of one message stored in the case with their details, the most telling ones; the count stays exact. */
  storedLoadsMax: 500,
  /** Attached files of one message that are kept by name and hash, to be searched for. A mail has some; more are told. */
  attachedFilesMax: 100,
  /**
   * Bytes that come out of all packed attachments of one message (zip, gzip, streams of PDF) to be searched for servers: documents
   * pack ten to one, and memory holds one such at a time.
   */
  partBytesMax: 32 * 1024 * 1024,
  /** Entries of all archives and documents attached to one message that are looked at; a document has some hundred. */
  partEntriesMax: 10_000,
  /** Archives inside archives in one attachment: a document in a zip in a gzip is three. */
  partDepthMax: 4,
  /** Files inside files that rules see of one attachment (mql.md 10.1): a document in a zip in a zip in a mail is five. */
  explodeDepthMax: 8,
  /** Of one attachment, itself and all that lies in it. */
  explodeNodesMax: 1_000,
  /** Bytes that come out of one attachment, over all levels. */
  explodeBytesMax: 64 * 1024 * 1024,
  /** The same as a multiple of the attachment, above `explodeFreeBytes`. Text packs ten to one, empty sheets a hundred. */
  explodeRatioMax: 200,
  /** So much always comes out: a sheet of empty cells packs better than any text. */
  explodeFreeBytes: 1024 * 1024,
  /** Bytes that come out of all attachments of one message when rules ask for all of them. */
  explodeTotalBytesMax: 128 * 1024 * 1024,
  /** Bytes of one file that are searched for printable runs and addresses; also characters of its text that rules see. */
  fileTextBytesMax: 8 * 1024 * 1024,
  /** Printable runs of one file. */
  fileStringsMax: 50_000,
  /** Addresses, relationships, metadata fields and the like of one file, each. */
  fileFactsMax: 5_000,
  /** Characters of one script that are cut into words. Libraries that pages carry have 300 KB. */
  scriptCharsMax: 4 * 1024 * 1024,
  /** Different words of each kind of one script. */
  scriptWordsMax: 50_000,
  /** Pixels of one picture that is searched for codes: a page of A4 in 300 dpi has 8.7 M. */
  picturePixelsMax: 12_000_000,
  /** Pixels of all pictures of one message that are searched for codes: as JPEG they take four seconds of the ten that a message has. */
  pictureTotalPixelsMax: 16_000_000,
  /** Pixels of a picture as it is given to the recogniser of text, which takes some 25 bytes for each; a screen of 1920 by 1080 has 2 M. */
  pictureTextPixelsMax: 4_000_000,
  /** Pixels of all pictures of one message whose text is read, three large ones. */
  pictureTextTotalPixelsMax: 12_000_000,
  /** Pictures of one message whose text is read. */
  picturesReadMax: 20,
  /** Lengths of a picture's lines in heights of a line: two milliseconds each. A page full of small print has 5,000. */
  pictureTextSquaresMax: 8_000,
  /** Characters of text of one picture that are kept; a page full of small print has 8,000. */
  pictureTextCharsMax: 20_000,
  /** Milliseconds that one picture may keep the recogniser of text; what `pictureTextSquaresMax` allows takes a third on a slow machine. */
  pictureTextMsMax: 60_000,
  /** Boxes that one page of a PDF fills, for the search of codes: the largest code has 177 rows of some ninety runs. */
  pdfBoxesMax: 60_000,
  /** Pages of one PDF whose boxes are painted for that: more than this many with so many boxes are tables and plans. */
  pdfDrawingsMax: 20,
  /** Bytes of macro source of one document, decompressed. */
  macroBytesMax: 4 * 1024 * 1024,
  /** Parameters of one line of a calendar or contact card; programs write a handful. */
  partParametersMax: 64,
  /** Addresses kept of all attachments of one message; a list of links has some hundred. */
  partReferencesMax: 5_000,
  /** Ratio of all that comes out of the outermost packed file, over all levels, to its bytes on disk. Tika: 100 after 1 M characters. */
  archiveRatioMax: 1_000,
  /** Bytes that may come out of a container before the ratio is looked at. */
  archiveRatioFreeBytes: 64 * 1024 * 1024,
  /** Archives inside archives. */
  archiveDepthMax: 5,
  /** Entries of one zip that are looked at, by its directory or without one: a mailbox of a million files fits, ten million empty names do not. */
  archiveEntriesMax: 1_000_000,
  /** Bytes of one literal that a mail server may send. Mail comes in pieces of 4 MiB, so more is no answer to a question of ours. */
  imapLiteralBytesMax: 40 * 1024 * 1024,
  /** Bytes of one response of a mail server, its literals included; above the literal's own bound, as it holds one. */
  imapResponseBytesMax: 48 * 1024 * 1024,
  /** Bytes of one line of a mail server outside literals: an endless line exists only to fill memory. */
  imapLineBytesMax: 1024 * 1024,
  /** Words, strings and lists of one response: each costs far more memory than its bytes. */
  imapTokensMax: 20_000,
  /** Wall clock of one command to a mail server; what brings bytes or rows gets time in proportion. */
  imapCommandMsMax: 120_000,
  /** Folders of one account that are looked at. */
  imapFoldersMax: 10_000,
  /** Messages of one account that are listed: 9 bytes of memory each at the least. */
  imapMessagesMax: 5_000_000,
  /** Connections to one account at a time, the listing one included. Servers allow 5 to 15. */
  imapConnectionsMax: 4,
  /** Bytes of PAX records or of a GNU long name that are read for one entry of a tar; a path has 4 KiB on Linux. */
  tarExtensionBytesMax: 256 * 1024,
  /** PAX records of one header that are looked at. */
  tarRecordsMax: 4_096,
  /** Window of a zstd frame: what `zstd -22` writes and what the program takes without being asked for more. */
  zstdWindowBytesMax: 128 * 1024 * 1024,
  /** Bytes of the property list behind the message of an emlx. Real ones have one or two thousand. */
  emlxListBytesMax: 256 * 1024,
  /** Labels of one message that are kept from one origin. Gmail allows more; people use a handful. */
  labelsMax: 100,
  /** Characters of one label. Gmail: 225. */
  labelCharsMax: 256,
  /** Bytes read out of one Outlook item, over all its attachments and the items inside them; Exchange sends 150 MB at most. */
  outlookItemBytesMax: 256 * 1024 * 1024,
  /** Recipients, attachments and items inside items of one Outlook item; Exchange allows 1,000 recipients. */
  outlookPartsMax: 10_000,
  /** Texts with markup out of these that are searched for loads: a hundred forwarded mails in two forms each fit. */
  outlookDocumentsMax: 256,
  /** `winmail.dat` and `.msg` that are opened inside one message; each may cost a little more than its size. */
  outlookContainersMax: 100,
  /** Items inside items that are rebuilt: each takes two levels of `mimeDepthMax`. */
  outlookDepthMax: 32,
  /** Directory entries of one compound file: ten thousand recipients with 25 properties fit. 32 MiB. */
  compoundEntriesMax: 262_144,
  /** Properties of one list, or named properties of one file; an item has about 100. */
  mapiPropertiesMax: 32_768,
  /** Bytes of one property that is read as text for a header. */
  mapiTextBytesMax: 256 * 1024,
  /** Properties of one item reported because they hold a URL or a path to a share. */
  mapiObservablesMax: 64,
  /** Groups inside groups in RTF whose state is kept; deeper text is left out. Word stops at about 1,000. */
  rtfDepthMax: 1_024,
  /** Fields, templates, linked pictures and objects of one RTF document that are looked at; Word writes a field for each link. */
  rtfOutwardMax: 10_000,
  /** Characters of these, over all of one document: the data of a linked object has some thousand. */
  rtfOutwardCharsMax: 4 * 1024 * 1024,
  /** Steps that one rule may take on one message: an element of a lambda, a call, 256 characters of an argument. Public rules take some hundred. */
  mqlStepsMax: 2_000_000,
  /** Steps of all rules on one message; beyond it the rules left are undetermined (`limit:fuel`). */
  mqlMessageStepsMax: 20_000_000,
  /** Matches of one pattern in one text that are told. */
  mqlMatchesMax: 10_000,
  /** Characters that the searches for all matches of one pattern may look at: each may look at all the rest of the text. */
  mqlMatchStepsMax: 200_000_000,
  /** UTF-16 code units of one pattern; the longest public one has 1,148. A rule may take one from a message. */
  mqlPatternCharsMax: 16 * 1024,
  /** Compiled patterns that are remembered: those of the public rules are 2,700. */
  mqlPatternsMax: 20_000,
  /** Steps of one edit distance: the product of the lengths. Names have some thirty letters. */
  mqlLevenshteinStepsMax: 4_000_000,
  /** UTF-16 code units of a text that a rule makes of others. */
  mqlTextCharsMax: 64 * 1024 * 1024,
  /** UTF-16 code units of a field of all elements of an array, joined to look for literals; links of one mail have some thousand. */
  mqlJoinedCharsMax: 1024 * 1024,
  /** Nodes and characters of literals of what is left of a rule when a message is read; it is stored with the message. */
  mqlResidualCharsMax: 16 * 1024,
  /** Levels of a tree of pages in a PST; 512-byte pages hold 15 entries at least, so 8 levels are beyond any disk. */
  pstTreeDepthMax: 8,
  /** Levels of a PST folder's path. Exchange allows 300, and people read no more than a few. */
  pstFolderDepthMax: 64,
  /** Blocks read of one node's subnode tree or data tree: 256 MiB in blocks of 8 KiB. */
  pstBlocksMax: 32_768,
  /** Pieces of one message (message/partial); programs that cut mail make some ten, and the catalogue asks for a hundred. */
  pieceNumberMax: 500,
  /** Pieces of one case that are looked at: what is remembered of each while they are matched is small. */
  piecesMax: 50_000,
  /** Messages put together from pieces of one id: its copies for several readers, or what an attacker repeats. */
  joinedPerIdMax: 16,
  /** Messages of one case that are put together; the name of each holds the hashes of its pieces. */
  joinedMax: 5_000,
  /** Bytes of the pieces of one message: they are held together, and more than a message is not read. */
  joinedBytesMax: 32 * 1024 * 1024,
  /** The same of all messages of a case: the same pieces may be read again for several of them. */
  joinedTotalBytesMax: 2 * 1024 * 1024 * 1024,
  /** Messages put together whose pieces were put together themselves. Nobody does so but to hide. */
  pieceLevelsMax: 4,
  /** Bytes of one rule file (UTF-16 code units of its text); the largest public one has 230 KB, a list of address ranges. */
  ruleFileBytesMax: 1024 * 1024,
  /** Bytes of one file of list entries, registration dates or signatures that the user gives; a ranking of a million domains has 22 MB. */
  givenFileBytesMax: 64 * 1024 * 1024,
  /** World events in one file that the user gives; a list of all elections of ten years has some thousand. */
  worldEventsMax: 5_000,
  /** Characters of one text that numbers and keys are looked for in. */
  sensitiveCharsMax: 1024 * 1024,
  /** Numbers and keys of one text. */
  sensitiveFindsMax: 500,
  /** Bytes of one file that signatures are looked for in. */
  signatureBytesMax: 16 * 1024 * 1024,
  /** Places in one file that one pattern of a signature may match; conditions count them. The library lists them all: ten times as many cost seconds. */
  signatureMatchesMax: 10_000,
  /** Levels of lists and maps in one rule file, in brackets or on one line; rules have two. The YAML library recurses. */
  ruleFileDepthMax: 64,
  /** Problems told of one rule or rule file: the first ones are what its author repairs. */
  ruleProblemsMax: 100,
  /** UTF-16 code units of one rule's text. */
  ruleCharsMax: 512 * 1024,
  /** Words, signs and pieces of white space of one rule; the largest public one has 20,000. Each costs one step of the parser at most. */
  ruleTokensMax: 200_000,
  /** Levels of a rule's tree, and of what is open while it is read: brackets, `not`, signs. Public rules have twelve; every walk recurses, the parser by ten frames a level. */
  ruleDepthMax: 128,
  /** Cells of one row of comma-separated values, and addresses or groups of one person of a roster. */
  csvCellsMax: 256,
  /** Characters of one cell: a hundred addresses have 4,000. */
  csvCellCharsMax: 64 * 1024,
  /** What is told of one file of comma-separated values. */
  csvProblemsMax: 100,
  /** Bytes of one file of indicators; a million of them as STIX are some 600 MB, as CSV 60. */
  intelFileBytesMax: 256 * 1024 * 1024,
  /** Bytes of one published document. Reports of 200 pages with pictures have some 20 MB. */
  documentBytesMax: 64 * 1024 * 1024,
  /** UTF-16 code units of one document's text that are kept; a report of 200 pages has half a million. */
  documentCharsMax: 8_000_000,
  /** Headings, paragraphs, items and cells of one document. */
  documentBlocksMax: 200_000,
  /** Links of one document that are kept. */
  documentLinksMax: 20_000,
  /** Elements of one page or XML file of a document that are looked at; a report as DOCX has some hundred thousand. */
  documentElementsMax: 1_000_000,
  /** Levels of elements in the XML of a document; Word writes some thirty. */
  documentDepthMax: 256,
  /** Bytes that may come out of all that is packed in one document. */
  documentUnpackedBytesMax: 128 * 1024 * 1024,
  /** Pages of one PDF that are read, of fewer when it claims more: to find one may cost a look at all before it. */
  documentPagesMax: 2_000,
  /** Pieces of text on one page of a PDF; a dense page has some thousand. */
  documentPagePiecesMax: 50_000,
  /** Milliseconds for one step of reading a document in its worker: opening it, one page, its statements. */
  documentStepMsMax: 45_000,
  /** Milliseconds for one document, over all attempts; after half of them no further page is begun. A report of 200 pages takes two seconds. */
  documentMsMax: 180_000,
  /** MiB of the heap of the worker that reads documents; text of `documentCharsMax` with its blocks and statements takes some 500. */
  documentHeapMibMax: 1_024,
  /** MiB by which the process may grow over one document: the heap, what is unpacked, and the file itself. */
  documentGrowthMibMax: 1_536,
  /** Files in a mail that are read as documents too, over all levels. */
  documentAttachmentsMax: 32,
  /** Documents in mails in mails. */
  documentNestingMax: 4,
  /** Indicators that are kept of all files: hunted for in one pass. */
  indicatorsMax: 2_000_000,
  /** Indicators of one file that could not be used and are listed; the others are counted. */
  unusableListedMax: 1_000,
  /** Characters of one indicator's value; longer URLs are cut by no source. */
  indicatorCharsMax: 8 * 1024,
  /** Values, and what merely looked like one, that are kept of one document, each; appendices list some ten thousand. */
  extractedMax: 100_000,
  /** Characters of a document's paragraph that are searched in one piece; a longer one is cut at white space. */
  extractionChunkCharsMax: 64 * 1024,
  /** Sightings that are kept: a list with a host that everybody uses has millions. */
  sightingsMax: 100_000,
  /** Messages that one STIX pattern is held against where the index cannot narrow them: their records are held together. */
  patternMessagesMax: 20_000,
  /** Characters of one STIX pattern; the longest published ones list some thousand hosts. */
  patternCharsMax: 1024 * 1024,
  /** Brackets within brackets of one STIX pattern; published ones have three. The parser recurses. */
  patternDepthMax: 64,
  /** Bindings and choices that are tried for one STIX pattern over a case: their number grows with powers. */
  patternStepsMax: 200_000,
  /** Times that one observation counts as seen for REPEATS. */
  patternRepeatsMax: 1_000,
  /** Ways to match of one STIX pattern when two are compared; each is held against each, and their number grows with powers. */
  patternTermsMax: 2_000,
  /** Entries of one list or map within a STIX object that are checked; the longest published ones, reports' references, are not checked one by one. */
  stixListMax: 10_000,
  /** Steps of a selector of a granular marking (`a.[2].b`); published ones have three. */
  stixSelectorStepsMax: 64,
  /** Problems told of one file of STIX or MISP; the others are counted. */
  intelProblemsMax: 1_000,
  /** Lists and maps within each other in a file of JSON; STIX and MISP have some ten. What walks it recurses. */
  jsonDepthMax: 200,
  /** Bytes of a file of JSON that is parsed as one value, which takes some eight times as much; a larger bundle is read one object at a time. */
  jsonWholeBytesMax: 32 * 1024 * 1024,
  /** Bytes of a table or list that are a text at once, rounded up to whole lines. */
  textBlockBytes: 1024 * 1024,
  /** Elements within each other in a file of XML; STIX 1 with CybOX has some forty. What walks it recurses. */
  xmlDepthMax: 256,
  /** Elements of one file of XML: each costs some 300 bytes. */
  xmlElementsMax: 1_000_000,
  /** What is told of one file of XML that is not well formed. */
  xmlProblemsMax: 100,
  /** Events of one MISP feed; the largest public one has 2,000. */
  feedEventsMax: 100_000,
  /** Entries of one warning list; the largest has the million most visited hosts. */
  warningEntriesMax: 1_000_000,
  /** Bytes of one answer of a TAXII server; servers give pages of some MiB. */
  taxiiResponseBytesMax: 64 * 1024 * 1024,
  /** Bytes of the head of one answer of a TAXII server. */
  taxiiHeaderBytesMax: 32 * 1024,
  /** Pages of one TAXII collection, and collections and roots of one server: a million objects in pages of a thousand are 1,000. */
  taxiiPagesMax: 2_000,
  /** Milliseconds for one request to a TAXII server and its whole answer. */
  taxiiRequestMsMax: 120_000,
  /** Patterns of all warning lists, each tried for each value; the public lists have some twenty. */
  warningPatternsMax: 1_000,
  /** Words and signs of one sentence of a published document; lists in charges have 300. Finding clauses takes their number squared. */
  sentenceTokensMax: 400,
  /** Statements of one published document that are kept; a report of 200 pages has some hundred. */
  assertionsMax: 5_000,
  /** Names of companies that one document introduces and that are known for its rest: a report on a whole trade names some hundred. */
  companiesMax: 500,
  /** UTF-16 code units of what a statement says, beside its quote. */
  statementCharsMax: 400,
  /** Statements of all documents that are laid beside each other; each is compared with those of the matters before it. */
  ledgerStatementsMax: 2_000,
  /** Disagreements of one matter that are told: the first ones are what a reader looks at. */
  ledgerConflictsMax: 100,
  /** Denials that are laid beside one accusation; a reader is shown the first few, and that there are more. */
  ledgerAnswersMax: 200,
  /** Statements of one document that the ledger keeps; a book of them has fewer. */
  statementsMax: 20_000,
  /** People of one roster; the staff of a large ministry with their households. */
  rosterPeopleMax: 200_000,
  /** Problems told of one roster: the first ones are what its author repairs. */
  rosterProblemsMax: 200,
  /** Levels of lists and maps in a roster as YAML, which has three. The YAML library recurses. */
  rosterDepthMax: 32,
  /** Characters of one line of a log that are looked at: no address a proxy writes is longer. */
  logLineCharsMax: 16 * 1024,
  /** Bytes that may come out of one log file: a proxy of a parliament writes 50 GB a year. More is told. */
  logBytesMax: 64 * 1024 * 1024 * 1024,
  /** Lines of all logs that are kept as evidence; for each host or address the first ones go first. */
  logSightingsMax: 20_000,
  /** Lines kept of one host or address: a thousand loads say no more than the first fifty. */
  logSightingsPerNameMax: 200,
  /** Own answers, forwards and receipts of one case that are remembered until it is known what is of interest. */
  ownAnswersMax: 500_000,
  /** Hosts of links of one case that are counted; one that is not counted is nobody's own. */
  countedHostsMax: 500_000,
  /** Addresses of one case that are compared with the roster's for aliases. */
  aliasCandidatesMax: 100_000,
  /** Wall clock of one message in a worker; enforced from outside the worker, which is ended. */
  messageMsMax: 10_000,
} as const;

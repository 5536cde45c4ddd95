/**
 * The two ways in which a PST hides its data blocks from a casual eye (MS-PST 5.1 and 5.2). Neither has a key that is
 * secret. Tables: the specification's `mpbbCrypt`; its third part is the inverse of the first.
 */

const PERMUTATION = Buffer.from(
  "41361362a8216ebbf416cc047f64e85d1ef2cb2a74c55e35d295479e962d9a884c7d843fdbac31b6485ff6c4d8398be7" +
    "233b388ec8c1df25b120a546604e9cfbaad35651457c550007c92b9d859b09a08fadb30f63ab894bd7a7155a716642bf" +
    "264a6b98faea7753b270052cfd593a867ece06eb827857c78d43afb41cd45bcde2e9274fc3087280cfb0eff5286dbe30" +
    "4d3492d50e3c2232e5e4f99fc2d10a8112e1ee918376e397e6618a1779a4b7dc907a5c8c02a6ca69de501a1193b95287" +
    "58fced1d37491b6ae0293399bd6cd994f340546ff0c673b8d63e6518441fdd6710f10c19ecae03a1147ba90bfff8a3c0" +
    "a201f72ebc2468750dfeba2fb5d0da3d",
  "hex",
);
const SWAPS = Buffer.from(
  "14530f56b3c87a9ceb65481716159f02cc547c83000d0c0ba262a876dbd9edc7c5a4dcac8574d6d0a79bae9a967166c3" +
    "6399b8dd73928e847da55ed15d93b1575150808952944f4e0a6bbc8d7f6e47464140440111cb033ff7f4e1a98f3c3af9" +
    "fbf0193082092ec99da08649ee6f4d6dc42d813425871b88aafc06a11238fd4c4272641337246a757743ffe6b44b365c" +
    "e4d8353d45b92cecb7312b290768a30e697b189e2139be281a5b78f523ca2ab0af3efe048ce7e5983295d3f64ae8a6ea" +
    "e9f3d52f7020f21f0567ad5510cecde3273bdabad7c226d4911dd21c2233f8faf15aefcf90b68bb5bdc0bf08971e6ce2" +
    "61e0c6c159abbb58de5fdf60797eb28a",
  "hex",
);
const INVERSE = inverse(PERMUTATION);

/** `bCryptMethod` of the header. */
export const encodings = { none: 0, permute: 1, cyclic: 2 } as const;

/** Decodes a data block in place; `key` is the low half of the block's number. Other methods leave the block as it is. */
export function decodeBlock(block: Buffer, method: number, key: number): void {
  if (method === encodings.permute) permute(block, INVERSE);
  else if (method === encodings.cyclic) cycle(block, key);
}

function permute(block: Buffer, table: Buffer): void {
  for (let i = 0; i < block.length; i += 1) block[i] = table[block[i] as number] as number;
}

/** Its own inverse. */
function cycle(block: Buffer, key: number): void {
  let word = (key ^ (key >>> 16)) & 0xffff;
  for (let i = 0; i < block.length; i += 1) {
    const low = word & 0xff;
    const high = word >>> 8;
    let byte = ((block[i] as number) + low) & 0xff;
    byte = ((PERMUTATION[byte] as number) + high) & 0xff;
    byte = ((SWAPS[byte] as number) - high) & 0xff;
    block[i] = (INVERSE[byte] as number) - low;
    word = (word + 1) & 0xffff;
  }
}

function inverse(table: Buffer): Buffer {
  const result = Buffer.alloc(256);
  for (const [i, byte] of table.entries()) result[byte] = i;
  return result;
}

/** Encodes what `decodeBlock` decodes. */
export function encodeBlock(block: Buffer, method: number, key: number): void {
  if (method === encodings.permute) permute(block, PERMUTATION);
  else if (method === encodings.cyclic) cycle(block, key);
}

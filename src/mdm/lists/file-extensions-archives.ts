/** Endings of archives and disk images that people know how to open. Our own selection from general knowledge, November 2026; not complete. */
export const fileExtensionsArchives = `
7z ace apk ar arc arj bz bz2 cab cpio deb dmg gz gzip img iso jar lha lz lz4 lzh lzma rar rpm tar tbz tbz2
tgz txz udf uue vhd vhdx wim xar xz z zip zipx zoo zst zstd
`;

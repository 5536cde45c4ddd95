/** Types of pictures, by the closed list of Attachment.file_type. Our own selection from general knowledge, November 2026; not complete. */
export const fileTypesImages = `
bmp cr2 gif heif ico jp2 jpeg jpg jxr png psd svg tif tiff webp
`;

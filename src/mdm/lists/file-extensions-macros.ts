/** Endings of Office files that may hold macros. Our own selection from general knowledge, November 2026; not complete. */
export const fileExtensionsMacros = `
doc docm docx dot dotm dotx one pot potm potx ppa ppam pps ppsm ppsx ppt pptm pptx pub rtf sldm sldx slk vsd
vsdm vstm xla xlam xll xls xlsb xlsm xlsx xlt xltm xltx xlw
`;

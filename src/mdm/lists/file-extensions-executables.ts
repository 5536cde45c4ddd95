/** Endings that systems run when they are opened. Our own selection from general knowledge, November 2026; not complete. */
export const fileExtensionsExecutables = `
action apk app appref-ms appx appxbundle bas bat bin cer chm cmd com command cpl crt csh dll dmg drv elf exe
fxp gadget hpj hta inf ins inx ipa isp isu jar job js jse ksh lib lnk mcf mda mdb mde mdt mdw mdz msc msi
msix msixbundle msp mst ocx ops osx out paf pcd pif pkg pl prf prg ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1
py pyc pyw rb reg rgs run scf scpt scr sct settingcontent-ms sh shb shs sys theme u3p url vb vbe vbp vbs
vbscript wcx workflow ws wsc wsf wsh xbap xnk
`;

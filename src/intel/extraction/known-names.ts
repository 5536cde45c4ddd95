/** Names that documents speak of without meaning an attacker's. Our own selection of general knowledge, November 2026; not complete. */

/** Endings of files. Those that are also top-level domains tell nothing of a defanged name. */
export const fileEndings: ReadonlySet<string> = new Set(
  (
    "7z a aac accdb apk app appx asp aspx avi bat bin bmp bz2 c cab cat cer cfg cgi chm class cmd cnf conf config cpl cpp crt cs css csv dat db " +
    "deb der dex dit dll dmg dmp do doc docb docm docx dot dotm dotx drv dump dylib efi elf eml emf eps exe flv fon gif go gpg gz h hta htm html hwp " +
    "hwpx ico img inf ini ins iso jar java jnlp job jpeg jpg js jsdialog jse json jsp jspx key kdbx keytab ko lib lnk log lua lz lzma m3u mac manifest map mdb md mdf " +
    "mht mhtml mof mov mp3 mp4 msc msg msi msix msp mst mui ocx odg odp ods odt one onepkg ost p12 p7b p7s pac pcap pdb pdf pem pfx php php3 php5 phtml pif pkg " +
    "pl plist pm png pot potm pps ppsm ppsx ppt pptm pptx prf ps ps1 psd1 psm1 pst pub py pyc pyd pyo pyw rar rb rdp reg rels rpm rs rtf sav scf scpt scr sct " +
    "search-ms settingcontent-ms sh shb shs sln so sql sqlite swf swift sys target tar tgz theme tif tiff tlb tmp torrent ts ttf txt url vba vb vbe vbs vcf vhd vhdx vmdk " +
    "war wav wbk webm webp wim wll wma wmf wmv woff wri ws wsc wsf wsh xar xbap xht xhtml xla xlam xll xlm xls xlsb xlsm xlsx xlt xltm xml xps xsl xz yaml yar yara yml " +
    "z zip zst"
  ).split(/\s+/),
);

/** Programs that come with an operating system, and what every report names. */
export const systemFiles: ReadonlySet<string> = new Set(
  (
    "addinprocess.exe at.exe bitsadmin.exe certutil.exe cmd.exe control.exe cscript.exe csrss.exe curl.exe diskpart.exe dllhost.exe excel.exe explorer.exe ftp.exe " +
    "iexplore.exe installutil.exe ipconfig.exe kernel32.dll lsass.exe mmc.exe msbuild.exe mshta.exe msiexec.exe mstsc.exe net.exe net1.exe netsh.exe netstat.exe " +
    "notepad.exe ntdll.dll ntds.dit nltest.exe nslookup.exe outlook.exe ping.exe powershell.exe powerpnt.exe psexec.exe reg.exe regasm.exe regedit.exe regsvr32.exe " +
    "rundll32.exe sc.exe schtasks.exe services.exe smss.exe spoolsv.exe svchost.exe systeminfo.exe taskhost.exe tasklist.exe taskkill.exe user32.dll vssadmin.exe " +
    "w3wp.exe wevtutil.exe whoami.exe winlogon.exe winrm.exe winword.exe wmic.exe wscript.exe wsmprovhost.exe xcopy.exe"
  ).split(" "),
);

/** Products and formats that are written with a dot. */
export const dottedProducts: ReadonlySet<string> = new Set(
  "node.js vue.js next.js nuxt.js react.js three.js d3.js express.js backbone.js ember.js angular.js moment.js socket.io asp.net vb.net ado.net ml.net paint.net web.config readme.md license.md changelog.md".split(
    " ",
  ),
);

/** First labels of names in code, which end by chance in a top-level domain. */
export const codeRoots: ReadonlySet<string> = new Set(
  (
    "android app array asp browser buffer class com console context crypto data date document e element env event file form fs java javax json jquery kotlin location " +
    "math microsoft module navigator net node object org os path process request response result scala self session shell socket string sun sys system this thread time win32 window winhttp wscript"
  ).split(" "),
);

/** Where people share pages with others, and where journals and authorities write. */
export const socialHosts: ReadonlySet<string> = new Set(
  "bsky.app facebook.com flickr.com instagram.com linkedin.com mastodon.social medium.com pinterest.com reddit.com threads.net tiktok.com tumblr.com twitter.com vimeo.com vk.com whatsapp.com wikipedia.org x.com youtu.be youtube.com".split(
    " ",
  ),
);

/** Resolvers of names that anybody uses. */
export const publicResolvers: ReadonlySet<string> = new Set(
  "1.0.0.1 1.1.1.1 8.8.4.4 8.8.8.8 9.9.9.9 149.112.112.112 208.67.220.220 208.67.222.222 2001:4860:4860::8844 2001:4860:4860::8888 2606:4700:4700::1001 2606:4700:4700::1111 2620:fe::fe".split(
    " ",
  ),
);

/** Names of formats, not places that anybody opens. */
export const formatHosts: ReadonlySet<string> = new Set(
  "dublincore.org ietf.org json-schema.org openxmlformats.org purl.org schema.org w3.org xmlsoap.org".split(" "),
);

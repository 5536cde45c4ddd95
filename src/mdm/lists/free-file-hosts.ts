/** Hosts at which anybody may leave files and documents for others. Our own selection from general knowledge, November 2026; not complete. */
export const freeFileHosts = `
1024terabox.com 1drv.ms 1fichier.com 4shared.com acrobat.adobe.com adobe.com airtable.com aliyundrive.com
amazonaws.com anonfiles.com app.box.com archive.org backblazeb2.com bayfiles.com bitbucket.org
blob.core.windows.net box.com calameo.com canva.com catbox.moe cdn.discordapp.com cloud.mail.ru
cloudflare-ipfs.com cloudinary.com cloudup.com coda.io db.tt digitaloceanspaces.com discordapp.com
disk.yandex.ru dl.dropboxusercontent.com docdroid.net docs.google.com docsend.com documentcloud.adobe.com
drive.google.com drive.proton.me dropbox.com dropboxusercontent.com dropfiles.ru droplr.com dropmefiles.com
dweb.link easyupload.io edocr.com egnyte.com evernote.com express.adobe.com fex.net figma.com file.io
filebin.net filefactory.com filemail.com files.catbox.moe files.fm files.mail.ru
firebasestorage.googleapis.com fliphtml5.com flipsnack.com forms.office.com fromsmash.com gamma.app
gateway.pinata.cloud getcloudapp.com ghostbin.com gist.github.com github.com githubusercontent.com
gitlab.com gofile.io grosfichiers.com hastebin.com heyzine.com hightail.com ibb.co icedrive.net imgbb.com
imgur.com indd.adobe.com ipfs.io issuu.com jumpshare.com krakenfiles.com lanzou.com litter.catbox.moe
loom.com media.discordapp.net mediafire.com mega.io mega.nz miro.com my.sharepoint.com nftstorage.link
nitroflare.com notion.site notion.so objectstorage.oraclecloud.com onedrive.live.com onenote.com
oraclecloud.com padlet.com pan.baidu.com paste.ee pastebin.com pcloud.com pcloud.link pdfhost.io
pixeldrain.com postimg.cc proton.me publuu.com quip.com r2.cloudflarestorage.com r2.dev rapidgator.net
raw.githubusercontent.com rentry.co s3.amazonaws.com scribd.com script.google.com send-anywhere.com
send.tresorit.com sendspace.com sharepoint.com sites.google.com slideshare.net smash.com sourceforge.net
spark.adobe.com storage.googleapis.com sugarsync.com sway.cloud.microsoft sway.office.com swisstransfer.com
sync.com telegra.ph terabox.com tmpfiles.org tome.app transfer.sh transfernow.net transferxl.com trello.com
tresorit.com turbobit.net u.pcloud.link ufile.io uploaded.net uploadfiles.io uptobox.com vimeo.com
wasabisys.com we.tl web.core.windows.net weiyun.com wetransfer.com wistia.com workdrive.zoho.com
workupload.com yadi.sk yumpu.com zippyshare.com zoho.com zohopublic.com
`;

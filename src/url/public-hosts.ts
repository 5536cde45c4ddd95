/**
 * Hosts where anybody may put a page under somebody else's name, by what they offer. Phishing lives there, and so does ordinary
 * work: the kind is a fact and no verdict. Our own selection of general public knowledge, as of November 2026.
 */
import { TextMemo } from "../base/text-memo.ts";

export type PublicHostKind =
  /** Web sites built by a click. */
  | "site-builder"
  /** Hosting of files that a browser shows as pages. */
  | "object-storage"
  /** Code that runs at a network's edge, or pages beside it. */
  | "edge-pages"
  | "form-builder"
  | "ipfs-gateway"
  /** A machine at home behind a changing address, or a tunnel to one. */
  | "tunnel"
  | "free-hosting"
  | "file-sharing"
  | "blog";

const hostsByKind: Readonly<Record<PublicHostKind, string>> = {
  "site-builder":
    "sites.google.com wixsite.com wixstudio.com editorx.io weebly.com weeblysite.com square.site webflow.io webflow.com squarespace.com " +
    "godaddysites.com mystrikingly.com strikingly.com jimdosite.com jimdofree.com yolasite.com webnode.com webnode.page ukit.me " +
    "mobirisesite.com mobirise.com carrd.co framer.app framer.website framer.ai softr.app glide.page glitch.me bubbleapps.io " +
    "tilda.ws simdif.com site123.me webador.com zyrosite.com hostingersite.com builderall.com systeme.io myclickfunnels.com " +
    "clickfunnels.com leadpages.co unbounce.com instapages.stream gamma.site gamma.app canva.site notion.site super.site typedream.app " +
    "durable.co dorik.io wordpress.com wpcomstaging.com webwave.dev umso.co unicornplatform.page lovable.app teachable.com " +
    "page.link linktr.ee lnk.bio beacons.ai bio.link taplink.cc campsite.bio msha.ke getresponsepages.com mailchimpsites.com " +
    "sendpulse.website hubspotpagebuilder.com hs-sites.com pagedemo.co ghost.io",
  "object-storage":
    "storage.googleapis.com storage.cloud.google.com firebasestorage.googleapis.com s3.amazonaws.com " +
    "blob.core.windows.net web.core.windows.net digitaloceanspaces.com r2.dev backblazeb2.com wasabisys.com linodeobjects.com " +
    "aliyuncs.com myqcloud.com bcebos.com appdomain.cloud objectstorage.oraclecloud.com oraclecloud.com supabase.co storj.io " +
    "vultrobjects.com contabostorage.com scw.cloud selcdn.ru yandexcloud.net",
  "edge-pages":
    "workers.dev pages.dev web.app firebaseapp.com netlify.app vercel.app now.sh herokuapp.com azurewebsites.net " +
    "azurestaticapps.net azurefd.net azureedge.net cloudapp.azure.com cloudapp.net trafficmanager.net appspot.com run.app " +
    "cloudfunctions.net github.io gitlab.io surge.sh render.com onrender.com fly.dev deno.dev repl.co replit.app replit.dev " +
    "codesandbox.io csb.app stackblitz.io amplifyapp.com cloudfront.net elasticbeanstalk.com awsapprunner.com b-cdn.net " +
    "railway.app koyeb.app cyclic.app northflank.app zeabur.app edgeone.app ondigitalocean.app bitbucket.io hf.space " +
    "streamlit.app kesug.com cprapid.com plesk.page",
  "form-builder":
    "docs.google.com forms.gle forms.yandex.com forms.yandex.ru forms.office.com forms.microsoft.com forms.cloud.microsoft customervoice.microsoft.com jotform.com " +
    "jotform.me jotformeu.com jotform.co typeform.com formstack.com wufoo.com 123formbuilder.com formsite.com form.run cognitoforms.com " +
    "surveymonkey.com surveygizmo.com qualtrics.com formpl.us formspree.io getform.io paperform.co tally.so smartsurvey.co.uk " +
    "surveyheart.com zohopublic.com zfrmz.com zfrmz.eu airtable.com aidaform.com heyform.net involve.me fillout.com feathery.io " +
    "powerappsportals.com powerappsportals.us dynamics.com forms.app formaloo.com",
  "ipfs-gateway":
    "ipfs.io dweb.link cf-ipfs.com cloudflare-ipfs.com nftstorage.link w3s.link infura-ipfs.io ipfs.infura.io gateway.pinata.cloud mypinata.cloud " +
    "fleek.co fleek.cool 4everland.io 4everland.app ipfs.fleek.co ipfs.dweb.link arweave.net on.fleek.co hardbin.com eth.limo eth.link " +
    "crustwebsites.net ipfs.4everland.io skynet.net siasky.net",
  tunnel:
    "ngrok.io ngrok.app ngrok-free.app ngrok-free.dev trycloudflare.com loca.lt localhost.run serveo.net pagekite.me devtunnels.ms " +
    "duckdns.org ddns.net no-ip.org no-ip.biz hopto.org zapto.org sytes.net servebeer.com serveftp.com servehttp.com myftp.org " +
    "redirectme.net dynu.net dynu.com freeddns.org freedynamicdns.org mooo.com dyndns.org dyndns.info dynv6.net changeip.com 3utilities.com " +
    "bounceme.net gotdns.ch webhop.me onthewifi.com myddns.me viewdns.net ddnsfree.com accesscam.org camdvr.org nip.io sslip.io",
  "free-hosting":
    "000webhostapp.com infinityfreeapp.com epizy.com rf.gd byethost7.com byet.org unaux.com great-site.net awardspace.com atwebpages.com " +
    "x10.mx x10host.com freehostia.com altervista.org biz.nf co.nf my3gb.com 5gbfree.com c1.biz ucoz.net ucoz.com narod.ru chez.com " +
    "tripod.com angelfire.com neocities.org tiiny.site tiiny.co static.run htmlpasta.com byethost.com mybluehost.me hostfree.pw " +
    "web1337.net 42web.io lovestoblog.com liveblog365.com free.nf infy.uk page.tl es.tl de.tl hpage.com pantheonsite.io wpengine.com " +
    "cloudwaysapps.com myftpupload.com temp.domains temporary.site sg-host.com siteground.biz ezyro.com translate.goog",
  "file-sharing":
    "drive.google.com dropbox.com dropboxusercontent.com dl.dropboxusercontent.com 1drv.ms onedrive.live.com wetransfer.com we.tl mega.nz mega.co.nz mediafire.com " +
    "sendspace.com transfer.sh gofile.io anonfiles.com file.io box.com pcloud.link icedrive.net zippyshare.com 4shared.com " +
    "sharefile.com files.fm filetransfer.io smash.com fromsmash.com transferxl.com terabox.com workupload.com krakenfiles.com " +
    "cdn.discordapp.com files.catbox.moe",
  blog: "blogspot.com medium.com tumblr.com telegra.ph livejournal.com substack.com over-blog.com hatenablog.com note.com write.as",
};

const kinds: ReadonlyMap<string, PublicHostKind> = new Map(
  (Object.keys(hostsByKind) as PublicHostKind[]).flatMap((kind) =>
    hostsByKind[kind].split(" ").map((host) => [host, kind] as const),
  ),
);

/** Labels at the end of a host that are looked at. */
const LABELS_MAX = 8;

/** The same hosts are asked about from many sides, and come back from mail to mail. */
const HOSTS_KEPT = 2_048;
const known = new TextMemo<PublicHostKind | null>(HOSTS_KEPT, HOSTS_KEPT * 32);

/** What the host or a name above it offers; null for most. Cost: a look-up for each label, of a host that comes back one. */
export function publicHostKind(host: string): PublicHostKind | null {
  return known.get(host, kindOf);
}

function kindOf(host: string): PublicHostKind | null {
  const labels = host.split(".").slice(-LABELS_MAX);
  for (let start = 0; start < labels.length - 1; start += 1) {
    const kind = kinds.get(labels.slice(start).join("."));
    if (kind !== undefined) return kind;
  }
  return /^s3[.-].{1,60}\.amazonaws\.com$|\.s3[.-].{1,60}\.amazonaws\.com$/.test(host) ? "object-storage" : null;
}

/** Domains below which anybody gets a name of their own, mostly with a site. Our own selection from general knowledge, November 2026; not complete. */
export const freeSubdomainHosts = `
000webhostapp.com 42web.io afraid.org altervista.org appspot.com atlassian.net atwebpages.com azureedge.net
azurefd.net azurestaticapps.net azurewebsites.net bandcamp.com beehiiv.com bigcartel.com blogspot.com
bubbleapps.io byethost.com cargo.site carrd.co clickfunnels.com cloudapp.azure.com cloudapp.net
cloudfront.net codeanyapp.com codesandbox.io cyclic.app ddns.net deno.dev duckdns.org dyndns.org dynu.net
dynv6.net edgeone.app editorx.io fc2.com firebaseapp.com fly.dev framer.ai framer.app framer.website
freshdesk.com gitbook.io github.io gitlab.io glitch.me godaddysites.com great-site.net hatenablog.com
herokuapp.com hopto.org hostingerapp.com hpage.com hs-sites.com hubspotpagebuilder.com infinityfreeapp.com
jimdofree.com jimdosite.com jotform.com kinsta.page koyeb.app livejournal.com loca.lt localto.net
lovable.app mailchimpsites.com mybigcommerce.com myfreesites.net myftp.org myshopify.com mystrikingly.com
mywebcommunity.org neocities.org netlify.app netlify.com ngrok-free.app ngrok-free.dev ngrok.app ngrok.io
no-ip.biz no-ip.org notion.site onrender.com pages.dev pantheonsite.io plesk.page pythonanywhere.com r2.dev
railway.app render.com repl.co replit.app replit.dev rf.gd selfip.com servebeer.com serveftp.com
shopifypreview.com simplesite.com site123.me siteground.biz softr.app square.site squarespace.com start.page
strikingly.com substack.com surge.sh sytes.net tilda.ws trycloudflare.com tumblr.com typeform.com
typepad.com ucoz.com ueniweb.com ukit.me v0.app vercel.app web.app webador.com webcindario.com webflow.io
webnode.com webnode.page websitebuilder.online weebly.com weeblysite.com wix.com wixsite.com wixstudio.com
wordpress.com workers.dev wpcomstaging.com wpengine.com wuaze.com wufoo.com xsph.ru yolasite.com zapto.org
zendesk.com zohosites.com zyrosite.com
`;

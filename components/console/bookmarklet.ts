/**
 * Runs on a page of the AWS console, so it is old and small JavaScript of its own. What it looks for is what the console
 * itself keeps there and does not document: the element `awsc-session-data`, the cookie `aws-userInfo`, and the account in the
 * host of a browser that is signed in several times. Where a part is missing, the person fills it in at the portal.
 */
const SCRIPT = `(function(){
var d=document,l=location,a="",n="",g="",h=/^(\\d{12})-[a-z0-9]+\\.(?=.+\\.console\\.)/.exec(l.hostname);
function t(f){try{f()}catch(e){}}
function arn(x){var m=/^arn:aws[a-z-]*:(?:sts|iam)::(\\d{12}):(?:assumed-role\\/([^\\/]+))?/.exec(x||"");
if(m&&(!a||a===m[1])){a=m[1];if(m[2])n=n||m[2].replace(/^AWSReservedSSO_(.+)_[0-9a-f]{16}$/,"$1")}}
if(h)a=h[1];
t(function(){var s=JSON.parse(d.querySelector('meta[name="awsc-session-data"]').content);
if(!a&&/^\\d{12}$/.test(s.accountId))a=s.accountId;arn(s.sessionARN);g=s.infrastructureRegion||""});
t(function(){var c=/(?:^|; )aws-userInfo=([^;]*)/.exec(d.cookie);arn(JSON.parse(decodeURIComponent(c[1])).arn)});
if(!/^[a-z]{2,4}(-[a-z]+)+-\\d{1,2}$/.test(g))g="";
var p=new URLSearchParams();p.set("share","1");
if(a)p.set("account",a);if(n)p.set("role",n);if(g)p.set("region",g);
p.set("destination",h?l.href.replace(h[0],""):l.href);
open(PORTAL+"/go?"+p,"_blank","noopener")
})()`;

/** The `javascript:` address of a bookmark that turns the console page one is on into a link of this portal. */
export function buildBookmarklet(portalUrl: string): string {
  const code = SCRIPT.replaceAll("\n", "").replace("PORTAL", () => JSON.stringify(portalUrl));
  return `javascript:${encodeURIComponent(code)}`;
}

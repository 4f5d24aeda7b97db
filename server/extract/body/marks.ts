/** What a line is that is not the article's own prose. */
export type BlockKind =
  | 'navigation'
  | 'related'
  | 'comments'
  | 'subscription'
  | 'sharing'
  | 'link'
  | 'caption'
  | 'byline'
  | 'dateline'
  | 'label'
  | 'front-matter'
  | 'mail'
  | 'release'
  | 'repeat';

/** A line whose beginning or whole tells what it is. Lines are normalised before the test. */
export const MARKS: readonly (readonly [BlockKind, RegExp])[] = [
  ['link', /^(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S+$/],
  [
    'related',
    /^(?:also read|read also|read more|read next|see also|more on this|also see|related|watch|listen|in pictures)\b ?[:|>-]/,
  ],
  [
    'related',
    /^(?:related(?: (?:posts?|articles?|stories|news|content|topics))?|you (?:may|might) also like|recommended(?: for you)?|more from \w[\w ]{0,40}|most (?:read|viewed|popular|shared)|trending(?: now)?|editors' picks?|also read|read also|read more)[:.]?$/,
  ],
  ['comments', /^(?:\d+ )?comments?(?: \(\d+\)|: ?\d*| closed)?$/],
  [
    'comments',
    /^(?:leave a (?:comment|reply)|post a comment|add a comment|view comments|join the (?:conversation|discussion)|there are (?:\d+ )?(?:comments )?on this article\.?|your email address will not be published\.?.{0,80})$/,
  ],
  [
    'subscription',
    /^you must (?:become a subscriber|be logged in|log in|be a subscriber)\b.{0,120}$/,
  ],
  [
    'subscription',
    /^(?:subscribe|sign up|sign in|log in|login|register)(?: (?:now|here|today|to|for|with)\b.{0,80})?[.!]?$/,
  ],
  ['subscription', /^(?:get|receive) .{0,60}(?:(?:in|to) your inbox|newsletter).{0,200}$/],
  [
    'subscription',
    /^(?:by (?:signing up|subscribing),? you agree|to (?:continue|keep) reading|already (?:a subscriber|a member|have an account)|you (?:are receiving|received) this (?:e-?mail|newsletter)|unsubscribe|thanks for reading .{2,60}! subscribe|update your preferences|view (?:this e-?mail )?(?:in (?:your )?browser|online))\b.{0,200}$/,
  ],
  [
    'navigation',
    /^(?:(?:article|story) continues (?:below|after).{0,60}|\d{1,2}[ -]min(?:ute)?s?(?: read)?|listen to this (?:article|story)\b.{0,40}|copy link|acquire licensing rights.{0,40}|reproduction of .{1,80} (?:only with|without|is prohibited).{0,80}|save|topics?:.{0,200}|keywords:.{0,200}|our standards:.{0,100}|click for restrictions|\(c\) .{0,120}|#{2,}|-30-|do you have a (?:news )?tip\?.{0,160}|the post .{1,200} (?:appeared first|first appeared) on .{1,80}|exit mobile version|skip to (?:main )?content|back to top|home|menu|search|next(?: article| post)?|previous(?: article| post)?|load more|advertisement|advertising|story continues below(?: advertisement)?|continue reading|click here.{0,60}|view (?:all|gallery)|close|print|tags?:.{0,200}|filed under.{0,100}|copyright .{0,100}|all rights reserved.{0,60}|©.{0,120})$/,
  ],
  [
    'sharing',
    /^(?:follow .{2,60} on (?:x|twitter|facebook|instagram|telegram|threads|bluesky|mastodon)\b.{0,40}|share(?: this(?: article| story| post)?)?|share on .{0,40}|tweet|e-?mail|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|follow us.{0,60}|like this:|loading\.\.\.)[:.]?$/,
  ],
  [
    'caption',
    /(?:^|[.!?)\]|] ?)(?:photos?|images?|graphics?|picture|credit|photograph|illustration|video|map|source)(?: credit)?: ?[\p{L}\p{N}.,&/ '-]{2,60}$/u,
  ],
  [
    'caption',
    /^(?:file photo|photo by|image by|picture by|getty images|\(ap photo|ap photo)\b.{0,120}$/,
  ],
  [
    'byline',
    /^\(?(?:(?:additional )?reporting|editing|writing|reported|edited|translated|compiled)(?: and (?:editing|writing|additional reporting))? by .{3,200}$/,
  ],
  ['byline', /^\d{1,2}[:.]\d{2}(?: ?[a-z]{2,4})? updated at \d{1,2}[:.]\d{2}(?: ?[a-z]{2,4})?$/],
  [
    'byline',
    /^(?:published|updated|posted|last (?:updated|modified))(?: on| at)? ?:? .{0,60}\d.{0,40}$/,
  ],
  [
    'byline',
    /^(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}[ |,–-]*)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?)?(?: ?(?:[ap]\.?m\.?|gmt|utc|cet|eet|msk|(?:local|kyiv|minsk|moscow) time))?$/,
  ],
  [
    'release',
    /^(?:(?:press|media|news) release|for (?:immediate|general) (?:release|distribution)|embargoed (?:until|for)\b.{0,60}|(?:(?:press|media) )?(?:contacts?|enquiries|inquiries):.{0,120}|(?:tel|telephone|phone|mobile|fax|e-?mail)\.?: ?[^ ].{2,60})$/,
  ],
];

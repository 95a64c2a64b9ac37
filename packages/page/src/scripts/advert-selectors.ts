/** By what adverts are told: what says that it is one, and names that adverts have. One table for all. */

export const ADVERT_TAGS = 'ad, [data-audit=ad]'

export const ADVERT_PATTERNS =
  'ins.adsbygoogle, [data-ad], [data-ad-type], [id^="ad-"], [class~="ad"], [class^="ad-"], [class*=" ad-"], [class*="advert"]'

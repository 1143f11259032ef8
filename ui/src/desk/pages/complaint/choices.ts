/** The values a field of the record may hold, in the order they are offered. The words stand in the locale files. */
export const channels = [
  'phone',
  'letter',
  'fax',
  'visit',
  'email',
  'web',
  'wechat',
  'platform',
  'regulator',
  'other',
] as const;
export type Channel = (typeof channels)[number];

export const roles = ['customer', 'dealer', 'end_user', 'other'] as const;
export const demands = ['return', 'replacement', 'repair', 'compensation', 'apology', 'other'] as const;
export const severities = ['minor', 'major', 'serious'] as const;
export const paperKinds = ['letter', 'fax', 'photo', 'recording', 'sample', 'other'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Why a matter is a quality matter. The last one is the rule of thumb: doubt means quality. */
export const qualityReasons = [
  'defect_alleged',
  'performance_below_promise',
  'safety',
  'workmanship',
  'doubt',
] as const;

export const otherReasons = [
  'service_attitude',
  'delivery',
  'price_invoice',
  'consultation',
  'out_of_scope',
  'other',
] as const;

export const contactKinds = ['contact', 'offer', 'final_offer', 'acknowledgement'] as const;
export const satisfactionMethods = ['signature', 'message', 'call_reference', 'survey'] as const;
export const returnReasons = ['incomplete', 'not_quality'] as const;

/** Channels by which people talk: the call or talk has a beginning and an end. */
export const spoken: readonly string[] = ['phone', 'visit'];
/** Channels by which something written comes that carries a date of its own. */
export const written: readonly string[] = ['letter', 'email', 'regulator'];
/** Channels by which sheets of paper come. */
export const onPaper: readonly string[] = ['letter', 'fax', 'regulator'];
/** Channels whose source is worth a note: which site, which account, which platform, which authority. */
export const noted: readonly string[] = ['web', 'wechat', 'platform', 'regulator', 'other'];

/** The settings of an integration that this app may change by GIJ's REST API (page "Update Existing Integration API"). */
export const WRITABLE_FIELDS = [
  'displayName',
  'requireUserPat',
  'gitViewerEnabled',
  'disableSslVerification',
  'trustFolderStat',
  'smartCommitsEnabled',
  'sendCommitEmails',
  'tagsFilter',
] as const;

export type WritableField = (typeof WRITABLE_FIELDS)[number];

/** The value of such a setting. */
export type SettingValue = boolean | string;

/** Some of these settings, with the value that each of them is to have. */
export type SettingValues = Readonly<Partial<Record<WritableField, SettingValue>>>;

/** One setting before and after a change. */
export interface FieldChange {
  readonly field: WritableField;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

/** What puts a Fail right by GIJ's REST API. */
export interface Fix {
  /** Settings and the values that they get. */
  readonly set: SettingValues;
  /** The setting whose value the admin types. */
  readonly typed?: 'displayName' | 'tagsFilter';
  /** Only people can say which of these settings are to change: each is chosen by itself. */
  readonly isChoice?: true;
}

/**
 * What Jira's jsI18n transformer replaces, as Atlassian's page "Internationalising your plugin's JavaScript" has it and
 * no wider: a member call of a literal key without further arguments, and no dot or bracket before the owner.
 *
 * `AJS` alone is understood by every version; newer ones take any identifier for the owner.
 */
const CALLS = {
  old: /(?<![\w$.()[\]])AJS\.I18n\.getText\(\s*(["'])([\w.-]+)\1\s*\)/g,
  new: /(?<![\w$.()[\]])[A-Za-z_$][\w$]*\.I18n\.getText\(\s*(["'])([\w.-]+)\1\s*\)/g,
} as const;

export type JsI18n = keyof typeof CALLS;

/** A script with its texts put in, as Jira serves it. A key that Jira does not know stands for itself there. */
export function withTexts(script: string, texts: Readonly<Record<string, string>>, version: JsI18n = 'old'): string {
  return script.replace(CALLS[version], (_call, _quote, key: string) => JSON.stringify(texts[key] ?? key));
}

/** The keys of all calls that Jira replaces, in their order. */
export function keysAsked(script: string, version: JsI18n = 'old'): string[] {
  return [...script.matchAll(CALLS[version])].map((call) => call[2] ?? '');
}

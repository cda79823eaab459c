import type { Texts } from '../../i18n/texts';
import type { SourceFailure } from '../../model/gathered';
import type { FailureKind } from '../../model/reading';
import type { Exported } from './exported';

/** What a program can do about it that asks with a token, where that is another thing than what the page says. */
const WITH_A_TOKEN: Readonly<Partial<Record<FailureKind, string>>> = {
  unauthorised: 'formats.do.unauthorised',
  forbidden: 'formats.do.forbidden',
  websudo: 'formats.do.websudo',
  malformed: 'formats.do.malformed',
};

/** A source that could not be read, in words. */
export interface FailureTexts {
  /** Such as `Repositories could not be read: no answer in time.` */
  readonly what: string;
  /** What to do about it. */
  readonly advice: string;
  /** What was asked for, and what the answer itself says. */
  readonly details: readonly string[];
}

/** The sources that could not be read, whether much depends on them or not. */
export function failuresOf({ provenance }: Exported): readonly SourceFailure[] {
  return provenance.unread.flatMap((one) => (one.state === 'failed' ? one.failure : []));
}

export function failureTexts({ source, kind, status, detail, request }: SourceFailure, t: Texts): FailureTexts {
  const why = kind === 'unauthorised' ? t('formats.why.unauthorised') : t(`failure.${kind}.short`);
  return {
    what: t('reason.source-failed', t(`source.${source}`), why),
    advice: t(WITH_A_TOKEN[kind] ?? `failure.${kind}.do`),
    details: [
      t('failure.request', status === undefined ? request : `${request} (HTTP ${status})`),
      ...(detail === undefined ? [] : [t('failure.detail', detail)]),
    ],
  };
}

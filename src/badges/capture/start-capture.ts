import texts from '../../../resources/i18n/capture.properties';
import { readKeptCheck } from '../../last-check/read-kept-check';
import { noteUnreadQueue } from '../../evidence/unread-queue';
import { localeOf } from '../../host-page/host-page';
import { createTexts, hasTexts } from '../../i18n/texts';
import { createLine } from './line';
import { recordedMessages, walkMessages } from './line-texts';
import { queuePageOf } from './queue-page';
import { viewOf } from './queue-view';
import { Recorder, type Recorded } from './recorder';
import { throttled, type Pause } from './throttled';
import { canWalk, hasPages, walkPages, type WalkEnd, type Walked } from './walk';

export interface CaptureOptions {
  readonly page: Document;
  /** Such as `/jira`; empty where Jira runs at the root. */
  readonly contextPath: string;
  /** Address of the panel. */
  readonly panel: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly pause?: Pause;
}

const inTime: Pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What opens details, and what draws them. */
const ATTRIBUTES = ['aria-expanded', 'class', 'hidden', 'open', 'style'];

const NOTHING_WALKED: Walked = { pages: 0, of: undefined, tasks: 0 };

/**
 * Records the page of the queue as it is shown, whenever it changes, and says so in one line. In a language that cannot be
 * read it leaves a note for the panel instead. Answers how to end it.
 */
export function startCapture({ page, contextPath, panel, now, pause = inTime }: CaptureOptions): () => void {
  // A page that Jira served without its texts could not say what is done.
  if (!hasTexts(texts)) return () => undefined;
  const t = createTexts(localeOf(page), texts, now);
  const isOff = () => readKeptCheck(contextPath)?.badges === 'off';
  const recorder = new Recorder({ base: contextPath, now });
  let recorded: Recorded | undefined;
  let walking: AbortController | undefined;
  let walked: Walked | undefined;
  let end: WalkEnd | undefined;
  let isOver = false;

  const line = createLine({
    page,
    link: { href: `${panel}#tab=reindex`, text: t('capture.open') },
    onButton: () => (walking ? walking.abort() : void walkAll()),
  });

  function draw(): void {
    if (!recorded || isOver) return line.remove();
    const view = viewOf(page);
    const start = canWalk(view) ? t(hasPages(view) ? 'capture.all-pages' : 'capture.all-rows') : undefined;
    const sentences = (messages: readonly Parameters<typeof t>[0][]) => messages.map((one) => t(one)).join(' ');
    line.show(
      {
        text: sentences(recordedMessages(recorded)),
        progress: walked ? sentences(walkMessages(walked, end)) : '',
        button: walking ? t('capture.stop') : start,
      },
      view,
    );
  }

  async function look(): Promise<Recorded | undefined> {
    const kind = isOff() || isOver ? undefined : queuePageOf(page);
    if (kind === 'other-language') noteUnreadQueue(contextPath, now());
    const found = kind === 'english' ? await recorder.record(viewOf(page)) : undefined;
    // From one page to the next there may be no table for a while.
    if (found || !walking || isOff()) recorded = found;
    draw();
    return found;
  }

  async function walkAll(): Promise<void> {
    const controller = new AbortController();
    [walking, walked, end] = [controller, NOTHING_WALKED, undefined];
    draw();
    const read = async () => {
      const found = await look();
      if (!found) throw new Error('the page shows no queue any more');
      return found.reading;
    };
    const onWalked = (now: Walked) => {
      walked = now;
      draw();
    };
    end = await walkPages({ view: () => viewOf(page), read, pause, signal: controller.signal, onWalked }).catch(
      () => 'changed' as const,
    );
    walking = undefined;
    await look();
  }

  const observer = new MutationObserver(throttled(look, pause));
  const stopByKey = (event: KeyboardEvent) => event.key === 'Escape' && walking?.abort();
  const stop = () => walking?.abort();
  page.addEventListener('keydown', stopByKey);
  window.addEventListener('pagehide', stop);
  observer.observe(page.body, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
  void look().catch(() => undefined);
  return () => {
    isOver = true;
    observer.disconnect();
    stop();
    page.removeEventListener('keydown', stopByKey);
    window.removeEventListener('pagehide', stop);
    line.end();
  };
}

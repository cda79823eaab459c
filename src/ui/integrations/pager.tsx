import { useTexts } from '../page-context';

/** Pages beside the shown one that keep their number, where there are too many for all. */
const NEIGHBOURS = 1;
/** With so many of them, each page has its number. */
const ALL_NUMBERED = 7;

/** The numbers that are shown; `undefined` stands for those that are left out. */
export function pageNumbers(page: number, pages: number): readonly (number | undefined)[] {
  const all = Array.from({ length: pages }, (_, place) => place + 1);
  if (pages <= ALL_NUMBERED) return all;
  const isNear = (one: number) => Math.abs(one - page) <= NEIGHBOURS || one === 1 || one === pages;
  return all.flatMap((one) => (isNear(one) ? [one] : isNear(one - 1) ? [undefined] : []));
}

interface Props {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

export function Pager({ page, pages, onPage }: Props) {
  const t = useTexts();
  // Not `disabled`: the focus stays where it is on the way to the last page.
  const step = (to: number, text: string) => (
    <button
      type="button"
      className="gic-page"
      aria-disabled={to < 1 || to > pages}
      onClick={() => to >= 1 && to <= pages && onPage(to)}
    >
      {text}
    </button>
  );
  return (
    <nav className="gic-pager" aria-label={t('table.pages')}>
      {step(page - 1, t('table.page.previous'))}
      {pageNumbers(page, pages).map((one, place) =>
        one === undefined ? (
          <span key={`gap-${place}`}>…</span>
        ) : (
          <button
            key={one}
            type="button"
            className="gic-page"
            aria-label={t('table.page', one)}
            aria-current={one === page ? 'page' : undefined}
            onClick={() => onPage(one)}
          >
            {t.number(one)}
          </button>
        ),
      )}
      {step(page + 1, t('table.page.next'))}
    </nav>
  );
}

import { useLayoutEffect, useState, type RefObject } from 'react';

/** The width of an element in pixels, kept up to date; `usual` until it is laid out. */
export function useWidth(element: RefObject<HTMLElement>, usual: number): number {
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () => setWidth((before) => current.clientWidth || before);
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

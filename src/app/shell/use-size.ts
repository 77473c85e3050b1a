/**
 * How wide is the place for a chart, and how large is the person's type?
 *
 * Charts are drawn in CSS pixels for a given width, so that their text keeps the size of the page's text.
 */
import { useLayoutEffect, useState, type RefObject } from "react";

export interface Size {
  /** Content width in CSS px; 0 before the first measurement. */
  readonly width: number;
  /** Size of the page's type in CSS px. */
  readonly em: number;
}

/** Measures `target` now and whenever it changes. */
export function useSize(target: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, em: 16 });
  useLayoutEffect(() => {
    const element = target.current;
    if (!element) return;
    const measure = (): void => {
      const em = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const width = Math.floor(element.clientWidth);
      setSize((old) => (old.width === width && old.em === em ? old : { width, em }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return size;
}

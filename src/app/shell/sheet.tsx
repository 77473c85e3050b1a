/**
 * How does something open over the page and close again?
 *
 * A native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus back. At
 * the bottom on a phone, at the side on a wide screen. A click beside it closes it too.
 */
import { useLayoutEffect, useRef, type MouseEvent, type ReactElement, type ReactNode } from "react";
import { words } from "../words.ts";

export interface SheetProps {
  readonly title: ReactNode;
  /** The title as plain text, for screen readers. */
  readonly name: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Opens when it is mounted; `onClose` unmounts it. */
export function Sheet({ title, name, children, onClose }: SheetProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  const onClick = (event: MouseEvent): void => {
    if (event.target === dialog.current) onClose();
  };
  return (
    <dialog ref={dialog} className="sheet" aria-label={name} onClose={onClose} onClick={onClick}>
      <div className="sheet-body">
        <div className="sheet-head">
          <h2>{title}</h2>
          <button type="button" className="button button-quiet" onClick={onClose}>
            {words.app.close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

import type { KeyboardEvent, MouseEvent } from 'react';

interface KeyPress {
  readonly key: string;
  /** With Shift each point is a stop. */
  readonly shift: boolean;
}

/** The points that a walk leads along. */
export interface Points {
  readonly count: number;
  /** From 0. */
  readonly place: number;
  /** Where the arrow keys stop. */
  readonly stops: readonly number[];
}

/** The point a key leads to, or `undefined` for a key that leads nowhere. */
function pointAfterKey({ key, shift }: KeyPress, { count, place, stops }: Points): number | undefined {
  const last = count - 1;
  const page = Math.max(1, Math.round(count / 10));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return shift ? Math.min(last, place + 1) : (stops.find((stop) => stop > place) ?? place);
    case 'ArrowLeft':
    case 'ArrowDown':
      return shift ? Math.max(0, place - 1) : (stops.filter((stop) => stop < place).at(-1) ?? place);
    case 'PageUp':
      return Math.min(last, place + page);
    case 'PageDown':
      return Math.max(0, place - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

interface Props extends Points {
  readonly label: string;
  readonly helpId: string;
  /** Such as `Round 3 of 12`. */
  readonly placeText: string;
  readonly onPlace: (place: number) => void;
  /** Where the pointer is, in pixels of the chart. */
  readonly onPointer: (left: number, top: number) => void;
}

/** One control over a chart, whose arrow keys walk through its points. */
export function Walk({ label, helpId, placeText, onPlace, onPointer, ...points }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = pointAfterKey({ key: event.key, shift: event.shiftKey }, points);
    if (next === undefined) return;
    event.preventDefault();
    onPlace(next);
  };
  const onMouseMove = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    onPointer(clientX - left, clientY - top);
  };
  return (
    <div
      className="gic-plot-keys"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-describedby={helpId}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={points.count}
      aria-valuenow={points.place + 1}
      aria-valuetext={placeText}
      onFocus={() => onPlace(points.place)}
      onKeyDown={onKeyDown}
      onMouseMove={onMouseMove}
    />
  );
}

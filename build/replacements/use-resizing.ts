/** Stands in for the animation of a lozenge whose text changes: it is behind a gate that is closed. */
export const useResizing = (): void => undefined;

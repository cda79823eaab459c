/** Stands in for what the animation of tabs asks: it is behind a gate that is closed. */
export const useIsReducedMotion = () => true;

/**
 * Stands in for the parts of Atlaskit that load lazily and that the panel never asks for: rows that are
 * sorted by dragging, and themes made from a brand colour. Keeping them would cost 120 KB in the jar and
 * one more web-resource each.
 */
export default function NeverLoaded(): null {
  return null;
}

export const loadAndAppendCustomThemeCss = (): void => undefined;
export const getCustomThemeStyles = (): string[] => [];

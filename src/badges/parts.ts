/** What pages of GIJ load when it is first needed: a script of its own, which begins by itself once it is there. */
export type Part = 'background-check' | 'capture';

/** Never throws: what stands on the page does without. */
export type LoadPart = (part: Part) => void;

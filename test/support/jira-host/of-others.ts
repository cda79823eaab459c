/** What the console says of others than the panel: the stand-in's other app has mistakes of its own, and AUI tells of what it will drop. */
export const OF_OTHERS = /mistake of another app|^DEPRECATED JS/;

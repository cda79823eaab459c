/** Stands in for d3's ways from one value to another, most of them between colours: the panel's scales have numbers. */
export const interpolateNumber = (from: number, to: number) => (part: number) => from * (1 - part) + to * part;

export { interpolateNumber as interpolate };

const missing = (): never => {
  throw new Error('The build leaves this out of d3-interpolate.');
};

export { missing as interpolateRound, missing as piecewise };

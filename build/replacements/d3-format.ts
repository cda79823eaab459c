/** Stands in for d3's texts of numbers, which its scales would offer: the panel's are made by `src/i18n`. */
const missing = (): never => {
  throw new Error('The build leaves out the texts of d3.');
};

export {
  missing as format,
  missing as formatPrefix,
  missing as formatSpecifier,
  missing as precisionFixed,
  missing as precisionPrefix,
  missing as precisionRound,
};

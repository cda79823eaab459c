/** Stands in for d3's texts of dates, which its scale of time keeps ready: the panel's are made by `src/i18n`. */
const missing = (): never => {
  throw new Error('The build leaves out the texts of d3.');
};

export const timeFormat = () => missing;
export const utcFormat = timeFormat;

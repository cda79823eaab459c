/** Writes a tick as a day where it is midnight, else as a time of the day. */
export function timeLabels(locale: string): (tick: Date) => string {
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short' });
  return (tick) => {
    if (tick.getHours() > 0 || tick.getMinutes() > 0 || tick.getSeconds() > 0) return time.format(tick);
    return tick.getDate() === 1 && tick.getMonth() === 0 ? month.format(tick) : day.format(tick);
  };
}

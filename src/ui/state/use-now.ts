import { useEffect, useState } from 'react';

import { usePage } from '../page-context';

const MINUTE = 60_000;

/** The time by the browser's clock, in milliseconds since the epoch; it moves on about once a minute. */
export function useNow(): number {
  const { now } = usePage();
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), MINUTE);
    return () => clearInterval(timer);
  }, [now]);
  return time;
}

import { useEffect, useState } from 'react';

import { usePage } from './page-context';
import { createCheckup, type ConnectClient } from './state/checkup';
import { createDecisions } from './state/decisions';
import { createJudged } from './state/judged';

/** What was read, what was decided, and how it is judged: stores that live as long as the page. */
export function useStores(connect: ConnectClient) {
  const { host, now, texts } = usePage();
  const [stores] = useState(() => {
    const checkup = createCheckup(connect);
    const about = () => {
      const { myself, 'gij-version': version } = checkup.snapshot().outcomes;
      return {
        ...(myself?.state === 'read' && { by: myself.value.displayName }),
        ...(version?.state === 'read' && { gijVersion: version.value.version }),
      };
    };
    // First of all who listen: the others write dates.
    checkup.subscribe(() => {
      const { myself } = checkup.snapshot().outcomes;
      if (myself?.state === 'read' && myself.value.timeZone !== undefined) texts.inZone(myself.value.timeZone);
    });
    const decisions = createDecisions({ base: host.jira, now, about });
    return { checkup, decisions, judging: createJudged(checkup, decisions, now) };
  });
  useEffect(() => {
    const ends = [stores.decisions.start(), stores.checkup.start()];
    return () => ends.forEach((end) => end());
  }, [stores]);
  return stores;
}

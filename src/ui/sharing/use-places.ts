import { useEffect, useState } from 'react';

import type { SharedPlace } from '../../decisions/kept-sharing';
import { PropertyError } from '../../decisions/shared-document';
import type { RequestFailure } from '../../model/gathered';
import type { SharingControl } from '../state/sharing';

type Places =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly failure: RequestFailure }
  | { readonly state: 'known'; readonly standard: SharedPlace | undefined; readonly found: SharedPlace | undefined };

/** The issue types at which decisions can be kept, looked through once. */
export function usePlaces(control: SharingControl): Places {
  const [places, setPlaces] = useState<Places>({ state: 'reading' });
  useEffect(() => {
    let left = false;
    control.places().then(
      (known) => left || setPlaces({ state: 'known', ...known }),
      (error: unknown) => {
        if (left) return;
        if (!(error instanceof PropertyError)) throw error;
        setPlaces({ state: 'failed', failure: error.failure });
      },
    );
    return () => {
      left = true;
    };
  }, [control]);
  return places;
}

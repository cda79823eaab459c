import { checkInBackground } from '../badges/judge/background-check';
import { contextPathOf } from '../host-page/host-page';

void checkInBackground({ contextPath: contextPathOf(document) });

import { startCapture } from '../badges/capture/start-capture';
import { panelAddress } from '../badges/panel-address';
import { contextPathOf } from '../host-page/host-page';

const contextPath = contextPathOf(document);
startCapture({ page: document, contextPath, panel: panelAddress(document, contextPath), now: Date.now });

import { mountPanel } from './mount';

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', () => mountPanel(document), { once: true });
} else {
  mountPanel(document);
}

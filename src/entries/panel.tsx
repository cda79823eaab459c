import { mountPanel } from './mount';

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', () => void mountPanel(document), { once: true });
} else {
  void mountPanel(document);
}

import { mountPanel } from './mount';

/** In a task of its own: evaluating the script was one already, and the page must not stand still for both. */
function mount(): void {
  setTimeout(() => void mountPanel(document));
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', mount, { once: true });
} else {
  mount();
}

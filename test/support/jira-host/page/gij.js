// As GIJ's pages: what they list is drawn by a script after they are loaded.
document.addEventListener('DOMContentLoaded', () =>
  setTimeout(() => {
    for (const late of document.querySelectorAll('template[data-drawn-by-script]')) late.replaceWith(late.content);
  }),
);

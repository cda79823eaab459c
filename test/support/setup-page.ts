import '@testing-library/jest-dom';

// jsdom has no modal dialogs; the browser tests see the real ones.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

// jsdom's files can be sliced, but not read as a promise.
for (const [name, read] of [
  ['arrayBuffer', 'readAsArrayBuffer'],
  ['text', 'readAsText'],
] as const) {
  Object.defineProperty(Object.getPrototypeOf(File.prototype), name, {
    configurable: true,
    value(this: Blob) {
      return new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader[read](this);
      });
    },
  });
}

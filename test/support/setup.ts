import '@testing-library/jest-dom';

import { complaints, takeComplaints } from './console';

// jsdom has no modal dialogs; the browser tests see the real ones.
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
}

// jsdom's files can be sliced, but not read as a promise.
Object.defineProperty(Object.getPrototypeOf(File.prototype), 'arrayBuffer', {
  configurable: true,
  value(this: Blob) {
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsArrayBuffer(this);
    });
  },
});

beforeEach(() => {
  takeComplaints();
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => void complaints.push(words));
  }
});

// A clean console is part of what is tested.
afterEach(() => {
  jest.restoreAllMocks();
  expect(complaints).toEqual([]);
});

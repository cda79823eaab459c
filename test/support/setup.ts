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

import { complaints, takeComplaints } from './console';

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

/** @jest-environment jest-fixed-jsdom */
import { forgetUnreadQueue, isQueueUnread, noteUnreadQueue } from '../../src/evidence/unread-queue';

const AT = 1_700_000_000_000;
const DAY = 86_400_000;

beforeEach(() => localStorage.clear());

test('is known for a day, of its Jira alone', () => {
  expect(isQueueUnread('/jira', AT)).toBe(false);
  noteUnreadQueue('/jira', AT);
  expect([isQueueUnread('/jira', AT + DAY - 1), isQueueUnread('/jira', AT + DAY)]).toEqual([true, false]);
  expect(isQueueUnread('/other', AT)).toBe(false);
});

test('is forgotten once a page could be read', () => {
  noteUnreadQueue('/jira', AT);
  forgetUnreadQueue('/jira');
  expect(isQueueUnread('/jira', AT)).toBe(false);
});

test('what is spoilt is none', () => {
  localStorage.setItem('git-integration-checkup unread queue /jira', 'soon');
  expect(isQueueUnread('/jira', AT)).toBe(false);
});

test('a browser that keeps nothing has none', () => {
  for (const way of ['getItem', 'setItem', 'removeItem'] as const)
    jest.spyOn(Storage.prototype, way).mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
  noteUnreadQueue('/jira', AT);
  forgetUnreadQueue('/jira');
  expect(isQueueUnread('/jira', AT)).toBe(false);
});

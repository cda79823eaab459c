import { acceptanceOf } from '../../src/decisions/accept';
import { DAY, NOW } from '../support/facts';
import { finding } from '../support/finding';

test('an entry has no secret, a short note, and ends within a year', () => {
  const note = ` see https://bot:${'s3cret'}@git.example.com ${'x'.repeat(600)} `;
  const entry = acceptanceOf(finding({ verdict: 'fail', severity: 'medium' }), {
    reason: 'mitigated',
    note,
    at: NOW,
    until: NOW + 5_000 * DAY,
  });
  expect(entry).toMatchObject({
    kind: 'acceptance',
    subject: 'integration:1',
    check: 'display-name',
    severity: 'medium',
  });
  expect(entry.note).not.toContain('s3cret');
  expect(entry.note).toHaveLength(500);
  expect(entry.until).toBe(NOW + 365 * DAY);
  expect(entry).not.toHaveProperty('by');
});

import type { Finding } from '../../src/model/finding';

/** A finding that passes, but for the changes. */
export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    check: 'display-name',
    verdict: 'pass',
    severity: 'medium',
    scope: 'integration',
    subject: 'integration:1',
    docs: 'https://example.com',
    found: [],
    ...changes,
  };
}

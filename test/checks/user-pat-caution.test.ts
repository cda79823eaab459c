import { userPatCaution } from '../../src/checks/user-pat-caution';
import { integration, type IntegrationChanges } from '../support/facts';

const own = 'https://azure.acme.example';

test.each<[IntegrationChanges, 'aws' | 'tfs' | undefined]>([
  [{ integrationType: 'TFS_SERVER' }, 'tfs'],
  [{ integrationType: 'AZURE_DEVOPS', origin: own }, 'tfs'],
  [{ integrationType: 'azure', origin: own }, 'tfs'],
  [{ integrationType: 'AZURE', origin: 'absent' }, 'tfs'],
  [{ integrationType: 'AZURE', origin: 'https://dev.azure.com/acme' }, undefined],
  [{ integrationType: 'AZURE_DEVOPS', origin: 'https://dev.azure.com/acme' }, undefined],
  [{ integrationType: 'TFS_SERVER', origin: 'https://acme.visualstudio.com' }, undefined],
  [{ integrationType: 'VSTS', origin: own }, undefined],
  [{ integrationType: 'AWS' }, 'aws'],
  [{ integrationType: 'aws' }, 'aws'],
  [{ integrationType: 'GITHUB' }, undefined],
  [{ integrationType: 'absent', origin: own }, undefined],
])('%j: %s', (changes, caution) => {
  expect(userPatCaution(integration(changes))?.key).toBe(caution && `check.require-user-pat.caution.${caution}`);
});

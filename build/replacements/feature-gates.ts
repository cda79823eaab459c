/**
 * Stands in for `@atlaskit/feature-gate-js-client`, a client that would ask Atlassian's cloud which
 * features are on. Nothing leaves the Jira the panel runs in, so every gate has its fixed answer here.
 */

const FeatureGates = {
  initializeCalled: () => true,
  initializeCompleted: () => true,
  checkGate: () => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T) => fallback,
};

export default FeatureGates;

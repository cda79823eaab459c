/**
 * Stands in for `@atlaskit/feature-gate-js-client`, a client that would ask Atlassian's cloud which
 * features are on. Nothing leaves the Jira the panel runs in, so every gate has its fixed answer here.
 * The one gate that is on lets Atlaskit's modal dialogs open under React's StrictMode.
 */
const GATES_ON: ReadonlySet<string> = new Set(['platform_design_system_team_portal_logic_r18_fix']);

const FeatureGates = {
  initializeCalled: () => true,
  initializeCompleted: () => true,
  checkGate: (gate: string) => GATES_ON.has(gate),
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T) => fallback,
};

export default FeatureGates;

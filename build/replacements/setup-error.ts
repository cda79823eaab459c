/** Stands in for the errors of Compiled where its transformer was not run, a page of text that Atlaskit's packages never need. */
const setupError = () => new Error('Compiled’s transformer was not run.');

export { setupError as createSetupError, setupError as createStrictSetupError };

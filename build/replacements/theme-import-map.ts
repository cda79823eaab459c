/**
 * Stands in for Atlaskit's map of 20 lazily loaded themes. Jira supplies the design tokens of its theme
 * itself and the panel never sets a theme, so there is none to load.
 */
export const themeImportMap: Record<string, never> = {};

export default themeImportMap;

const { parse } = require('dot-properties');

/** jest: a `.properties` file becomes a module of its keys and texts, as the webpack loader makes it outside Jira. */
module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(parse(text))} };` }),
};

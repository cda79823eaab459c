/**
 * Lets V8 compile a module once for all files of tests that a process runs, by `--require`.
 *
 * Jest compiles each module anew for each file with `vm.compileFunction`, of which V8 keeps nothing; of equal scripts it keeps
 * what it compiled. What is left out is `import()` at run time, which Jest has no modules for either: what the tests
 * import is transformed to `require`.
 */
const vm = require('node:vm');

const { compileFunction } = vm;

vm.compileFunction = (code, parameters, options) => {
  if (options?.parsingContext === undefined) return compileFunction(code, parameters, options);
  const script = new vm.Script(`(function (${parameters.join(', ')}) {${code}\n})`, { filename: options.filename });
  return script.runInContext(options.parsingContext);
};

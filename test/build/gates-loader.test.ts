import gatesLoader from '../../build/gates-loader';

test.each([
  ["if (fg('platform-dst-top-layer')) open();", 'if (false) open();'],
  ['const x = !fg("a_b") && fg(\'c\');', 'const x = !false && false;'],
])('%s: the gate is closed', (script, loaded) => {
  expect(gatesLoader(script)).toBe(loaded);
});

test.each(["import { fg } from '@atlaskit/platform-feature-flags/fg';", 'fg(name)', "cfg('a')", "x.fg('a')"])(
  '%s asks for no gate by its name',
  (script) => {
    expect(gatesLoader(script)).toBe(script);
  },
);

import { keysAsked, withTexts } from '../../build/jira-page/js-i18n';

const TEXTS = { 'a.b': 'A “text”', 'c-d_1': 'Other' };

test.each([
  ['AJS.I18n.getText("a.b")', '"A “text”"'],
  ["x={y:AJS.I18n.getText('a.b')}", 'x={y:"A “text”"}'],
  ['f=AJS.I18n.getText( "c-d_1" )', 'f="Other"'],
  ['AJS.I18n.getText("no.such")', '"no.such"'],
])('%s becomes the text in every Jira', (script, served) => {
  expect(withTexts(script, TEXTS, 'old')).toBe(served);
  expect(withTexts(script, TEXTS, 'new')).toBe(served);
});

test.each(['WRM.I18n.getText("a.b")', 'owner.I18n.getText("a.b")'])(
  '%s becomes the text in newer ones only',
  (script) => {
    expect(withTexts(script, TEXTS, 'old')).toBe(script);
    expect(withTexts(script, TEXTS, 'new')).toBe('"A “text”"');
  },
);

test.each([
  'I18n.getText("a.b")',
  'window.AJS.I18n.getText("a.b")',
  'x["AJS"].I18n.getText("a.b")',
  'f().I18n.getText("a.b")',
  '(0,AJS.I18n.getText)("a.b")',
  'AJS.I18n.getText(key)',
  'AJS.I18n.getText("a.b",1)',
  'AJS.I18n.getText("a b")',
  'AJS.I18n.getText(`a.b`)',
  'AJS.I18n["getText"]("a.b")',
])('%s is left alone', (script) => {
  expect(withTexts(script, TEXTS, 'old')).toBe(script);
  expect(withTexts(script, TEXTS, 'new')).toBe(script);
  expect(keysAsked(script, 'new')).toEqual([]);
});

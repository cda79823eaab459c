import { brotliCompressSync, gzipSync } from 'node:zlib';

import type { FaultTable } from '../case';
import { ERROR_PAGE, LOGIN_PAGE, WEBSUDO_PAGE, XML } from '../pages';
import { answer, body } from '../spoils';

const GIJ_ERROR = '{"success":false,"error":"The license has expired","advice":"Renew it under Manage apps"}';

/** Answers with 200 that are something else. */
export const BODY: FaultTable = {
  nothing: { spoil: body(''), says: ['malformed'], short: true },
  'white space': { spoil: body(' \r\n\t '), says: ['malformed'] },
  'login page': { spoil: body(LOGIN_PAGE), says: ['unauthorised'], short: true },
  'WebSudo form': { spoil: body(WEBSUDO_PAGE), says: ['websudo'], short: true },
  'good answer, to nobody': { spoil: answer({ headers: { 'X-AUSERNAME': 'anonymous' } }), says: ['unauthorised'] },
  'error page': { spoil: body(ERROR_PAGE), says: ['malformed'], short: true },
  'plain text': { spoil: body('Service is being restarted', { 'Content-Type': 'text/plain' }), says: ['malformed'] },
  XML: { spoil: body(XML, { 'Content-Type': 'application/xml' }), says: ['malformed'] },
  '[]': { spoil: body('[]'), says: ['malformed'], short: true },
  '[[[]]]': { spoil: body('[[[]]]'), says: ['malformed'] },
  'twelve times null': { spoil: body(JSON.stringify(Array(12).fill(null))), says: ['malformed'] },
  '{}': { spoil: body('{}'), says: ['malformed'], short: true },
  null: { spoil: body('null'), says: ['malformed'] },
  'a number': { spoil: body('42'), says: ['malformed'] },
  'a text': { spoil: body('"ok"'), says: ['malformed'] },
  true: { spoil: body('true'), says: ['malformed'] },
  'success: false, with error and advice': { spoil: body(GIJ_ERROR), says: ['http', 'malformed'], short: true },
  'success: false': { spoil: body('{"success":false}'), says: ['http', 'malformed'] },
  'success: "false"': { spoil: body('{"success":"false","error":"No access"}'), says: ['http', 'malformed'] },
  'Jira’s own errors': {
    spoil: body('{"errorMessages":["Something is not right"],"errors":{}}'),
    says: ['malformed', 'http'],
  },
  'JSON of something else': {
    spoil: body('{"startAt":0,"maxResults":50,"issues":[{"id":"10000","key":"ABC-1"}]}'),
    says: ['malformed'],
  },
  'JSON that is cut off': { spoil: body(({ body: good }) => good.subarray(0, good.length * 0.7)), says: ['malformed'] },
};

/** Rubbish around JSON; within a page it would do no harm. */
export const AROUND_JSON: FaultTable = {
  'two answers in one': {
    spoil: body(({ body: good }) => Buffer.concat([good, Buffer.from('\n'), good])),
    says: ['malformed'],
  },
  'JSON against hijacking': {
    spoil: body(({ body: good }) => Buffer.concat([Buffer.from(")]}',\n"), good])),
    says: ['malformed'],
  },
  JavaScript: { spoil: body(({ body: good }) => `callback(${good.toString()});`), says: ['malformed'] },
};

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);
const mark = Buffer.from('\uFEFF');
/** A byte that UTF-8 does not have, at the end of each name. */
const withBadBytes = (good: Buffer): Buffer =>
  Buffer.from(
    good.toString('latin1').replace(/("displayName":"[^"]*|<td class="runner-key"[^>]*>[^<]*)/g, '$1\xff'),
    'latin1',
  );

export const ENCODING: FaultTable = {
  'UTF-8 with a mark': { spoil: body(({ body: good }) => Buffer.concat([mark, good])), says: ['whole'], short: true },
  'UTF-16': {
    spoil: body(({ body: good }) => utf16(good.toString()), { 'Content-Type': 'application/json;charset=UTF-16LE' }),
    says: ['malformed'],
    short: true,
  },
  'UTF-16 with a mark': { spoil: body(({ body: good }) => utf16(`\uFEFF${good.toString()}`)), says: ['malformed'] },
  'called ISO-8859-1': {
    spoil: answer({ headers: { 'Content-Type': 'application/json;charset=ISO-8859-1' } }),
    says: ['whole'],
  },
  'called a picture': { spoil: answer({ headers: { 'Content-Type': 'image/png' } }), says: ['whole'] },
  'without a type': { spoil: answer({ headers: { 'Content-Type': '' } }), says: ['whole'] },
  'bytes that are no UTF-8': {
    spoil: body(({ body: good }) => withBadBytes(good)),
    says: ['whole', 'damaged'],
    short: true,
  },
  'NUL bytes': { spoil: body(Buffer.alloc(1000)), says: ['malformed'] },
  gzip: { spoil: body(({ body: good }) => gzipSync(good), { 'Content-Encoding': 'gzip' }), says: ['whole'] },
  'gzip that is none': { spoil: answer({ headers: { 'Content-Encoding': 'gzip' } }), says: ['network'], short: true },
  'gzip that is cut off': {
    spoil: body(({ body: good }) => half(gzipSync(good)), { 'Content-Encoding': 'gzip' }),
    says: ['network', 'malformed'],
  },
  'gzip in gzip': {
    spoil: body(({ body: good }) => gzipSync(gzipSync(good)), { 'Content-Encoding': 'gzip' }),
    says: ['malformed'],
  },
  'gzip that is not called so': { spoil: body(({ body: good }) => gzipSync(good)), says: ['malformed'] },
  'brotli that is gzip': {
    spoil: body(({ body: good }) => gzipSync(good), { 'Content-Encoding': 'br' }),
    says: ['network'],
  },
  'brotli with rubbish after it': {
    spoil: body(({ body: good }) => Buffer.concat([brotliCompressSync(good), Buffer.alloc(50, 7)]), {
      'Content-Encoding': 'br',
    }),
    says: ['whole', 'network'],
  },
};

const MB = 1 << 20;
const SIZE_OF_ALL = 50 * MB;
const blanks = Buffer.alloc(SIZE_OF_ALL, ' ');

export const SIZE: FaultTable = {
  '50 MB of white space before it': {
    spoil: body(({ body: good }) => Buffer.concat([blanks, good])),
    says: ['whole'],
    short: true,
  },
  '50 MB of an error page': {
    spoil: body(() => Buffer.concat([Buffer.from(ERROR_PAGE), Buffer.alloc(SIZE_OF_ALL, 'x')])),
    says: ['malformed'],
  },
  '50 MB of JSON that never ends': {
    spoil: body(() => Buffer.from(`{"success":true,"integrations":[${'{"id":1},'.repeat(SIZE_OF_ALL / 9)}`)),
    says: ['malformed'],
  },
};

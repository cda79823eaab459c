import { firstPageOf, nextPageOf, openerOf } from '../../../src/badges/capture/controls';
import { viewOf } from '../../../src/badges/capture/queue-view';
import { layOut } from '../../support/inner-text';
import { showQueuePage } from '../../support/queue-pages';

layOut();

const HEAD = ['', 'Finish time', 'Repository name', 'Trigger', 'Status', 'Actions'];
const CELLS = ['acme/api', 'Scheduled', 'INDEXED', '<a href="#">Expand</a>'];

/** What opens a row whose first cells hold this. */
function openerIn(first: string, second = '1 minute ago', row = ''): string | undefined {
  const cells = [first, second, ...CELLS].map((cell) => `<td>${cell}</td>`).join('');
  document.body.innerHTML = `<main><form>
    <table><tr>${HEAD.map((name) => `<th>${name}</th>`).join('')}</tr><tr ${row}>${cells}</tr></table></form></main>`;
  const [found] = viewOf(document).rows;
  const opener = found && openerOf(found);
  return opener?.id || opener?.tagName;
}

test.each([
  ['a button without a name that tells of its state', '<button type="button" id="x" aria-expanded="false"></button>'],
  ['one whose class does', '<button type="button" id="x"><i class="icon-chevron-right"></i></button>'],
  ['a picture that is called so', '<button type="button" id="x"><img alt="Expand"></button>'],
  ['a button that says so', '<button type="button" id="x" aria-label="Expand row">+</button>'],
  ['one of a program for buttons', '<span role="button" id="x" aria-expanded="false">▸</span>'],
  ['a link to nowhere', '<a href="#" id="x" title="Show details"></a>'],
  ['a link by script', '<a href="javascript:void(0)" id="x">more</a>'],
  ['beside a box', '<input type="checkbox"><button type="button" id="x">▸</button>'],
])('%s opens a row', (_, first) => expect(openerIn(first)).toBe('x'));

test('in the second cell, where a box stands in the first', () => {
  expect(openerIn('<input type="checkbox">', '<button type="button" id="x" aria-expanded="false"></button>')).toBe('x');
});

test('a row may open itself', () => {
  expect(openerIn('', '', 'id="x" aria-expanded="false"')).toBe('x');
  expect(openerIn('', '', 'id="x" aria-expanded="true"')).toBeUndefined();
  expect(openerIn('', '', 'id="x" aria-expanded="false" aria-disabled="true"')).toBeUndefined();
});

test.each([
  ['a box', '<input type="checkbox">'],
  ['what is open', '<button type="button" aria-expanded="true"></button>'],
  ['a menu', '<button type="button" aria-haspopup="true" aria-expanded="false"></button>'],
  ['what has another name', '<button type="button">acme/api</button>'],
  ['what moves the task', '<button type="button" aria-label="Move to top">▸</button>'],
  ['what shows the log', '<a href="#">View log</a>'],
  ['what cancels the task', '<button type="button" aria-label="Cancel"></button>'],
  ['a picture that cancels it', '<button type="button"><span><img alt="Cancel"></span></button>'],
  ['a drawing that does', '<button type="button"><svg><title>Cancel</title></svg></button>'],
  ['a class that does', '<button type="button" aria-expanded="false"><i class="icon-remove"></i></button>'],
  ['a tooltip of AUI that does', '<a href="#" class="toggle" original-title="Cancel"></a>'],
  ['a label elsewhere that does', '<b id="l">Cancel</b><a href="#" class="toggle" aria-labelledby="l"></a>'],
  ['what tells nothing', '<button type="button"></button>'],
  ['what leads to another page', '<a href="/jira/secure/Task.jspa"></a>'],
  ['what sends a form', '<button></button>'],
  ['what is off', '<button type="button" disabled></button>'],
  ['what nobody sees', '<button type="button" hidden></button>'],
  ['nothing', ''],
])('%s opens no row', (_, first) => expect(openerIn(first)).toBeUndefined());

/** What leads on from a page, and back to the first. */
function pagerOf(html: string, page = 1): (string | undefined)[] {
  showQueuePage(document, 'queue-5');
  const nav = document.querySelector('.git-footer nav');
  if (nav) nav.outerHTML = html;
  const view = viewOf(document);
  return [nextPageOf(view, page)?.id, firstPageOf(view)?.id];
}

test.each([
  ['words', '<ol><li><a id="first" href="#">1</a></li><li>2</li><li><a id="next" href="#">Next</a></li></ol>', 2],
  ['signs', '<nav><button id="first">First</button><button id="next">›</button><button>»</button></nav>', 2],
  [
    'names of signs',
    '<div class="pagination"><a id="first" href="#" aria-label="Page 1">1</a><a id="next" href="#" aria-label="Next page">&gt;</a></div>',
    2,
  ],
  [
    'numbers',
    '<ul><li><a id="first" href="#">1</a></li><li>2</li><li><a id="next" href="#">3</a></li><li><a href="#">4</a></li></ul>',
    2,
  ],
])('a pager of %s', (_, html, page) => expect(pagerOf(html, page)).toEqual(['next', 'first']));

test('a pager on its first page leads on only', () => {
  const [next, first] = pagerOf(
    '<nav><b aria-current="page">1</b><button aria-current="page">1</button><button id="next">2</button></nav>',
  );
  expect([next, first]).toEqual(['next', undefined]);
});

test.each([
  ['off', '<nav><button disabled>Next</button></nav>'],
  ['said to be off', '<nav><button aria-disabled="true">Next</button></nav>'],
  ['off by AUI', '<ol><li class="disabled"><a href="#">Next</a></li></ol>'],
  ['another page of Jira', '<nav><a href="?page=2">Next</a></nav>'],
  ['hidden', '<nav hidden><button>Next</button></nav>'],
  ['in no pager', '<div><button type="button">Next</button></div>'],
  ['ours', '<nav><div id="gic-queue-line"><button>Next</button></div></nav>'],
  ['the last one', '<nav><button>Last</button><button>»</button></nav>'],
])('%s leads nowhere', (_, html) => expect(pagerOf(html)[0]).toBeUndefined());

test('a number in the table is no page', () => {
  showQueuePage(document, 'queue-5');
  document.querySelector('.git-footer')?.remove();
  document.querySelector('tbody td')?.insertAdjacentHTML('beforeend', '<ul><li><a href="#">2</a></li></ul>');
  expect(nextPageOf(viewOf(document), 1)).toBeUndefined();
});

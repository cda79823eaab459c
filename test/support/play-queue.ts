export interface PlayedQueue {
  readonly tasks: number;
  readonly size: number;
  /** How the details of a row are opened; `none` where nothing is known to. */
  readonly opener: 'button' | 'row' | 'arrow' | 'none';
  readonly pager: 'signs' | 'words' | 'numbers' | 'none';
  /** Rows and details come in a later task, as from a server. */
  readonly isLate?: boolean;
  /** The page that shows nothing, from 1, and the one that the rows of another stand on. */
  readonly brokenPage?: number;
  readonly jumpsAt?: number;
}

/** What an admin's page noted of what was done to it. */
export interface NotedPage {
  /** Each click and each focus, with what it was on. */
  noted: string[];
}

/**
 * GIJ's page of the queue, drawn by a script as in the vendor's pictures: rows that open, and a pager. It stands for
 * itself, as it also runs in a browser.
 */
export function playQueue(queue: PlayedQueue): void {
  const noted: string[] = [];
  Object.assign(window, { noted });
  const nameOf = (target: Element) => target.getAttribute('aria-label') ?? target.textContent?.trim() ?? '';
  for (const type of ['click', 'focusin'])
    document.addEventListener(
      type,
      ({ target }) => target instanceof Element && noted.push(`${type} ${nameOf(target)}`),
      {
        capture: true,
      },
    );

  const main = document.querySelector('main') ?? document.body;
  const later = (work: () => void) => (queue.isLate === true ? void setTimeout(work, 30) : work());
  const opened = new Set<number>();
  const pages = Math.ceil(queue.tasks / queue.size);
  let page = 1;

  const details = (task: number) =>
    Object.entries({
      ID: `00000000-0000-4000-8000-${String(task).padStart(12, '0')}`,
      'Parent ID': '00000000-0000-4000-8000-000000000000',
      Priority: '21',
      'Operation flag': '0',
      'Insertion time': `${task + 3} minutes ago`,
      'Start time': `${task + 2} minutes ago`,
      'Finish time': `${task + 1} minutes ago`,
      Node: '---',
      'Queued time': '1 minute',
      'Processing time': '1 minute',
    })
      .map(([label, value]) => `<div><dt>${label}:</dt><dd>${value}</dd></div>`)
      .join('');

  const opener = (task: number) => {
    const isOpen = String(opened.has(task));
    if (queue.opener === 'button')
      return `<button type="button" data-opens="${task}" aria-expanded="${isOpen}" aria-label="Expand row ${task}"></button>`;
    return queue.opener === 'arrow' ? `<a href="#" data-opens="${task}" title="Show details">&#9656;</a>` : '';
  };

  const row = (task: number) => {
    const cells = [
      `<input type="checkbox" aria-label="Cancel ${task}">${opener(task)}`,
      `${task + 1} minutes ago`,
      'acme-git',
      `acme/repository-${task}`,
      'Reindex',
      '0',
      'Scheduled',
      '<span>INDEXED</span>',
      '<button type="button" aria-haspopup="true" aria-expanded="false">Actions</button><a href="#">Move to top</a><a href="#">View log</a>',
    ];
    const itself = queue.opener === 'row' ? ` data-opens="${task}" aria-expanded="${String(opened.has(task))}"` : '';
    const under = opened.has(task) ? `<tr><td colspan="9"><dl>${details(task)}</dl></td></tr>` : '';
    return `<tr${itself}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>${under}`;
  };

  const button = (name: string, to: number) =>
    `<button type="button" data-page="${to}"${to < 1 || to > pages ? ' disabled' : ''}>${name}</button>`;
  const pager = () => {
    const numbers = Array.from({ length: pages }, (_, place) =>
      place + 1 === page ? `<span aria-current="page">${page}</span>` : button(String(place + 1), place + 1),
    ).join('');
    if (queue.pager === 'none') return '';
    if (queue.pager === 'numbers') return `<ol class="aui-nav-pagination">${numbers}</ol>`;
    const [previous, next] = queue.pager === 'words' ? ['Prev', 'Next'] : ['‹', '›'];
    return `<nav>${button(previous, page - 1)}${numbers}${button(next, page + 1)}</nav>`;
  };

  main.innerHTML = `
    <h2>Indexing queue</h2>
    <div><div>0</div><div>Current number of processing tasks</div></div>
    <div><div>0</div><div>Current number of tasks in the queue</div></div>
    <button type="button">Clear queue</button>
    <div><div>Current number of indexing threads</div><div>1</div></div>
    <div><div>Current number of indexing nodes</div><div>1</div></div>
    <div><div><div>Scheduled time for indexing, minutes</div><div>Last run duration: 19 minutes</div></div><div>5</div></div>
    <select aria-label="Status"><option>All</option><option>INDEXED</option></select>
    <table class="aui"><thead><tr><th></th><th>Finish time</th><th>Integration name</th><th>Repository name</th>
      <th>Type of operation</th><th>Delay</th><th>Trigger</th><th>Status</th><th>Actions</th></tr></thead><tbody></tbody></table>
    <button type="button">Refresh</button>
    <p></p><div class="pager"></div>`;
  const [body, shown, under] = ['tbody', 'p', '.pager'].map((name) => main.querySelector(name));

  function draw(): void {
    const from = (queue.jumpsAt === page ? page : page - 1) * queue.size;
    const tasks = Array.from({ length: Math.min(queue.size, queue.tasks - from) }, (_, place) => from + place + 1);
    const isBroken = queue.brokenPage === page;
    if (body) body.innerHTML = isBroken ? '<tr><td>Something went wrong</td></tr>' : tasks.map(row).join('');
    if (shown)
      shown.textContent = isBroken ? '' : `Showing ${from + 1} - ${from + tasks.length} tasks out of ${queue.tasks}`;
    if (under) under.innerHTML = pager();
  }

  main.addEventListener('click', ({ target }) => {
    const control = target instanceof Element ? target.closest('[data-opens], [data-page]') : null;
    const { opens, page: to } = (control as HTMLElement | null)?.dataset ?? {};
    if (opens !== undefined) {
      const task = Number(opens);
      if (opened.has(task)) opened.delete(task);
      else opened.add(task);
      later(draw);
    }
    if (to !== undefined) {
      page = Number(to);
      opened.clear();
      later(draw);
    }
  });
  draw();
}

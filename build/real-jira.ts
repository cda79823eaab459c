/** A real Jira that `npm start` shows the panel on. */
export interface RealJira {
  /** Without a slash at its end. */
  readonly url: string;
  readonly origin: string;
  /** Such as `/jira`; empty where Jira runs at the root. */
  readonly contextPath: string;
  /** Never written anywhere. */
  readonly token: string | undefined;
}

export interface Status {
  readonly ok: boolean;
  readonly message: string;
}

/** A header takes no other signs; an error of the network would quote the token that has one. */
const POSSIBLE_TOKEN = /^[\x21-\x7e]+$/;

/**
 * The Jira that the environment names; undefined where it names none. Throws where `JIRA_URL` is no web address, or holds
 * a user or password, which belong into no address, and where `JIRA_TOKEN` can be no token.
 */
export function realJira({ JIRA_URL, JIRA_TOKEN }: NodeJS.ProcessEnv): RealJira | undefined {
  if (!JIRA_URL) return undefined;
  const hint = 'JIRA_URL must look like https://jira.example.com/jira';
  if (!URL.canParse(JIRA_URL)) throw new Error(hint);
  const { protocol, origin, pathname, username, password } = new URL(JIRA_URL);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(hint);
  if (username !== '' || password !== '') throw new Error(`${hint}, without user and password: use JIRA_TOKEN.`);
  const contextPath = pathname.replace(/\/+$/, '');
  const token = JIRA_TOKEN?.trim() === '' ? undefined : JIRA_TOKEN?.trim();
  if (token !== undefined && !POSSIBLE_TOKEN.test(token)) throw new Error('JIRA_TOKEN holds signs that no token has.');
  return { url: origin + contextPath, origin, contextPath, token };
}

export function authorization({ token }: RealJira): Record<string, string> {
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

/** Why no connection came about, in words: what the network said, not a stack. */
export function networkReason(error: unknown): string {
  const cause = error instanceof Error ? ((error.cause as Error | undefined) ?? error) : undefined;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return code ?? cause?.message ?? 'no answer';
}

async function ask(jira: RealJira, path: string): Promise<Response> {
  const headers = { Accept: 'application/json', ...authorization(jira) };
  return fetch(jira.url + path, { headers, redirect: 'manual', signal: AbortSignal.timeout(15_000) });
}

/** Asks whether there is a Jira at the address, and whether it takes the token. */
export async function checkRealJira(jira: RealJira): Promise<Status> {
  const where = jira.url;
  try {
    const info = await ask(jira, '/rest/api/2/serverInfo');
    if (info.status === 401 && jira.token !== undefined) {
      return {
        ok: false,
        message: `${where} refused the token in JIRA_TOKEN (401). Create a new personal access token in your Jira profile.`,
      };
    }
    const data = (await info.json().catch(() => undefined)) as { version?: string } | undefined;
    if (!info.ok || data?.version === undefined) {
      return {
        ok: false,
        message: `${where} does not answer as a Jira (HTTP ${info.status}). Check JIRA_URL and its context path.`,
      };
    }
    const user = await ask(jira, '/rest/api/2/myself');
    if (user.ok) return { ok: true, message: `Connected to Jira ${data.version} at ${where}.` };
    return jira.token === undefined
      ? {
          ok: true,
          message: `Connected to Jira ${data.version} at ${where}, without a token: it may ask for one (JIRA_TOKEN).`,
        }
      : {
          ok: false,
          message: `${where} refused the token in JIRA_TOKEN (${user.status}). Create a new personal access token in your Jira profile.`,
        };
  } catch (error) {
    return {
      ok: false,
      message: `${where} could not be reached (${networkReason(error)}). Check JIRA_URL, your network and its certificate.`,
    };
  }
}

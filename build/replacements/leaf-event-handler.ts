/** Stands in for what tells Atlassian's analytics of a click or a change: the panel has none, and just calls the handler. */
export const usePlatformLeafEventHandler = <Handler>({ fn }: { readonly fn: Handler }): Handler => fn;

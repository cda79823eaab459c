/**
 * Copies a text; where the browser does not let the page (plain http, or refused), selects it in its element, so
 * that the admin can copy it.
 */
export async function copyText(text: string, element: Element | null): Promise<'copied' | 'selected'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    if (element) window.getSelection()?.selectAllChildren(element);
    return 'selected';
  }
}

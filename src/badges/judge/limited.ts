import type { Send } from '../../sources/jira-client';

/**
 * Gives up an answer that is too long, while it comes in: the browser reads no more of it, and the request fails.
 *
 * @param most bytes
 * @param onTooLong called before that
 */
export function limited(send: Send, most: number, onTooLong: () => void): Send {
  return async (url, init) => {
    const response = await send(url, init);
    // One that leads elsewhere has none.
    if (!response.body) return response;
    let bytes = 0;
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes <= most) return controller.enqueue(chunk);
        onTooLong();
        controller.error(new Error('too long'));
      },
    });
    return new Response(response.body.pipeThrough(counting), response);
  };
}

import { limited } from '../../../src/badges/judge/limited';

/** An answer in pieces of a kilobyte; says how many of them were asked for. */
function pieces(count: number) {
  let given = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (given === count) return controller.close();
        given += 1;
        controller.enqueue(new Uint8Array(1024).fill(97));
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body, { status: 201, headers: { 'X-AUSERNAME': 'admin' } }), given: () => given };
}

async function sent(response: Response) {
  const onTooLong = jest.fn();
  const answer = await limited(() => Promise.resolve(response), 4 * 1024, onTooLong)('/rest', {});
  return { answer, onTooLong };
}

test('an answer as long as may be is whole, with its status and headers', async () => {
  const { answer, onTooLong } = await sent(pieces(4).response);
  expect([answer.status, answer.headers.get('X-AUSERNAME')]).toEqual([201, 'admin']);
  expect(await answer.text()).toHaveLength(4 * 1024);
  expect(onTooLong).not.toHaveBeenCalled();
});

test('a longer one is given up, and not read to its end', async () => {
  const { response, given } = pieces(1_000);
  const { answer, onTooLong } = await sent(response);
  await expect(answer.text()).rejects.toThrow('too long');
  expect(onTooLong).toHaveBeenCalledTimes(1);
  expect(given()).toBeLessThan(10);
});

test('an answer without a body stays as it is', async () => {
  const none = new Response(null, { status: 204 });
  expect((await sent(none)).answer).toBe(none);
});

/** Makes a value when it is first asked for: a browser takes milliseconds to learn each format of a language. */
export function whenAsked<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

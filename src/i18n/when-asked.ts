/** Makes a value when it is first asked for: the first format of a language takes a browser milliseconds. */
export function whenAsked<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

declare module '*.properties' {
  const messages: Readonly<Record<string, string>>;
  export default messages;
}

/** The English texts themselves, whatever the host does. */
declare module '*.properties?inline' {
  const messages: Readonly<Record<string, string>>;
  export default messages;
}

declare module '*.css';

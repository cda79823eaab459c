declare module '*.properties' {
  const messages: Readonly<Record<string, string>>;
  export default messages;
}

declare module '*.css';

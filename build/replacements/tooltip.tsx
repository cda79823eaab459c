import type { ReactNode } from 'react';

interface Props {
  readonly content: ReactNode;
  readonly children: ReactNode | ((trigger: object) => ReactNode);
}

/** Stands in for Atlaskit's tooltip, which floats by scripts of 20 KB gz: the browser shows one as well. */
export default function Tooltip({ content, children }: Props) {
  return (
    <span title={typeof content === 'string' ? content : undefined} style={{ display: 'contents' }}>
      {typeof children === 'function' ? children({}) : children}
    </span>
  );
}

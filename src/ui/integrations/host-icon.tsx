import type { HostProduct } from '../../model/host';

/** A letter or two in a shape of its own for each product: told apart without colour, and no trademark. */
const SIGNS: Readonly<Record<HostProduct, string>> = {
  github: 'GH',
  gitlab: 'GL',
  azure: 'Az',
  aws: 'CC',
  gerrit: 'Ge',
  folder: '/',
  git: 'g',
  unknown: '?',
};

/** Goes before the name of the product, which says the same to those who cannot see it. */
export function HostIcon({ product }: { readonly product: HostProduct }) {
  return (
    <span className={`gic-host-icon gic-host-icon-${product}`} aria-hidden="true">
      {SIGNS[product]}
    </span>
  );
}

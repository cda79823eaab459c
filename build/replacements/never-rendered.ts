/** Stands in for components that the panel never asks Atlaskit's to render: if one were, its page would say so. */
export default function NeverRendered(): never {
  throw new Error('The build leaves this component out.');
}

// The server writes the nonce of its content security policy into this tag.
const tag = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]');

/** The nonce a style element must carry to be applied; undefined without a server, as in development. */
export const nonce = tag?.nonce || tag?.getAttribute('nonce') || undefined;

/**
 * Gives every new style element the nonce. The kit takes the nonce for its own styles, but its helpers that lock
 * scrolling and measure scroll bars make theirs without it, and the policy would refuse those.
 */
export function signStyles(): void {
  if (!nonce) return;
  const create = document.createElement;
  document.createElement = function createSigned(
    this: Document,
    name: string,
    options?: ElementCreationOptions,
  ) {
    const element = create.call(this, name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  } as typeof document.createElement;
}

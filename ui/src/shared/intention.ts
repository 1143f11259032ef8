import { newKey } from './api';
import { owned } from './owner';
import type { Refusal } from './refusal';

const prefix = 'huidan.intention.';

/**
 * The idempotency key of one intention of one person. It stays the same while nobody knows whether the act
 * happened (no answer, server error), even across a reload when a name is given, and is new after the act
 * happened or was refused.
 */
export class Intention {
  private key: string | undefined;
  private readonly place: string | undefined;

  constructor(name?: string) {
    this.place = name === undefined ? undefined : owned(prefix, name);
    this.key = this.place === undefined ? undefined : (localStorage.getItem(this.place) ?? undefined);
  }

  /** The key to send with. */
  begin(): string {
    this.key ??= newKey();
    if (this.place !== undefined) {
      try {
        localStorage.setItem(this.place, this.key);
      } catch {
        // Without storage the key lives as long as the page: retries on this page are still safe.
      }
    }
    return this.key;
  }

  /** The act happened: the next submission is another intention. */
  done(): void {
    this.key = undefined;
    if (this.place !== undefined) localStorage.removeItem(this.place);
  }

  /** The act was refused: it did not happen, unless no answer came. */
  refused(refusal: Refusal): void {
    if (!refusal.unanswered) this.done();
  }
}

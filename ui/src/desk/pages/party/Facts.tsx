import type { ReactNode } from 'react';

/** Headings and what stands under them, as on a card; those without content are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="party-facts">
      {facts
        .filter(([, content]) => content !== undefined && content !== '' && content !== null)
        .map(([heading, content]) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{content}</dd>
          </div>
        ))}
    </dl>
  );
}

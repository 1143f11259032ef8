import type { ReactNode } from 'react';

/** A page that has nothing to show but a message. */
export function Notice(props: { code?: string; title: string; text: string; children: ReactNode }) {
  return (
    <div className="notice">
      {props.code && <p className="notice-code">{props.code}</p>}
      <h1>{props.title}</h1>
      <p className="quiet">{props.text}</p>
      <div className="row">{props.children}</div>
    </div>
  );
}

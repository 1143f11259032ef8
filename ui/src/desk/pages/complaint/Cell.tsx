import type { ReactNode } from 'react';

/** How many of the sheet's twelve columns a cell takes. */
export type Span = 2 | 3 | 4 | 5 | 6 | 8 | 9 | 12;

/** One cell of the form's grid that holds a field. */
export function Cell({ span = 4, children, tone }: { span?: Span; children: ReactNode; tone?: 'soft' }) {
  return <div className={`cell cell-${span}${tone ? ` cell-${tone}` : ''}`}>{children}</div>;
}

/** One cell of the record: the paper's heading with what stands under it; blank stays blank. */
export function Fact({ span = 4, label, children }: { span?: Span; label: string; children?: ReactNode }) {
  return (
    <div className={`cell cell-${span} fact`}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A part of the form with its heading as on paper. */
export function Part({
  id,
  title,
  note,
  extra,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      <div className="part-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {note && <span className="quiet part-note">{note}</span>}
        {extra && <div className="part-extra no-print">{extra}</div>}
      </div>
      {children}
    </section>
  );
}

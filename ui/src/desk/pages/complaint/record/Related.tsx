import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../../shared/dates';
import { StateTag } from '../chips';
import type { ComplaintPage } from '../types';

/** Other complaints on the same units, and those merged into this one. */
export function Related({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const rows = page.related ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="related-title">
      <h2 id="related-title">{t('complaint.related')}</h2>
      <ul className="earlier-rows">
        {rows.map((row) => (
          <li key={row.id} className="earlier-row">
            <p className="row">
              <Link to="/complaints/$id" params={{ id: row.id }} className="number">
                {row.number}
              </Link>
              <StateTag state={row.state} />
            </p>
            <p className="quiet">
              {[formatDate(row.taken_at), row.customer.name, row.serial_no].filter(Boolean).join(' · ')}
            </p>
            {row.summary && <p className="earlier-summary">{row.summary}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** The page's one h1; plain text also names the browser tab. */
  title: string;
  /** Chips beside the title: state, severity. */
  tags?: ReactNode;
  /** One quiet line below. */
  subtitle?: ReactNode;
  /** Buttons on the right; below the title on a phone. */
  actions?: ReactNode;
  /** A link back to the list this page came from. */
  back?: ReactNode;
}

/** The head of every page. */
export function PageHeader({ title, tags, subtitle, actions, back }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('shell.page_title', { page: title });
  }, [t, title]);
  return (
    <header className="page-header">
      <div className="page-header-text">
        {back && <div className="page-header-back">{back}</div>}
        <div className="page-header-line">
          <h1>{title}</h1>
          {tags}
        </div>
        {subtitle && <div className="quiet">{subtitle}</div>}
      </div>
      {actions && <div className="page-header-actions no-print">{actions}</div>}
    </header>
  );
}

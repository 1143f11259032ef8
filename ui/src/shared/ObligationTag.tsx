import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

/** Where a rule comes from: the regulation's text, or a setting the company chose. */
export type RuleKind = 'regulation' | 'company';

/** The title of an obligation in the language shown; empty for one without a title here. */
export function useObligationTitle(): (id: string) => string {
  const { t, i18n } = useTranslation();
  return (id) => (i18n.exists(`obligation.${id}`) ? t(`obligation.${id}`) : '');
}

/** The chip of an obligation, such as "2.1-l", with its title on hover and focus. */
export function ObligationTag({ id, kind, full }: { id: string; kind?: RuleKind; full?: boolean }) {
  const { t } = useTranslation();
  const title = useObligationTitle()(id);
  const origin = kind === undefined ? '' : t(kind === 'company' ? 'rule.company' : 'rule.regulation');
  const explanation = [title, origin].filter(Boolean).join(' · ');
  return (
    <Tooltip title={explanation || undefined}>
      <Tag className="obligation" variant="outlined" tabIndex={explanation && !full ? 0 : undefined}>
        <span className="obligation-id">{id}</span>
        {full && title && <span className="obligation-title">{title}</span>}
        {kind && <span className={`rule-kind rule-kind-${kind}`}>{origin}</span>}
        {!full && title && <span className="visually-hidden">{title}</span>}
      </Tag>
    </Tooltip>
  );
}

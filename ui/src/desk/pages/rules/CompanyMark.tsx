import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

/** Marks what the company has set itself, with the open questions of the regulation it answers. */
export function CompanyMark({ questions }: { questions: string }) {
  const { t } = useTranslation();
  return (
    <Tag variant="outlined" className="company-mark">
      {t('rule.company')}
      {questions
        .split(' ')
        .filter((one) => one.startsWith('Q-'))
        .map((one) => (
          <span key={one} className="number company-question">
            {one}
          </span>
        ))}
    </Tag>
  );
}

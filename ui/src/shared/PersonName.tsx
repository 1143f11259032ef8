import { useTranslation } from 'react-i18next';

/** A person's name with the department in quiet letters; says so when nobody is named. */
export function PersonName({ name, department }: { name?: string | null; department?: string | null }) {
  const { t } = useTranslation();
  if (!name) return <span className="quiet">{t('person.nobody')}</span>;
  return (
    <span className="person">
      {name}
      {department && <span className="quiet person-department">{department}</span>}
    </span>
  );
}

import { useTranslation } from 'react-i18next';

/** What is to be done next, by the act's name in the address: "hand-over". */
export function useStepWords(): (act: string) => string {
  const { t, i18n } = useTranslation();
  return (act) => (i18n.exists(`todo.do.${act}`) ? t(`todo.do.${act}`) : t('todo.do.open'));
}

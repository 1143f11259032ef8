import GlobalOutlined from '@ant-design/icons/es/icons/GlobalOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '../shared/i18n';

/** One press shows the other language; its name stands in that language. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = languages.find((language) => language !== i18n.language) ?? languages[0];
  const name = t(`language.${other}`);
  return (
    <Button
      type="text"
      icon={<GlobalOutlined />}
      lang={other}
      aria-label={t('language.switch', { name })}
      onClick={() => void chooseLanguage(other)}
    >
      {name}
    </Button>
  );
}

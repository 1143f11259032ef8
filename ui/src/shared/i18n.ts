import type { Locale } from 'antd/es/locale';
import dayjs from 'dayjs';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The languages of the interface. The first one is the default. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

interface Bundle {
  texts: Record<string, string>;
  kit: Locale;
  dayjsName: string;
}

const load: Record<Language, () => Promise<Bundle>> = {
  'zh-CN': () => import('../locales/zh-CN/index'),
  en: () => import('../locales/en/index'),
};

const storageKey = 'huidan.language';
const kits = new Map<string, Locale>();

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The language chosen earlier in this browser, else the default. */
export function rememberedLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(storageKey);
  return isLanguage(stored) ? stored : languages[0];
}

/** The language shown now, as sent to the server in Accept-Language. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : languages[0];
}

/** The component kit's own texts (date picker, table, empty states) in the given language. */
export function kitLocale(language: string): Locale | undefined {
  return kits.get(language);
}

async function bring(language: Language): Promise<void> {
  if (kits.has(language)) return;
  const bundle = await load[language]();
  i18next.addResourceBundle(language, 'translation', bundle.texts, true, true);
  kits.set(language, bundle.kit);
  dayjsNames.set(language, bundle.dayjsName);
}

const dayjsNames = new Map<string, string>();

function apply(language: Language): void {
  dayjs.locale(dayjsNames.get(language) ?? 'en');
  document.documentElement.lang = language;
  document.title = i18next.t('shell.title');
  // Links such as an Excel export or a printed form carry no header of ours: the server reads this cookie.
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not everywhere.
  document.cookie = `huidan_lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

/** Starts the texts in the remembered language. Call once, before the first render. */
export async function startTexts(): Promise<void> {
  const language = rememberedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    // One kind of placeholder, {name}, on the server and here. React escapes what it shows.
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await bring(language);
  apply(language);
}

/** Shows the interface in another language and remembers the choice in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  await bring(language);
  await i18next.changeLanguage(language);
  apply(language);
  localStorage.setItem(storageKey, language);
}

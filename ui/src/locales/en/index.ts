import kit from 'antd/es/locale/en_US';

const areas = import.meta.glob<Record<string, string>>('./*.json', { eager: true, import: 'default' });

const texts: Record<string, string> = Object.assign({}, ...Object.values(areas));
const dayjsName = 'en';

export { dayjsName, kit, texts };

import kit from 'antd/es/locale/zh_CN';
import 'dayjs/locale/zh-cn';

const areas = import.meta.glob<Record<string, string>>('./*.json', { eager: true, import: 'default' });

const texts: Record<string, string> = Object.assign({}, ...Object.values(areas));
const dayjsName = 'zh-cn';

export { dayjsName, kit, texts };

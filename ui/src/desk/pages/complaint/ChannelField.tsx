import AlertOutlined from '@ant-design/icons/es/icons/AlertOutlined';
import EllipsisOutlined from '@ant-design/icons/es/icons/EllipsisOutlined';
import GlobalOutlined from '@ant-design/icons/es/icons/GlobalOutlined';
import MailOutlined from '@ant-design/icons/es/icons/MailOutlined';
import MessageOutlined from '@ant-design/icons/es/icons/MessageOutlined';
import PhoneOutlined from '@ant-design/icons/es/icons/PhoneOutlined';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import ReadOutlined from '@ant-design/icons/es/icons/ReadOutlined';
import ShopOutlined from '@ant-design/icons/es/icons/ShopOutlined';
import UserOutlined from '@ant-design/icons/es/icons/UserOutlined';
import { Radio } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Channel, channels } from './choices';

const icons: Record<Channel, ReactNode> = {
  phone: <PhoneOutlined aria-hidden="true" />,
  letter: <ReadOutlined aria-hidden="true" />,
  fax: <PrinterOutlined aria-hidden="true" />,
  visit: <UserOutlined aria-hidden="true" />,
  email: <MailOutlined aria-hidden="true" />,
  web: <GlobalOutlined aria-hidden="true" />,
  wechat: <MessageOutlined aria-hidden="true" />,
  platform: <ShopOutlined aria-hidden="true" />,
  regulator: <AlertOutlined aria-hidden="true" />,
  other: <EllipsisOutlined aria-hidden="true" />,
};

interface Props {
  value?: string;
  onChange?: (channel: string) => void;
  id?: string;
}

/** By which way the complaint came: one press, the arrow keys, or the digits 1 to 9 and 0. */
export function ChannelField({ value, onChange, id }: Props) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const chosen = channels[(Number(event.key) + 9) % 10];
    if (!chosen) return;
    event.preventDefault();
    onChange?.(chosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits are an extra; the radio buttons inside do the same.
    <div onKeyDown={onKeyDown}>
      <Radio.Group
        id={id}
        className="channels"
        value={value}
        aria-label={t('complaint.field.channel')}
        onChange={(event) => onChange?.(event.target.value as string)}
      >
        {channels.map((channel, index) => (
          <Radio.Button key={channel} value={channel}>
            <span aria-hidden="true">{icons[channel]}</span> {t(`complaint.channel.${channel}`)}
            <span className="key" aria-hidden="true">
              {(index + 1) % 10}
            </span>
          </Radio.Button>
        ))}
      </Radio.Group>
    </div>
  );
}

import { Button, Form, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { RefusalAlert } from '../../../shared/RefusalText';
import type { Refusal } from '../../../shared/refusal';
import { useAct } from '../../../shared/useAct';
import type { Imported } from './types';

interface Props {
  open: boolean;
  onClose: () => void;
  onDone: (year: number) => void;
}

interface Values {
  version?: string;
  content: string;
}

/** A JSON file says what it is by its first character. */
function isJson(content: string): boolean {
  return content.trimStart().startsWith('{');
}

/** A table to begin with, which a person fills in from the State Council's notice. */
function saveSample(text: string) {
  const link = document.createElement('a');
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
  link.download = 'calendar.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What is wrong, with the line of the file it stands in. */
function Wrong({ refusal, content }: { refusal: Refusal; content: string }) {
  const lines = content.trim().split('\n');
  return (
    <ul className="import-wrong">
      {refusal.fields.map((field) => {
        const place =
          field.path[0] === 'days' && typeof field.path[1] === 'number' ? field.path[1] : undefined;
        // The first line of a CSV names the columns; a JSON file has no line for each day.
        const line = place !== undefined && !isJson(content) ? lines[place + 1] : undefined;
        return (
          <li key={`${field.path.join('.')} ${field.message}`}>
            {field.message}
            {line && <code>{line}</code>}
          </li>
        );
      })}
    </ul>
  );
}

/** Loads the holidays of a year from a file or pasted text; what is wrong is shown line by line. */
export function ImportDialog({ open, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const content: string = Form.useWatch('content', form) ?? '';
  const [unread, setUnread] = useState(false);
  const act = useAct<Values, Imported>({
    send: (values, key) =>
      post(
        '/api/v1/calendars',
        {
          format: isJson(values.content) ? 'json' : 'csv',
          version: values.version ?? '',
          content: values.content,
        },
        key,
      ),
    inline: true,
    refresh: [['rules'], ['todo'], ['complaints'], ['complaint']],
    success: t('rules.import.done'),
    onDone: (done) => {
      form.resetFields();
      onClose();
      onDone(done.year);
    },
  });
  const take = async (file: File) => {
    setUnread(false);
    try {
      // A file that is not UTF-8 would be saved with broken names.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      form.setFieldsValue({ content: text, version: form.getFieldValue('version') || file.name });
    } catch {
      setUnread(true);
    }
  };
  const general = act.refusal && act.refusal.fields.length === 0 ? act.refusal : undefined;
  return (
    <Modal
      open={open}
      title={t('rules.import.title')}
      width={760}
      okText={t('rules.import.load')}
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={() => {
        act.forget();
        onClose();
      }}
      destroyOnHidden
    >
      <p className="quiet import-hint">{t('rules.import.hint')}</p>
      <Form form={form} layout="vertical" onFinish={(values) => void act.run(values)} preserve={false}>
        <div className="row import-file">
          <Upload
            accept=".csv,.json,text/csv,application/json"
            showUploadList={false}
            beforeUpload={(file) => {
              void take(file);
              return false;
            }}
          >
            <Button>{t('rules.import.choose')}</Button>
          </Upload>
          <Button type="link" onClick={() => saveSample(t('rules.import.sample'))}>
            {t('rules.import.template')}
          </Button>
        </div>
        {unread && (
          <p role="alert" className="import-unread">
            {t('rules.import.not_utf8')}
          </p>
        )}
        <RefusalAlert refusal={general} />
        {act.refusal && !general && (
          <p role="alert" className="import-unread">
            {t('rules.import.refused', { n: act.refusal.fields.length })}
          </p>
        )}
        {act.refusal && <Wrong refusal={act.refusal} content={content} />}
        <Form.Item
          name="content"
          label={t('rules.import.content')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={8} className="import-content" spellCheck={false} maxLength={262144} />
        </Form.Item>
        {!isJson(content) && (
          <Form.Item
            name="version"
            label={t('rules.import.version')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input maxLength={80} placeholder={t('rules.import.version_example')} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

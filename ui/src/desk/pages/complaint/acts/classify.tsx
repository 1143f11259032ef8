import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { otherReasons, qualityReasons } from '../choices';
import { TextField } from './parts';
import type { ActSpec, FieldsProps } from './spec';

type Reasons = readonly string[];

function classOf(reason: string | undefined): 'quality' | 'non_quality' | undefined {
  if (!reason) return undefined;
  return (qualityReasons as Reasons).includes(reason) ? 'quality' : 'non_quality';
}

function Column({ title, text, reasons }: { title: string; text: string; reasons: Reasons }) {
  const { t } = useTranslation();
  return (
    <div className="class-column">
      <p className="class-title">{title}</p>
      <p className="quiet class-text">{text}</p>
      {reasons.map((reason) => (
        <Radio key={reason} value={reason} className="class-reason">
          <span>{t(`complaint.reason.${reason}`)}</span>
          <span className="quiet">{t(`complaint.reason_hint.${reason}`)}</span>
        </Radio>
      ))}
    </div>
  );
}

/** Quality or not: the reason chosen is the decision. Lines of one complaint may differ. */
export function ClassifyFields({ page, form }: FieldsProps) {
  const { t } = useTranslation();
  const reason = Form.useWatch('reason_code', form) as string | undefined;
  const lines = page.lines ?? [];
  const whole = classOf(reason);
  return (
    <>
      <Form.Item
        name="reason_code"
        label={t('complaint.field.reason_code')}
        rules={[{ required: true, message: t('complaint.class_required') }]}
      >
        <Radio.Group className="class-columns" aria-label={t('complaint.field.reason_code')}>
          <Column
            title={t('complaint.class.quality')}
            text={t('complaint.class_text.quality')}
            reasons={qualityReasons}
          />
          <Column
            title={t('complaint.class.non_quality')}
            text={t('complaint.class_text.non_quality')}
            reasons={otherReasons}
          />
        </Radio.Group>
      </Form.Item>
      {lines.length > 1 && whole && (
        <fieldset className="measures">
          <legend>{t('complaint.class_lines')}</legend>
          {lines.map((line, place) => (
            <Form.Item
              key={line.id}
              name={['lines', place]}
              label={[t('complaint.line', { n: place + 1 }), line.product_name, line.serial_no]
                .filter(Boolean)
                .join(' ')}
            >
              <Select
                allowClear
                placeholder={t('complaint.class_as_whole', { class: t(`complaint.class.${whole}`) })}
                options={(['quality', 'non_quality'] as const).map((one) => ({
                  value: one,
                  label: t(`complaint.class.${one}`),
                }))}
              />
            </Form.Item>
          ))}
        </fieldset>
      )}
      <TextField
        name="reason"
        label={t('complaint.field.class_reason')}
        required={reason === 'other'}
        rows={2}
      />
    </>
  );
}

export const classify: ActSpec = {
  Fields: ClassifyFields,
  wide: true,
  body: (values, page) => {
    const single = (values.lines as (string | undefined)[] | undefined) ?? [];
    const lines = (page.lines ?? [])
      .map((line, place) => ({ id: line.id, class: single[place] }))
      .filter((line) => line.class);
    return {
      class: classOf(values.reason_code as string),
      reason_code: values.reason_code,
      reason: values.reason,
      lines: lines.length > 0 ? lines : undefined,
    };
  },
};

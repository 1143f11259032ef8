import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../shared/session';
import { PaperFields } from '../PaperFields';
import type { Paper } from '../record';
import { TextField } from './parts';
import type { ActSpec, FieldsProps } from './spec';

function ReclassifyFields({ page }: FieldsProps) {
  const { t } = useTranslation();
  const roles = useMe().person.roles;
  const fromQuality = roles.includes('quality_engineer') || roles.includes('quality_manager');
  const target = page.class === 'quality' ? 'non_quality' : 'quality';
  return (
    <>
      <p className="reclass">
        {t(`complaint.class.${page.class}`)} <span aria-hidden="true">→</span>{' '}
        <strong>{t(`complaint.class.${target}`)}</strong>
      </p>
      <TextField name="reason" label={t('complaint.field.reason')} required autoFocus />
      <TextField
        name="evidence"
        label={t('complaint.field.evidence')}
        extra={t('complaint.evidence_hint')}
        rows={2}
      />
      {fromQuality && target === 'quality' && (
        <Form.Item name="misclassified" valuePropName="checked">
          <Checkbox>{t('complaint.field.misclassified')}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}

export const reclassify: ActSpec = {
  Fields: ReclassifyFields,
  body: (values, page) => ({ ...values, class: page.class === 'quality' ? 'non_quality' : 'quality' }),
};

const planTemplates = ['call_back', 'visit', 'parts'] as const;

function PlanFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="text"
        label={t('complaint.field.plan')}
        extra={t('complaint.plan_hint')}
        required
        autoFocus
      />
      <div className="row">
        {planTemplates.map((name) => (
          <Button
            key={name}
            size="small"
            onClick={() => {
              const typed = (form.getFieldValue('text') as string | undefined)?.trim();
              form.setFieldValue(
                'text',
                [typed, t(`complaint.plan_template.${name}`)].filter(Boolean).join('\n'),
              );
            }}
          >
            {t(`complaint.plan_name.${name}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

export const plan: ActSpec = {
  Fields: PlanFields,
  initial: (page) => ({ text: page.plans?.at(-1)?.text }),
};

function AttachFields({ page }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="papers"
      label={t('complaint.field.attachments')}
      rules={[{ required: true, type: 'array', min: 1, message: t('form.required') }]}
    >
      <PaperFields channel={page.channel} />
    </Form.Item>
  );
}

export const attach: ActSpec = {
  Fields: AttachFields,
  wide: true,
  initial: () => ({ papers: [] }),
  body: ({ papers }) => ({
    files: ((papers as Paper[] | undefined) ?? []).map(({ file, key: _key, ...paper }) => ({
      ...paper,
      file_id: file?.id,
    })),
  }),
};

import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { MomentField } from '../MomentField';

/** A field that must be filled in. */
export function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, message: t('form.required') }];
}

export function useRequiredText() {
  const { t } = useTranslation();
  return [{ required: true, whitespace: true, message: t('form.required') }];
}

interface Field {
  name: string;
  label: string;
  required?: boolean;
  extra?: string;
  autoFocus?: boolean;
}

/** A text of several lines. */
export function TextField(field: Field & { rows?: number; half?: boolean }) {
  const { name, label, required, extra, autoFocus, rows = 3, half = false } = field;
  const rules = useRequiredText();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={required ? rules : undefined}
      className={half ? undefined : 'wide'}
    >
      <Input.TextArea autoFocus={autoFocus} autoSize={{ minRows: rows, maxRows: 16 }} maxLength={8000} />
    </Form.Item>
  );
}

/** A text of one line. */
export function ShortField({ name, label, required, extra, autoFocus }: Field) {
  const rules = useRequiredText();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={required ? rules : undefined}>
      <Input maxLength={200} autoFocus={autoFocus} />
    </Form.Item>
  );
}

/** A moment; the label says which. */
export function TimeField({ name, label, required }: Field) {
  const rules = useRequired();
  return (
    <Form.Item name={name} label={label} rules={required ? rules : undefined}>
      <MomentField />
    </Form.Item>
  );
}

/** A choice of a few, all in view. */
export function ChoiceField({
  name,
  label,
  values,
  words,
}: Field & { values: readonly string[]; words: (value: string) => string }) {
  const rules = useRequired();
  return (
    <Form.Item name={name} label={label} rules={rules} className="wide">
      <Radio.Group
        aria-label={label}
        options={values.map((value) => ({ value, label: words(value) }))}
        optionType="button"
        buttonStyle="solid"
        className="choices"
      />
    </Form.Item>
  );
}

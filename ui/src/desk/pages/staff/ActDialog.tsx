import { Button, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftNote } from '../../../shared/DraftNote';
import { useDraft, useDraftInForm } from '../../../shared/draft';
import { RefusalAlert } from '../../../shared/RefusalText';
import { useAct } from '../../../shared/useAct';

interface Props<Values extends object> {
  open: boolean;
  title: string;
  /** The words of the button that does it. */
  submit: string;
  success: string;
  send: (values: Values, key: string) => Promise<unknown>;
  onClose: () => void;
  initial?: Partial<Values>;
  /** Keeps what is typed in this browser under this name. */
  draft: string;
  /** Fields that are never kept: passwords. */
  secret?: readonly (keyof Values & string)[];
  danger?: boolean;
  note?: ReactNode;
  children: ReactNode;
}

function without<Values extends object>(values: Partial<Values>, names: readonly string[]): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !names.includes(name)),
  ) as Partial<Values>;
}

function ActForm<Values extends object>(props: Props<Values>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const draft = useDraft<Values>(props.draft);
  useDraftInForm(form, draft);
  const act = useAct<Values, unknown>({
    send: props.send,
    form,
    name: props.draft,
    inline: true,
    success: props.success,
    refresh: [['staff']],
    onDone: () => {
      draft.clear();
      props.onClose();
    },
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark
      initialValues={props.initial}
      onValuesChange={(_, all) => draft.keep(without(all as Partial<Values>, props.secret ?? []))}
      onFinish={act.run}
      scrollToFirstError
    >
      {props.note}
      <RefusalAlert refusal={act.refusal} />
      {props.children}
      <DraftNote
        savedAt={draft.savedAt}
        onDiscard={() => {
          draft.clear();
          form.resetFields();
        }}
      />
      <div className="form-actions">
        <Button onClick={props.onClose}>{t('staff.close')}</Button>
        <Button type="primary" danger={props.danger} htmlType="submit" loading={act.running}>
          {props.submit}
        </Button>
      </div>
    </Form>
  );
}

/** One act as a dialog: its fields, what the server says about them, and what was typed kept until it is done. */
export function ActDialog<Values extends object>(props: Props<Values>) {
  return (
    <Modal
      open={props.open}
      title={props.title}
      onCancel={props.onClose}
      footer={null}
      width={640}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <ActForm {...props} />
    </Modal>
  );
}

import { Button, Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftNote } from '../../../shared/DraftNote';
import { useDraft, useDraftInForm } from '../../../shared/draft';
import { RefusalAlert } from '../../../shared/RefusalText';
import type { Refusal } from '../../../shared/refusal';
import { useAct } from '../../../shared/useAct';
import type { Changed } from './types';

interface Props<Values extends object> {
  title: string;
  submit: string;
  success: string;
  send: (values: Values, key: string) => Promise<Changed>;
  onClose: () => void;
  onDone?: (answer: Changed) => void;
  initial?: Partial<Values>;
  /** Keeps what is typed in this browser under this name. */
  draft: string;
  danger?: boolean;
  note?: ReactNode;
  children: (form: FormInstance<Values>, refusal: Refusal | undefined) => ReactNode;
}

// A change of one record shows in the lists of the others: a unit on its customer, a customer on his units.
const touched = [['customers'], ['products'], ['units'], ['region']];

function ActForm<Values extends object>(props: Props<Values>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const draft = useDraft<Values>(props.draft);
  useDraftInForm(form, draft);
  const act = useAct<Values, Changed>({
    send: props.send,
    form,
    name: props.draft,
    inline: true,
    success: props.success,
    refresh: touched,
    onDone: (answer) => {
      draft.clear();
      props.onClose();
      props.onDone?.(answer);
    },
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={props.initial}
      onValuesChange={(_, all) => draft.keep(all as Partial<Values>)}
      onFinish={act.run}
      scrollToFirstError
    >
      {props.note}
      <RefusalAlert refusal={act.refusal} />
      {props.children(form, act.refusal)}
      <DraftNote
        savedAt={draft.savedAt}
        onDiscard={() => {
          draft.clear();
          form.resetFields();
        }}
      />
      <div className="form-actions">
        <Button onClick={props.onClose}>{t('party.close')}</Button>
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
      open
      title={props.title}
      onCancel={props.onClose}
      footer={null}
      width={680}
      mask={{ closable: false }}
    >
      <ActForm {...props} />
    </Modal>
  );
}

import { Button, Form, type FormInstance, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../../shared/api';
import { DraftNote } from '../../../../shared/DraftNote';
import { useDraft } from '../../../../shared/draft';
import { ObligationTag } from '../../../../shared/ObligationTag';
import { RefusalAlert } from '../../../../shared/RefusalText';
import { type Act, useAct } from '../../../../shared/useAct';
import { submitKeys } from '../keys';
import { actPath, changedBy } from '../page';
import type { Answer, ComplaintPage } from '../types';
import { type ActSpec, filled } from './spec';

type Values = Record<string, unknown>;

interface Props {
  act: string;
  spec: ActSpec;
  page: ComplaintPage;
  obligation?: string;
  /** Values the way here already gave, such as the record to merge into. */
  preset?: Values;
  onClose: () => void;
}

/** The version the person has before the eyes; after "load the newest" that one. */
function useSeenVersion(page: ComplaintPage, stale: boolean): number {
  const [version, setVersion] = useState(page.version);
  const outdated = useRef(false);
  if (stale) outdated.current = true;
  useEffect(() => {
    if (!outdated.current || page.version <= version) return;
    outdated.current = false;
    setVersion(page.version);
  }, [page.version, version]);
  return version;
}

interface ActForm {
  form: FormInstance<Values>;
  id: string;
  initial: Values;
  sending: Act<Values, Answer>;
  savedAt: number | undefined;
  keep: () => void;
  discard: () => void;
}

/** The form of one act: its typed values survive a reload, a lost connection, a refusal. */
function useActForm({ act, spec, page, preset, onClose }: Props): ActForm {
  const { t } = useTranslation();
  const id = useId();
  const [form] = Form.useForm<Values>();
  const name = `complaint/${page.id}/${act}`;
  const draft = useDraft<Values>(name);
  const [initial, setInitial] = useState<Values>(() => ({
    ...spec.initial?.(page),
    ...draft.restored,
    ...preset,
  }));
  const version = useRef(page.version);
  const sending = useAct<Values, Answer>({
    send: (values, key) => {
      const body = spec.body ? spec.body(values, page) : values;
      return post<Answer>(actPath(page.id, act), { ...filled(body), version: version.current }, key);
    },
    form,
    name,
    inline: true,
    refresh: changedBy(page.id),
    success: t('complaint.done', { act: t(`complaint.act.${act}`) }),
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  version.current = useSeenVersion(page, Boolean(sending.refusal?.stale));
  return {
    form,
    id,
    initial,
    sending,
    savedAt: draft.savedAt,
    keep: () => draft.keep(form.getFieldsValue(true) as Values),
    discard: () => {
      const fresh = { ...spec.initial?.(page), ...preset };
      draft.clear();
      setInitial(fresh);
      form.setFieldsValue(
        Object.fromEntries(Object.keys(form.getFieldsValue(true)).map((key) => [key, undefined])),
      );
      form.setFieldsValue(fresh);
    },
  };
}

function ActFields({
  act,
  spec,
  page,
  with: held,
}: Pick<Props, 'act' | 'spec' | 'page'> & { with: ActForm }) {
  const { t, i18n } = useTranslation();
  const { form, sending } = held;
  const { Fields } = spec;
  return (
    <>
      {i18n.exists(`complaint.hint.${act}`) && <p className="quiet act-hint">{t(`complaint.hint.${act}`)}</p>}
      <RefusalAlert refusal={sending.refusal} />
      <Form<Values>
        id={held.id}
        // Two acts may stand open at once; their labels must not point at one another's fields.
        name={act}
        form={form}
        layout="vertical"
        initialValues={held.initial}
        onValuesChange={held.keep}
        onFinish={() => void sending.run(form.getFieldsValue(true) as Values)}
        onKeyDown={submitKeys(() => form.submit())}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <Fields page={page} form={form} />
      </Form>
      <DraftNote savedAt={held.savedAt} onDiscard={held.discard} />
    </>
  );
}

function ActTitle({ act, obligation }: { act: string; obligation?: string }) {
  const { t } = useTranslation();
  return (
    <span className="act-title">
      {t(`complaint.act.${act}`)}
      {obligation && <ObligationTag id={obligation} full />}
    </span>
  );
}

/** The keyboard stands in the first field, or on the button when there is nothing to fill in. */
function focusFirst(formId: string): void {
  const form = document.getElementById(formId);
  if (!form || form.contains(document.activeElement)) return;
  const field = form.querySelector<HTMLElement>('input:not([type="file"]):enabled, textarea:enabled');
  const submit = document.querySelector<HTMLElement>(`button[form="${formId}"]`);
  (field ?? submit)?.focus();
}

/** One act on a complaint as a dialog: Enter or Ctrl+Enter does it, Esc leaves it for later. */
export function ActDialog(props: Props) {
  const { act, spec, page, obligation, onClose } = props;
  const { t } = useTranslation();
  const held = useActForm(props);
  return (
    <Modal
      open
      width={spec.wide ? 860 : 600}
      className="act-dialog"
      style={{ top: 32 }}
      title={<ActTitle act={act} obligation={obligation} />}
      okText={t(`complaint.act.${act}`)}
      cancelText={t('complaint.cancel')}
      okButtonProps={{ htmlType: 'submit', form: held.id, danger: spec.grave, loading: held.sending.running }}
      onCancel={onClose}
      afterOpenChange={(open) => open && focusFirst(held.id)}
    >
      <ActFields act={act} spec={spec} page={page} with={held} />
    </Modal>
  );
}

/** The same act standing open on the page, for the one step everything waits for. */
export function ActPanel(props: Props) {
  const { act, spec, page, obligation } = props;
  const { t } = useTranslation();
  const held = useActForm(props);
  return (
    <section className="panel act-panel no-print" aria-labelledby={`${held.id}-title`}>
      <h2 id={`${held.id}-title`}>
        <ActTitle act={act} obligation={obligation} />
      </h2>
      <ActFields act={act} spec={spec} page={page} with={held} />
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" form={held.id} loading={held.sending.running}>
          {t(`complaint.act.${act}`)}
        </Button>
      </div>
    </section>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Intention } from './intention';
import { RefusalText } from './RefusalText';
import { Refusal } from './refusal';
import { StaleChanges } from './StaleChanges';

export interface ActOptions<Values, Answer> {
  /** Sends the act: (values, key) => post('/api/v1/…', values, key). */
  send: (values: Values, key: string) => Promise<Answer>;
  /** The antd form whose fields show what the server says about them. */
  form?: FormInstance;
  /** Keeps the idempotency key across a reload; use the same name as the form's draft. */
  name?: string;
  /** Query keys to fetch again after success, and when someone else has changed the record meanwhile. */
  refresh?: readonly (readonly unknown[])[];
  onDone?: (answer: Answer, values: Values) => void;
  /** What to say after success, already translated. Nothing is said without it. */
  success?: string;
  /** True when the page shows <RefusalAlert refusal={act.refusal}/> itself; else a notification appears. */
  inline?: boolean;
}

export interface Act<Values, Answer> {
  /** Does it. Answers undefined when it was refused; the refusal is shown already. */
  run: (values: Values) => Promise<Answer | undefined>;
  running: boolean;
  refusal: Refusal | undefined;
  forget: () => void;
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

/** Puts what the server says about fields beside them; answers those for which the form has no field. */
export function showInForm(form: FormInstance, refusal: Refusal): Refusal['fields'] {
  const known = new Set(form.getFieldsError().map((field) => JSON.stringify(field.name)));
  const shown = refusal.fields.filter((field) => known.has(JSON.stringify(field.path)));
  if (shown.length > 0) {
    form.setFields(shown.map((field) => ({ name: field.path, errors: [field.message] })));
    form.scrollToField(shown[0]?.path ?? [], { block: 'center', focus: true });
  }
  return refusal.fields.filter((field) => !shown.includes(field));
}

/** One act of one person: sent once however often it is pressed, explained when refused. */
export function useAct<Values, Answer>(options: ActOptions<Values, Answer>): Act<Values, Answer> {
  const { notification, modal, message } = App.useApp();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const busy = useRef(false);
  const intention = useRef<Intention>(undefined);
  intention.current ??= new Intention(options.name);
  const latest = useRef(options);
  latest.current = options;

  const refresh = useCallback(
    () =>
      Promise.all((latest.current.refresh ?? []).map((queryKey) => queries.invalidateQueries({ queryKey }))),
    [queries],
  );

  const explain = useCallback(
    (found: Refusal) => {
      setRefusal(found);
      if (found.stale) {
        modal.confirm({
          title: t('refusal.stale.title'),
          content: <StaleChanges changes={found.stale.changes} />,
          okText: t('refusal.stale.reload'),
          cancelText: t('refusal.stale.stay'),
          width: 560,
          onOk: refresh,
        });
        return;
      }
      const rest = latest.current.form ? showInForm(latest.current.form, found) : found.fields;
      if (latest.current.inline) return;
      notification.error({
        title: found.title || t('refusal.title'),
        description: <RefusalText refusal={found} fields={rest} />,
        duration: 8,
      });
    },
    [modal, notification, refresh, t],
  );

  const run = useCallback(
    async (values: Values) => {
      // A double click is one intention.
      if (busy.current || !intention.current) return undefined;
      busy.current = true;
      setRunning(true);
      setRefusal(undefined);
      try {
        const answer = await latest.current.send(values, intention.current.begin());
        intention.current.done();
        if (latest.current.success) message.success(latest.current.success);
        await refresh();
        latest.current.onDone?.(answer, values);
        return answer;
      } catch (error) {
        const found = asRefusal(error);
        intention.current.refused(found);
        explain(found);
        return undefined;
      } finally {
        busy.current = false;
        setRunning(false);
      }
    },
    [explain, message, refresh],
  );

  const forget = useCallback(() => setRefusal(undefined), []);
  return { run, running, refusal, forget };
}

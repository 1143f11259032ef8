import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Form } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post } from '../../../shared/api';
import { DraftNote } from '../../../shared/DraftNote';
import { useDraft } from '../../../shared/draft';
import { PageHeader } from '../../../shared/PageHeader';
import { useMe } from '../../../shared/session';
import { useAct } from '../../../shared/useAct';
import type { Hit } from './CustomerField';
import { StateTag } from './chips';
import { EarlierPanel } from './EarlierPanel';
import { IntakeSheet } from './IntakeSheet';
import { unknowable } from './LineFields';
import type { CustomerPage, ProductRow, SiteSeen, UnitRow } from './lookups';
import { NewCustomer } from './NewCustomer';
import { ProblemList } from './ProblemList';
import { actPath, changedBy, pageQuery } from './page';
import { bodyOf, freshIntake, type Intake, intakeOf, unknownsWithoutLine } from './record';
import type { Answer, ComplaintPage, Line } from './types';

interface Sending {
  form: Intake;
  saved: Answer | undefined;
  complete: boolean;
}

function sendRecord({ form, saved, complete }: Sending, key: string): Promise<Answer> {
  const body = bodyOf(form);
  if (saved) {
    const finish = complete && saved.state === 'draft' ? { complete: true } : {};
    return post<Answer>(actPath(saved.id, 'amend'), { ...body, ...finish, version: saved.version }, key);
  }
  const late = form.retrospective ? { retrospective_reason: form.retrospective_reason ?? '' } : {};
  return post<Answer>('/api/v1/complaints', { ...body, ...late, draft: !complete }, key);
}

function sendPapers({ form, saved }: Sending, key: string): Promise<Answer> {
  const files = (form.papers ?? []).map((paper) => ({
    file_id: paper.file?.id,
    kind: paper.kind,
    title: paper.title || undefined,
    original: paper.original || undefined,
    pages: paper.pages ?? undefined,
    holder: paper.holder || undefined,
    storage: paper.storage || undefined,
  }));
  return post<Answer>(actPath(saved?.id ?? '', 'attach'), { version: saved?.version, files }, key);
}

/** Saving: the record first, which gives the number, then the papers onto it. Each is an act of its own. */
function useSaving(form: ReturnType<typeof Form.useForm<Intake>>[0], draftKey: string, savedBefore?: Answer) {
  const [saved, setSaved] = useState<Answer | undefined>(savedBefore);
  const refresh = saved ? changedBy(saved.id) : [['complaints'], ['todo']];
  const record = useAct<Sending, Answer>({ send: sendRecord, form, name: draftKey, inline: true, refresh });
  const papers = useAct<Sending, Answer>({
    send: sendPapers,
    inline: true,
    refresh,
    name: `${draftKey} papers`,
  });
  const save = async (complete: boolean, onStep: (answer: Answer) => void): Promise<Answer | undefined> => {
    const values = form.getFieldsValue(true) as Intake;
    // A record that was registered while its papers were refused only owes its papers.
    const done = saved !== undefined && savedBefore === undefined && saved.state !== 'draft';
    const answer = done ? saved : await record.run({ form: values, saved, complete });
    if (!answer) return undefined;
    setSaved(answer);
    onStep(answer);
    if ((values.papers ?? []).length === 0) return answer;
    const attached = await papers.run({ form: values, saved: answer, complete });
    if (!attached) return undefined;
    const names = (values.papers ?? []).map((paper) => paper.title || paper.file?.name || '');
    form.setFieldsValue({ papers: [], attached: [...(values.attached ?? []), ...names] });
    setSaved(attached);
    onStep(attached);
    return attached;
  };
  return { saved, setSaved, save, record, papers, running: record.running || papers.running };
}

/** When the newest record was loaded after "someone else changed it", what is typed now goes onto that version. */
function useNewestAfterStale(
  page: ComplaintPage | undefined,
  stale: boolean,
  saved: Answer | undefined,
  onNewest: (answer: Answer) => void,
) {
  const seen = useRef(false);
  if (stale) seen.current = true;
  useEffect(() => {
    if (!page || !saved || !seen.current || page.version <= saved.version) return;
    seen.current = false;
    onNewest({ id: page.id, number: page.number, version: page.version, state: page.state });
  }, [page, saved, onNewest]);
}

/** Fills what the records know of a customer or a unit; what was typed already stays. */
function useFilling(form: ReturnType<typeof Form.useForm<Intake>>[0], keep: () => void) {
  const queries = useQueryClient();
  const fillEmpty = (part: Partial<Intake>) => {
    const now = form.getFieldsValue(true) as Intake;
    for (const [name, value] of Object.entries(part)) {
      if (value && !now[name as keyof Intake]) form.setFieldValue(name as keyof Intake, value);
    }
  };
  const site = (one: SiteSeen) => {
    form.setFieldsValue({ site_id: one.id, division_code: one.division_code, address: one.address });
    keep();
  };
  const customer = async (id: string, name: string, siteId?: string) => {
    form.setFieldsValue({ customer_id: id, customer_name: name });
    keep();
    const page = await queries.fetchQuery({
      queryKey: ['customers', id],
      queryFn: ({ signal }) => get<CustomerPage>(`/api/v1/customers/${encodeURIComponent(id)}`, {}, signal),
      staleTime: 30_000,
    });
    const contact = page.contacts?.[0];
    if (contact && !form.getFieldValue('phone')) {
      fillEmpty({ contact_name: contact.name, phone: contact.phone, email: contact.email });
    }
    const sites = page.sites ?? [];
    const place = sites.find((one) => one.id === siteId) ?? (sites.length === 1 ? sites[0] : undefined);
    if (place && !form.getFieldValue('division_code')) site(place);
    keep();
  };
  const unit = (place: number, row: UnitRow) => {
    const lines = [...((form.getFieldValue('lines') as Line[] | undefined) ?? [])];
    lines[place] = {
      ...lines[place],
      product_id: row.product.id,
      product_name: row.product.name,
      model: row.model,
      serial_no: row.serial_no,
      batch_no: row.batch_no,
    };
    form.setFieldValue('lines', lines);
    fillEmpty({ contract_no: row.contract_no, delivered_on: row.delivered_on });
    keep();
    if (!form.getFieldValue('customer_id')) void customer(row.customer.id, row.customer.name, row.site?.id);
  };
  const product = (place: number, row: ProductRow) => {
    const lines = [...((form.getFieldValue('lines') as Line[] | undefined) ?? [])];
    lines[place] = { ...lines[place], product_id: row.id, product_name: row.name_zh, model: row.model };
    form.setFieldValue('lines', lines);
    keep();
  };
  return { customer, site, unit, product };
}

/** The sheet with its buttons; `page` is the record when it is there already. */
export function IntakeForm({ page, onAfresh }: { page?: ComplaintPage; onAfresh: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const me = useMe();
  const [form] = Form.useForm<Intake>();
  const draftKey = page ? `complaint/${page.id}/amend` : 'complaint/new';
  const draft = useDraft<Intake>(draftKey);
  const [initial] = useState<Intake>(() => ({
    ...(page ? intakeOf(page) : freshIntake()),
    ...draft.restored,
  }));
  const saving = useSaving(form, draftKey, initial.saved);
  const { saved } = saving;
  const keep = (answer = saved) => draft.keep({ ...(form.getFieldsValue(true) as Intake), saved: answer });
  const filling = useFilling(form, () => keep());
  const [creating, setCreating] = useState(false);
  const stale = Boolean(saving.record.refusal?.stale);
  const newest = useQuery({ ...pageQuery(saved?.id ?? ''), enabled: stale && !page && saved !== undefined });
  useNewestAfterStale(page ?? newest.data, stale, saved, saving.setSaved);

  const isDraft = saved === undefined || saved.state === 'draft';
  const open = (answer: Answer, search: { act?: string; into?: string } = {}) => {
    draft.clear();
    void navigate({ to: '/complaints/$id', params: { id: answer.id }, search });
  };
  const saveDraft = async () => {
    const answer = await saving.save(false, keep);
    if (answer) message.success(t('complaint.draft_saved', { number: answer.number }));
    return answer;
  };
  const finish = async () => {
    const answer = await saving.save(true, keep);
    if (!answer) return;
    message.success(t(isDraft ? 'complaint.registered' : 'complaint.amended', { number: answer.number }));
    open(answer);
  };
  const merge = async (into: string) => {
    const answer = await saveDraft();
    if (answer) open(answer, { act: 'merge', into });
  };
  const pick = (hit: Hit) => {
    if ('customer' in hit) void filling.customer(hit.customer.id, hit.customer.name);
    else if ('unit' in hit) {
      form.setFieldsValue({ customer_name: hit.unit.customer.name });
      filling.unit(0, hit.unit);
    } else setCreating(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === 'Enter') void finish();
    else if (event.key === 's') void (isDraft ? saveDraft() : finish());
    else return;
    event.preventDefault();
  };
  const discard = () => {
    draft.clear();
    onAfresh();
  };

  const watching = { form, preserve: true } as const;
  const lines = Form.useWatch('lines', watching) as Line[] | undefined;
  const likeness = {
    phone: Form.useWatch('phone', watching) as string | undefined,
    serial_no: lines?.[0]?.serial_no,
    symptom: lines?.[0]?.symptom,
    customer_id: Form.useWatch('customer_id', watching) as string | undefined,
    contract_no: Form.useWatch('contract_no', watching) as string | undefined,
    except: saved?.id,
  };
  const title = page && !isDraft ? t('complaint.amend.title') : t('complaint.new.title');
  return (
    <div className="intake">
      <PageHeader
        title={title}
        tags={saved && <StateTag state={saved.state} />}
        subtitle={saved ? <span className="number">{saved.number}</span> : t('complaint.new.subtitle')}
        back={
          saved && (
            <Link to="/complaints/$id" params={{ id: saved.id }}>
              {t('complaint.to_record', { number: saved.number })}
            </Link>
          )
        }
      />
      <Form<Intake>
        form={form}
        layout="vertical"
        variant="borderless"
        className="intake-form"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={() => keep()}
        onKeyDown={onKeyDown}
      >
        <div className="intake-columns">
          <div className="intake-main">
            <ProblemList refusal={saving.record.refusal ?? saving.papers.refusal} form={form} />
            <IntakeSheet
              form={form}
              number={saved?.number}
              fresh={!page && !saved}
              isDraft={isDraft}
              takenBy={page?.recorded_by.name ?? me.person.name}
              onPick={pick}
              onSite={filling.site}
              onUnit={filling.unit}
              onProduct={filling.product}
              onLineRemoved={(place, count) => {
                const unknowns = form.getFieldValue('unknowns') as Intake['unknowns'];
                form.setFieldValue('unknowns', unknownsWithoutLine(unknowns, unknowable, place, count));
                keep();
              }}
              paperProblems={paperProblems(saving.papers.refusal?.fields)}
            />
          </div>
          <aside className="intake-aside" aria-label={t('complaint.earlier.title')}>
            <EarlierPanel likeness={likeness} onMerge={(row) => void merge(row.id)} />
          </aside>
        </div>
        <div className="act-bar no-print">
          <div className="act-bar-note">
            {saved && <strong className="number">{saved.number}</strong>}
            <DraftNote savedAt={draft.savedAt} onDiscard={discard} />
          </div>
          {isDraft && (
            <Button size="large" loading={saving.running} onClick={() => void saveDraft()}>
              {t('complaint.save_draft')}
            </Button>
          )}
          <Button type="primary" size="large" loading={saving.running} onClick={() => void finish()}>
            {t(isDraft ? 'complaint.register' : 'complaint.amend.do')}
          </Button>
        </div>
      </Form>
      {creating && (
        <NewCustomer
          known={{
            name: (form.getFieldValue('customer_name') as string | undefined) ?? '',
            contact_name: form.getFieldValue('contact_name') as string | undefined,
            phone: form.getFieldValue('phone') as string | undefined,
            division_code: form.getFieldValue('division_code') as string | undefined,
            address: form.getFieldValue('address') as string | undefined,
          }}
          onClose={() => setCreating(false)}
          onDone={(id, name) => {
            setCreating(false);
            void filling.customer(id, name);
          }}
        />
      )}
    </div>
  );
}

function paperProblems(fields: { path: (string | number)[]; message: string }[] = []) {
  return fields
    .filter((field) => field.path[0] === 'files')
    .map((field) => ({ place: Number(field.path[1]), field: String(field.path[2]), message: field.message }));
}

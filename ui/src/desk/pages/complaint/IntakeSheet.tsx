import { AutoComplete, Checkbox, Form, type FormInstance, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ObligationTag } from '../../../shared/ObligationTag';
import { Cell, Part } from './Cell';
import { ChannelField } from './ChannelField';
import { CustomerField, type Hit } from './CustomerField';
import { demands, noted, onPaper, roles, severities, spoken, written } from './choices';
import { DivisionField } from './DivisionField';
import { LineFields } from './LineFields';
import { type ProductRow, type SiteSeen, type UnitRow, useCustomer, useRegion } from './lookups';
import { DayField, MomentField } from './MomentField';
import { PaperFields } from './PaperFields';
import { RegionLine } from './RegionLine';
import type { Intake, Paper } from './record';
import { UnknownTick } from './UnknownTick';

interface Props {
  form: FormInstance<Intake>;
  number?: string;
  /** Nothing of it is on the server yet: only then it may be marked as retrospective. */
  fresh: boolean;
  isDraft: boolean;
  takenBy: string;
  onPick: (hit: Hit) => void;
  onSite: (site: SiteSeen) => void;
  onUnit: (place: number, unit: UnitRow) => void;
  onProduct: (place: number, product: ProductRow) => void;
  onLineRemoved: (place: number, count: number) => void;
  paperProblems: { place: number; field: string; message: string }[];
}

function useField<Value>(form: FormInstance<Intake>, name: keyof Intake): Value | undefined {
  return Form.useWatch(name, { form, preserve: true }) as Value | undefined;
}

/** How and when it came: the fields change with the channel. */
function Arrival({ channel }: { channel: string }) {
  const { t } = useTranslation();
  const moment = (name: 'call_started_at' | 'call_ended_at' | 'arrived_at' | 'taken_at', label: string) => (
    <div className="cell">
      <Form.Item name={name} label={label}>
        <MomentField variant="borderless" />
      </Form.Item>
    </div>
  );
  return (
    <div className="cells-flex">
      {noted.includes(channel) && (
        <div className="cell">
          <Form.Item name="channel_note" label={t(`complaint.channel_note.${channel}`)}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      )}
      {spoken.includes(channel) && moment('call_started_at', t(`complaint.started.${channel}`))}
      {spoken.includes(channel) && moment('call_ended_at', t(`complaint.ended.${channel}`))}
      {written.includes(channel) && (
        <div className="cell">
          <Form.Item name="letter_date" label={t('complaint.field.letter_date')}>
            <DayField variant="borderless" />
          </Form.Item>
        </div>
      )}
      {channel === 'fax' && (
        <div className="cell">
          <Form.Item name="fax_sender" label={t('complaint.field.fax_sender')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      )}
      {onPaper.includes(channel) && (
        <div className="cell">
          <Form.Item name="pages" label={t('complaint.field.pages')}>
            <InputNumber min={0} max={10000} precision={0} controls={false} inputMode="numeric" />
          </Form.Item>
        </div>
      )}
      {moment('arrived_at', t('complaint.field.arrived_at'))}
      {moment('taken_at', t('complaint.field.taken_at'))}
    </div>
  );
}

/** Who complains, for whom, and how to reach them. */
function Parties({ form, onPick }: { form: FormInstance<Intake>; onPick: (hit: Hit) => void }) {
  const { t } = useTranslation();
  const customerId = useField<string>(form, 'customer_id');
  const contacts = useCustomer(customerId).data?.contacts ?? [];
  return (
    <div className="cells">
      <Cell span={6}>
        <Form.Item
          name="customer_name"
          label={
            <>
              {t('complaint.field.customer_name')}
              {customerId && <span className="known">{t('complaint.customer_known')}</span>}
            </>
          }
          getValueFromEvent={(name: string) => {
            // Another name is another customer: the link to the records goes, the typed name stays.
            if (form.getFieldValue('customer_id'))
              form.setFieldsValue({ customer_id: undefined, site_id: undefined });
            return name;
          }}
        >
          <CustomerField known={Boolean(customerId)} onPick={onPick} />
        </Form.Item>
      </Cell>
      <Cell span={3}>
        <Form.Item name="complainant_name" label={t('complaint.field.complainant_name')}>
          <Input maxLength={200} />
        </Form.Item>
      </Cell>
      <Cell span={3}>
        <Form.Item name="complainant_role" label={t('complaint.field.complainant_role')}>
          <Select options={roles.map((role) => ({ value: role, label: t(`complaint.role.${role}`) }))} />
        </Form.Item>
      </Cell>
      <Cell span={3}>
        <Form.Item name="contact_name" label={t('complaint.field.contact_name')}>
          <AutoComplete
            variant="borderless"
            options={contacts.map((one) => ({
              value: one.name,
              key: one.id,
              label: (
                <span className="hit-line">
                  <span>{one.name}</span>
                  <span className="quiet">
                    {[one.position, one.phone_masked].filter(Boolean).join(' · ')}
                  </span>
                </span>
              ),
              one,
            }))}
            onSelect={(_name, option) => {
              const { phone, email } = option.one;
              form.setFieldsValue({ phone: phone || form.getFieldValue('phone'), email: email || undefined });
            }}
          />
        </Form.Item>
        <Form.Item name={['unknowns', 'contact']} noStyle>
          <UnknownTick of={t('complaint.field.contact_name')} />
        </Form.Item>
      </Cell>
      <Cell span={3}>
        <Form.Item name="phone" label={t('complaint.field.phone')}>
          <Input maxLength={200} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </Cell>
      <Cell span={3}>
        <Form.Item name="email" label={t('complaint.field.email')}>
          <Input maxLength={200} inputMode="email" autoComplete="off" />
        </Form.Item>
      </Cell>
      <Cell span={3}>
        <div className="ticks">
          <Form.Item name="anonymous" valuePropName="checked" noStyle>
            <Checkbox>{t('complaint.field.anonymous')}</Checkbox>
          </Form.Item>
          <Form.Item name="confidential" valuePropName="checked" noStyle>
            <Checkbox>{t('complaint.field.confidential')}</Checkbox>
          </Form.Item>
        </div>
      </Cell>
    </div>
  );
}

/** Where the matter occurred; it decides the region class, and with it the limit of clause 2.2. */
function Place({ form, onSite }: { form: FormInstance<Intake>; onSite: (site: SiteSeen) => void }) {
  const { t } = useTranslation();
  const customerId = useField<string>(form, 'customer_id');
  const siteId = useField<string>(form, 'site_id');
  const division = useField<string>(form, 'division_code');
  const sites = useCustomer(customerId).data?.sites ?? [];
  const region = useRegion({ division_code: division, site_id: siteId });
  return (
    <div className="cells">
      {sites.length > 0 && (
        <Cell span={12}>
          <Form.Item name="site_id" label={t('complaint.field.site_id')}>
            <Select
              allowClear
              placeholder={t('complaint.site_hint')}
              options={sites.map((site) => ({
                value: site.id,
                label: [site.name, site.division_name, site.address].filter(Boolean).join(' · '),
              }))}
              onSelect={(id: string) => {
                const site = sites.find((one) => one.id === id);
                if (site) onSite(site);
              }}
            />
          </Form.Item>
        </Cell>
      )}
      <Cell span={4}>
        <Form.Item name="division_code" label={t('complaint.field.division_code')}>
          <DivisionField variant="borderless" />
        </Form.Item>
        <Form.Item name={['unknowns', 'site']} noStyle>
          <UnknownTick of={t('complaint.field.division_code')} />
        </Form.Item>
      </Cell>
      <Cell span={4}>
        <Form.Item name="address" label={t('complaint.field.address')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 3 }} maxLength={8000} />
        </Form.Item>
      </Cell>
      <Cell span={4} tone="soft">
        <RegionLine region={region.data} />
      </Cell>
    </div>
  );
}

function Matter({ channel }: { channel: string }) {
  const { t } = useTranslation();
  return (
    <div className="cells">
      <Cell span={12}>
        <Form.Item
          name="account"
          label={
            <>
              {t('complaint.field.account')}
              <span className="quiet known">{t('complaint.account_hint')}</span>
            </>
          }
        >
          <Input.TextArea className="account" autoSize={{ minRows: 5, maxRows: 24 }} maxLength={8000} />
        </Form.Item>
        <Form.Item name={['unknowns', 'account']} noStyle>
          <UnknownTick
            of={t('complaint.field.account')}
            proposal={onPaper.includes(channel) ? t('complaint.account_attached') : ''}
          />
        </Form.Item>
      </Cell>
      <Cell span={12}>
        <Form.Item
          name="reception_summary"
          label={
            <>
              {t('complaint.field.reception_summary')}
              <span className="quiet known">{t('complaint.summary_hint')}</span>
            </>
          }
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={8000} />
        </Form.Item>
      </Cell>
      <Cell span={8}>
        <Form.Item name="demand" label={t('complaint.field.demand')}>
          <Checkbox.Group
            options={demands.map((one) => ({ value: one, label: t(`complaint.demand.${one}`) }))}
          />
        </Form.Item>
      </Cell>
      <Cell span={4}>
        <Form.Item name="demand_note" label={t('complaint.field.demand_note')}>
          <Input maxLength={8000} />
        </Form.Item>
      </Cell>
    </div>
  );
}

function Retrospective({ form }: { form: FormInstance<Intake> }) {
  const { t } = useTranslation();
  const late = useField<boolean>(form, 'retrospective') ?? false;
  return (
    <div className="cells">
      <Cell span={12} tone="soft">
        <Form.Item name="retrospective" valuePropName="checked" noStyle>
          <Checkbox>{t('complaint.field.retrospective')}</Checkbox>
        </Form.Item>
        <ObligationTag id="1-b" />
        {late && (
          <Form.Item
            name="retrospective_reason"
            label={t('complaint.field.retrospective_reason')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input maxLength={200} placeholder={t('complaint.retrospective_hint')} />
          </Form.Item>
        )}
      </Cell>
    </div>
  );
}

/** Part one of the paper form, to be filled in. */
export function IntakeSheet(props: Props) {
  const { form, number, fresh, isDraft, takenBy } = props;
  const { t } = useTranslation();
  const channel = useField<string>(form, 'channel') ?? 'phone';
  const papers = useField<Paper[]>(form, 'papers') ?? [];
  const attached = useField<string[]>(form, 'attached') ?? [];
  return (
    <div className="sheet">
      <div className="sheet-head">
        <p className="sheet-title">{t('complaint.form_title')}</p>
        <p className="sheet-number quiet">
          {t('complaint.field.number')}{' '}
          <span className="number">{number ?? t('complaint.number_later')}</span>
        </p>
      </div>
      <Part id="intake" title={t('complaint.part.intake')} note={t('complaint.taken_by', { name: takenBy })}>
        <div className="cells">
          <Cell span={12}>
            <Form.Item name="channel" label={t('complaint.field.channel')}>
              <ChannelField />
            </Form.Item>
          </Cell>
        </div>
        <Arrival channel={channel} />
        <Parties form={form} onPick={props.onPick} />
        <Place form={form} onSite={props.onSite} />
        <div className="cells">
          <Cell span={6}>
            <Form.Item name="contract_no" label={t('complaint.field.contract_no')}>
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
          </Cell>
          <Cell span={6}>
            <Form.Item name="delivered_on" label={t('complaint.field.delivered_on')}>
              <DayField variant="borderless" />
            </Form.Item>
          </Cell>
        </div>
        <LineFields onUnit={props.onUnit} onProduct={props.onProduct} onRemoved={props.onLineRemoved} />
        <Matter channel={channel} />
        {isDraft && (
          <div className="cells">
            <Cell span={12}>
              <Form.Item
                name="severity"
                label={
                  <>
                    {t('complaint.field.severity')}
                    <span className="quiet known">{t('complaint.severity_hint')}</span>
                  </>
                }
              >
                <Radio.Group
                  aria-label={t('complaint.field.severity')}
                  options={severities.map((one) => ({ value: one, label: t(`complaint.severity.${one}`) }))}
                />
              </Form.Item>
            </Cell>
          </div>
        )}
        <div className="cells">
          <Cell span={12}>
            <Form.Item
              name="papers"
              label={t('complaint.papers_count', { n: papers.length + attached.length })}
            >
              <PaperFields channel={channel} problems={props.paperProblems} />
            </Form.Item>
            {attached.length > 0 && (
              <p className="quiet">
                {t('complaint.attached', { names: attached.join(t('list.separator')) })}
              </p>
            )}
          </Cell>
        </div>
        {fresh && <Retrospective form={form} />}
      </Part>
    </div>
  );
}

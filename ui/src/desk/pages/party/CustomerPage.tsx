import EditOutlined from '@ant-design/icons/es/icons/EditOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { formatDate } from '../../../shared/dates';
import { Masked } from '../../../shared/Masked';
import { PageHeader } from '../../../shared/PageHeader';
import { useCan } from '../../../shared/session';
import { Timeline } from '../../../shared/Timeline';
import { AmendCustomerDialog, ContactDialog, SiteDialog } from './CustomerForms';
import { CustomerUnits, RelatedComplaints } from './CustomerLists';
import { Facts } from './Facts';
import { Loaded } from './Loaded';
import './party.css';
import { siteWords } from './pickers';
import { KindTag, LevelTag, RegionClass, VoidTag } from './tags';
import type { Contact, Customer, Site } from './types';
import { VoidDialog } from './VoidDialog';

const route = getRouteApi('/shell/customers/$id');

/** What is being done on the page; one dialog at a time. */
type Doing =
  | { what: 'amend' | 'void' | 'contact' | 'site' }
  | { what: 'amend_contact' | 'void_contact'; contact: Contact }
  | { what: 'amend_site' | 'void_site'; site: Site };

function Contacts({ customer, onDo }: { customer: Customer; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation();
  const mayAdd = useCan('party.add_contact') && !customer.voided_at;
  const mayAmend = useCan('party.amend_contact') && !customer.voided_at;
  const mayVoid = useCan('party.void_contact') && !customer.voided_at;
  const contacts = customer.contacts ?? [];
  return (
    <section className="panel" aria-labelledby="contacts">
      <div className="party-head">
        <h2 id="contacts">{t('party.contacts')}</h2>
        {mayAdd && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => onDo({ what: 'contact' })}>
            {t('party.contact.add')}
          </Button>
        )}
      </div>
      {contacts.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('party.no_contacts')} />
      )}
      <ul className="party-list">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <div className="party-list-text">
              <strong>
                {contact.name} <span className="quiet">{contact.position}</span>
              </strong>
              <span>
                <Masked phone={contact.phone} masked={contact.phone_masked} />
              </span>
              {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            </div>
            <div className="row no-print">
              {mayAmend && !customer.phones_masked && (
                <Button size="small" onClick={() => onDo({ what: 'amend_contact', contact })}>
                  {t('party.amend')}
                </Button>
              )}
              {mayVoid && (
                <Button size="small" onClick={() => onDo({ what: 'void_contact', contact })}>
                  {t('party.void')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sites({ customer, onDo }: { customer: Customer; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation();
  const mayAdd = useCan('party.add_site') && !customer.voided_at;
  const mayAmend = useCan('party.amend_site') && !customer.voided_at;
  const mayVoid = useCan('party.void_site') && !customer.voided_at;
  const sites = customer.sites ?? [];
  return (
    <section className="panel" aria-labelledby="sites">
      <div className="party-head">
        <h2 id="sites">{t('party.sites')}</h2>
        {mayAdd && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => onDo({ what: 'site' })}>
            {t('party.site.add')}
          </Button>
        )}
      </div>
      {sites.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('party.no_sites')} />}
      <ul className="party-list">
        {sites.map((site) => (
          <li key={site.id}>
            <div className="party-list-text">
              <strong>{site.name || siteWords(site)}</strong>
              {site.name && <span>{siteWords({ ...site, name: undefined })}</span>}
              {site.place && (
                <span className="quiet">
                  {t(`party.place.${site.place}`)} {site.place_note}
                </span>
              )}
              <RegionClass region={site.region} />
            </div>
            <div className="row no-print">
              {mayAmend && (
                <Button size="small" onClick={() => onDo({ what: 'amend_site', site })}>
                  {t('party.amend')}
                </Button>
              )}
              {mayVoid && (
                <Button size="small" onClick={() => onDo({ what: 'void_site', site })}>
                  {t('party.void')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dialog({ doing, customer, onClose }: { doing: Doing; customer: Customer; onClose: () => void }) {
  const { t } = useTranslation();
  switch (doing.what) {
    case 'amend':
      return <AmendCustomerDialog customer={customer} onClose={onClose} />;
    case 'void':
      return (
        <VoidDialog
          path={`/api/v1/customers/${customer.id}/void`}
          version={customer.version}
          title={t('party.customer.void')}
          note={t('party.customer.void_note')}
          onClose={onClose}
        />
      );
    case 'contact':
      return <ContactDialog customer={customer.id} onClose={onClose} />;
    case 'amend_contact':
      return <ContactDialog customer={customer.id} contact={doing.contact} onClose={onClose} />;
    case 'void_contact':
      return (
        <VoidDialog
          path={`/api/v1/contacts/${doing.contact.id}/void`}
          version={doing.contact.version}
          title={t('party.contact.void')}
          note={t('party.contact.void_note', { name: doing.contact.name || doing.contact.phone_masked })}
          onClose={onClose}
        />
      );
    case 'site':
      return <SiteDialog customer={customer.id} onClose={onClose} />;
    case 'amend_site':
      return <SiteDialog customer={customer.id} site={doing.site} onClose={onClose} />;
    case 'void_site':
      return (
        <VoidDialog
          path={`/api/v1/sites/${doing.site.id}/void`}
          version={doing.site.version}
          title={t('party.site.void')}
          note={siteWords(doing.site)}
          onClose={onClose}
        />
      );
  }
}

function Record({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing>();
  const mayAmend = useCan('party.amend_customer') && !customer.voided_at;
  const mayVoid = useCan('party.void_customer') && !customer.voided_at;
  return (
    <div className="stack">
      <PageHeader
        title={customer.name}
        back={<Link to="/customers">{t('party.customers')}</Link>}
        tags={
          <>
            <KindTag kind={customer.kind} />
            <LevelTag level={customer.level} />
            <VoidTag since={customer.voided_at} />
          </>
        }
        subtitle={<span className="number">{customer.code}</span>}
        actions={
          <>
            {mayAmend && (
              <Button icon={<EditOutlined />} onClick={() => setDoing({ what: 'amend' })}>
                {t('party.amend')}
              </Button>
            )}
            {mayVoid && <Button onClick={() => setDoing({ what: 'void' })}>{t('party.void')}</Button>}
          </>
        }
      />
      <div className="party-sides">
        <div className="stack">
          <section className="panel" aria-label={t('party.facts')}>
            <Facts
              facts={[
                [t('party.field.division'), customer.division_name],
                [t('party.field.address'), customer.address],
                [t('party.field.created'), formatDate(customer.created_at)],
                [t('party.field.remarks'), customer.remarks],
                [t('party.field.void_reason'), customer.void_reason],
              ]}
            />
          </section>
          <Contacts customer={customer} onDo={setDoing} />
          <Sites customer={customer} onDo={setDoing} />
          <CustomerUnits customer={customer} />
          <RelatedComplaints of={{ customer_id: customer.id }} />
        </div>
        <section className="panel" aria-labelledby="history">
          <h2 id="history">{t('party.history')}</h2>
          <Timeline lines={customer.timeline ?? []} />
        </section>
      </div>
      {doing && <Dialog doing={doing} customer={customer} onClose={() => setDoing(undefined)} />}
    </div>
  );
}

/** A customer's record: contacts, sites with their region class, units, complaints, history. */
export function CustomerPage() {
  const { id } = route.useParams();
  const customer = useQuery({
    queryKey: ['customers', id],
    queryFn: ({ signal }) => get<Customer>(`/api/v1/customers/${encodeURIComponent(id)}`, {}, signal),
  });
  return <Loaded query={customer}>{(data) => <Record key={data.id} customer={data} />}</Loaded>;
}

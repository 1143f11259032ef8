import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Skeleton, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { formatDateTime } from '../../../shared/dates';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { Timeline } from '../../../shared/Timeline';
import { CancelAbsenceDialog, RecordAbsenceDialog } from './absenceDialogs';
import { useDepartments } from './departments';
import { DesignateDialog } from './designationDialogs';
import {
  AmendPersonDialog,
  DisablePersonDialog,
  EnablePersonDialog,
  RolesDialog,
  SetPasswordDialog,
} from './personDialogs';
import { AddQualificationDialog, EndQualificationDialog } from './qualificationDialogs';
import { Days, DesignationState, PersonTags, QualificationState, RoleTags } from './tags';
import type { Absence, PersonPage, Qualification } from './types';

type PersonAct = 'amend' | 'roles' | 'password' | 'disable' | 'enable';

type Open =
  | { what: PersonAct | 'designate' | 'qualify' | 'away' }
  | { what: 'end'; qualification: Qualification }
  | { what: 'cancel'; absence: Absence };

/** One person: particulars, designations, qualifications, absences, what happened. */
export function PersonDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['staff', 'person', id],
    queryFn: ({ signal }) => get<PersonPage>(`/api/v1/people/${encodeURIComponent(id ?? '')}`, {}, signal),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      size={720}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      title={found.data?.name ?? t('staff.person.one')}
      destroyOnHidden
    >
      {found.isPending && <Skeleton active />}
      {found.isError && (
        <RefusalAlert refusal={found.error instanceof Refusal ? found.error : new Refusal(0)} />
      )}
      {found.data && <Person person={found.data} />}
    </Drawer>
  );
}

function Person({ person }: { person: PersonPage }) {
  const [open, setOpen] = useState<Open>();
  return (
    <div className="stack">
      <Particulars person={person} onOpen={setOpen} />
      <Designations person={person} onOpen={setOpen} />
      <Qualifications person={person} onOpen={setOpen} />
      <Absences person={person} onOpen={setOpen} />
      <History person={person} />
      <Dialogs person={person} open={open} onClose={() => setOpen(undefined)} />
    </div>
  );
}

/** What the reader may do in this person's matter. */
const permitted = (person: PersonPage) => (action: string) => person.may.includes(action);

interface PartProps {
  person: PersonPage;
  onOpen: (open: Open) => void;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Particulars({ person, onOpen }: PartProps) {
  const { t } = useTranslation();
  const { nameOf } = useDepartments();
  const can = permitted(person);
  const none = <span className="quiet">{t('staff.none')}</span>;
  return (
    <section className="stack" aria-label={t('staff.person.particulars')}>
      <div className="row">
        <PersonTags person={person} />
        <RoleTags roles={person.roles} />
      </div>
      <dl className="facts">
        <Fact label={t('staff.person.login')}>{person.login}</Fact>
        <Fact label={t('staff.person.department')}>
          {nameOf(person.department?.id, person.department?.name) || none}
        </Fact>
        <Fact label={t('staff.person.phone')}>{person.phone || none}</Fact>
        <Fact label={t('staff.person.email')}>{person.email || none}</Fact>
        {can('staff.set_password') && (
          <Fact label={t('staff.person.password')}>
            {person.has_password ? t('staff.person.has_password') : t('staff.person.no_password')}
          </Fact>
        )}
        {person.disabled_at && (
          <Fact label={t('staff.person.disabled')}>
            {formatDateTime(person.disabled_at)} {person.disable_reason}
          </Fact>
        )}
      </dl>
      <PersonActs person={person} onOpen={onOpen} />
    </section>
  );
}

function PersonActs({ person, onOpen }: PartProps) {
  const { t } = useTranslation();
  const acts: { what: PersonAct; action: string; label: string }[] = [
    { what: 'amend', action: 'staff.amend_person', label: t('staff.person.amend') },
    { what: 'roles', action: 'staff.set_roles', label: t('staff.person.set_roles') },
    { what: 'password', action: 'staff.set_password', label: t('staff.person.set_password') },
    person.disabled_at
      ? { what: 'enable', action: 'staff.enable_person', label: t('staff.person.enable') }
      : { what: 'disable', action: 'staff.disable_person', label: t('staff.person.disable') },
  ];
  const allowed = acts.filter((one) => person.may.includes(one.action));
  if (allowed.length === 0) return null;
  return (
    <div className="row no-print">
      {allowed.map(({ what, label }) => (
        <Button key={what} danger={what === 'disable'} onClick={() => onOpen({ what })}>
          {label}
        </Button>
      ))}
    </div>
  );
}

function Part(props: { title: string; button?: string | false; onAdd: () => void; children: ReactNode }) {
  return (
    <section className="panel" aria-label={props.title}>
      <div className="part-line">
        <h2>{props.title}</h2>
        {props.button && (
          <Button size="small" onClick={props.onAdd}>
            {props.button}
          </Button>
        )}
      </div>
      {props.children}
    </section>
  );
}

function Designations({ person, onOpen }: PartProps) {
  const { t } = useTranslation();
  const can = permitted(person);
  const mayDesignate = can('staff.designate') && !person.disabled_at;
  return (
    <Part
      title={t('staff.designations.title')}
      button={mayDesignate && t('staff.designation.create')}
      onAdd={() => onOpen({ what: 'designate' })}
    >
      {person.designations.length === 0 && <p className="quiet">{t('staff.designations.none')}</p>}
      <ul className="items">
        {person.designations.map((one) => (
          <li key={one.id}>
            <div>
              {t(`staff.function.${one.function}`)}
              {one.person.id !== person.id && (
                <Tag className="obligation">
                  {t('staff.designation.deputy_of', { name: one.person.name })}
                </Tag>
              )}
              <div className="quiet">
                <Days from={one.from_day} to={one.to_day} />
              </div>
            </div>
            <DesignationState state={one.state} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Qualifications({ person, onOpen }: PartProps) {
  const { t } = useTranslation();
  const can = permitted(person);
  const mayAdd = can('staff.add_qualification') && !person.disabled_at;
  return (
    <Part
      title={t('staff.qualifications.title')}
      button={mayAdd && t('staff.qualification.create')}
      onAdd={() => onOpen({ what: 'qualify' })}
    >
      {person.qualifications.length === 0 && <p className="quiet">{t('staff.qualifications.none')}</p>}
      <ul className="items">
        {person.qualifications.map((one) => (
          <li key={one.id}>
            <div>
              {one.family} · {one.skill} {one.level}
              <div className="quiet">
                {one.certificate_no} {one.issuer} <Days from={one.valid_from} to={one.valid_to} />
              </div>
              {one.end_reason && <div className="quiet">{one.end_reason}</div>}
            </div>
            <span className="row">
              {one.statutory && <Tag>{t(`staff.statutory.${one.statutory}`)}</Tag>}
              <QualificationState row={one} />
              {one.file_id && (
                <a href={`/api/v1/files/${one.file_id}`} target="_blank" rel="noreferrer">
                  {t('staff.qualification.scan')}
                </a>
              )}
              {one.may_end && (
                <Button size="small" onClick={() => onOpen({ what: 'end', qualification: one })}>
                  {t('staff.qualification.end')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Absences({ person, onOpen }: PartProps) {
  const { t } = useTranslation();
  const can = permitted(person);
  const mayRecord = can('staff.record_absence') && !person.disabled_at;
  return (
    <Part
      title={t('staff.absences.title')}
      button={mayRecord && t('staff.absence.create')}
      onAdd={() => onOpen({ what: 'away' })}
    >
      {person.absences.length === 0 && <p className="quiet">{t('staff.absences.none')}</p>}
      <ul className="items">
        {person.absences.map((one) => (
          <li key={one.id}>
            <div>
              <Days from={one.from_day} to={one.to_day} />
              <div className="quiet">
                {one.reason && t(`staff.absence.reason.${one.reason}`)} {one.note}
              </div>
            </div>
            <span className="row">
              {one.cancelled && <Tag>{t('staff.absence.cancelled')}</Tag>}
              {one.may_cancel && (
                <Button size="small" onClick={() => onOpen({ what: 'cancel', absence: one })}>
                  {t('staff.absence.cancel')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function History({ person }: { person: PersonPage }) {
  const { t } = useTranslation();
  if (person.timeline.length === 0) return null;
  return (
    <section className="panel" aria-label={t('staff.person.history')}>
      <h2>{t('staff.person.history')}</h2>
      <Timeline lines={person.timeline} />
    </section>
  );
}

function Dialogs({ person, open, onClose }: { person: PersonPage; open?: Open; onClose: () => void }) {
  const is = (what: Open['what']) => ({ open: open?.what === what, onClose });
  const me = { id: person.id, name: person.name };
  return (
    <>
      <AmendPersonDialog {...is('amend')} person={person} />
      <RolesDialog {...is('roles')} person={person} />
      <SetPasswordDialog {...is('password')} person={person} />
      <DisablePersonDialog {...is('disable')} person={person} />
      <EnablePersonDialog {...is('enable')} person={person} />
      <DesignateDialog {...is('designate')} person={me} />
      <AddQualificationDialog {...is('qualify')} person={me} />
      <RecordAbsenceDialog {...is('away')} person={me} />
      <EndQualificationDialog
        {...is('end')}
        qualification={open?.what === 'end' ? open.qualification : undefined}
      />
      <CancelAbsenceDialog {...is('cancel')} absence={open?.what === 'cancel' ? open.absence : undefined} />
    </>
  );
}

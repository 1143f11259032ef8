import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { ObligationTag } from '../../../../shared/ObligationTag';
import type { ComplaintPage, NextAct } from '../types';
import { firstDue } from './Clocks';

/** Acts that complete what is before the reader; once they may be done they come before going on as before. */
const completing: readonly string[] = ['give-view', 'decide-exception', 'sign-opinion', 'close'];

/** The one step that this reader should do now; nothing when it waits for somebody else. */
export function nextStep(page: ComplaintPage): NextAct | undefined {
  const allowed = (page.next ?? []).filter((one) => one.primary && one.allowed);
  return (
    allowed.find((one) => completing.includes(one.act)) ?? allowed.find((one) => one.due_at) ?? allowed[0]
  );
}

/** The name of an act as it reads on this record: a draft is continued, a registered record corrected. */
function useActName(page: ComplaintPage): (act: string) => string {
  const { t } = useTranslation();
  return (act) =>
    act === 'amend' && page.state !== 'draft' ? t('complaint.amend.title') : t(`complaint.act.${act}`);
}

interface Props {
  page: ComplaintPage;
  onAct: (act: string) => void;
  /** The act that stands open on the page already. */
  standing?: string;
}

/** Acts that end the record stand last in the menu. */
const grave: readonly string[] = ['void', 'withdraw', 'merge'];

function useMenu(page: ComplaintPage, acts: NextAct[], onAct: (act: string) => void): MenuProps {
  const name = useActName(page);
  const entry = (one: NextAct) => ({
    key: one.act,
    disabled: !one.allowed,
    danger: grave.includes(one.act),
    label: (
      <span className="act-entry">
        <span>
          {name(one.act)} {one.obligation && <span className="quiet number">{one.obligation}</span>}
        </span>
        {one.why_not && (
          <span className="act-why">
            {one.why_not.obligation && `${one.why_not.obligation} `}
            {one.why_not.text}
          </span>
        )}
      </span>
    ),
  });
  const usual = acts.filter((one) => !grave.includes(one.act));
  const last = acts.filter((one) => grave.includes(one.act));
  return {
    items: [
      ...usual.map(entry),
      ...(usual.length > 0 && last.length > 0 ? [{ type: 'divider' as const }] : []),
      ...last.map(entry),
    ],
    onClick: ({ key }) => onAct(key),
  };
}

function More({ page, acts, onAct, block }: Omit<Props, 'standing'> & { acts: NextAct[]; block?: boolean }) {
  const { t } = useTranslation();
  const menu = useMenu(page, acts, onAct);
  if (acts.length === 0) return null;
  return (
    <Dropdown menu={menu} trigger={['click']} placement="bottomRight" classNames={{ root: 'act-menu' }}>
      <Button
        className="act-more"
        block={block}
        icon={<DownOutlined aria-hidden="true" />}
        iconPlacement="end"
      >
        {t('complaint.more')}
      </Button>
    </Dropdown>
  );
}

function Waiting({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const clock = firstDue(page);
  if (!clock) return <p className="quiet">{t('complaint.nothing_owed')}</p>;
  return (
    <p>
      {t('complaint.waiting', { name: clock.owner.name, act: t(`complaint.step.${clock.step}`) })}{' '}
      <ObligationTag id={clock.obligation} />
    </p>
  );
}

/** Acts that are next on the record's path but cannot be done yet, with the reason in plain sight. */
function Blocked({ acts }: { acts: NextAct[] }) {
  const { t } = useTranslation();
  return (
    <ul className="blocked">
      {acts.map((one) => (
        <li key={one.act}>
          <Button block disabled>
            {t(`complaint.act.${one.act}`)}
          </Button>
          <p className="quiet">
            {one.why_not?.obligation && <ObligationTag id={one.why_not.obligation} />}
            {one.why_not?.text}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What the reader owes as one button, what else may be done, and what not and why. */
export function NextActs({ page, onAct, standing }: Props) {
  const { t } = useTranslation();
  const step = nextStep(page);
  const acts = (page.next ?? []).filter((one) => one.act !== step?.act && one.act !== standing);
  const beside = acts.filter((one) => one.primary && one.allowed);
  const blocked = acts.filter(
    (one) => one.primary && !one.allowed && one.why_not && !one.why_not.code.endsWith('.forbidden'),
  );
  const rest = acts.filter((one) => !beside.includes(one) && !blocked.includes(one));
  return (
    <section className="panel next no-print" aria-labelledby="next-title">
      <h2 id="next-title">{t('complaint.next')}</h2>
      {step && step.act !== standing && (
        <div className="next-step">
          <Button type="primary" size="large" block onClick={() => onAct(step.act)}>
            {t(`complaint.act.${step.act}`)}
          </Button>
          {step.obligation && <ObligationTag id={step.obligation} full />}
        </div>
      )}
      {step && step.act === standing && <p>{t('complaint.classify_above')}</p>}
      {!step && <Waiting page={page} />}
      {beside.map((one) => (
        <Button key={one.act} block onClick={() => onAct(one.act)}>
          {t(`complaint.act.${one.act}`)}
        </Button>
      ))}
      {blocked.length > 0 && <Blocked acts={blocked} />}
      <More page={page} acts={rest} onAct={onAct} block />
    </section>
  );
}

/** On a phone the next step stays under the thumb. */
export function StickyActs({ page, onAct, standing }: Props) {
  const { t } = useTranslation();
  const step = nextStep(page);
  const acts = (page.next ?? []).filter((one) => one.act !== step?.act && one.act !== standing);
  if (!step && acts.length === 0) return null;
  return (
    <div className="act-bar no-print">
      {step && step.act !== standing && (
        <Button type="primary" size="large" className="act-bar-step" onClick={() => onAct(step.act)}>
          {t(`complaint.act.${step.act}`)}
        </Button>
      )}
      <More page={page} acts={acts} onAct={onAct} />
    </div>
  );
}

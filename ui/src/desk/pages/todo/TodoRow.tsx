import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';
import { useTranslation } from 'react-i18next';
import { Clock } from '../../../shared/Clock';
import { ObligationTag } from '../../../shared/ObligationTag';
import { SeverityTag } from '../complaint/chips';
import type { Due } from './due';
import { Go } from './Go';
import type { TodoItem } from './types';
import { useStepWords } from './words';

/** One thing owed: until when, on which record, and the next step as one button. */
export function TodoRow({ item, due }: { item: TodoItem; due: Due }) {
  const { t } = useTranslation();
  const step = useStepWords()(item.next.act);
  const { subject, owner } = item;
  return (
    <li className={`todo todo-${due}`}>
      <div className="todo-time">
        <Clock clock={item} />
      </div>
      <div className="todo-what">
        <p className="todo-title">
          <Go to={item.next.path}>{subject.title || subject.number}</Go>
        </p>
        <p className="todo-facts">
          <span className="number">{subject.number}</span>
          {subject.customer_name && <span>{subject.customer_name}</span>}
          {subject.severity !== 'minor' && <SeverityTag value={subject.severity} />}
          <ObligationTag id={item.obligation} kind={item.kind} />
          {owner.kind !== 'person' && (
            <span className="quiet">
              <TeamOutlined aria-hidden="true" /> {t('todo.shared_with', { owner: owner.name })}
            </span>
          )}
        </p>
      </div>
      <Go
        to={`${item.next.path}?act=${encodeURIComponent(item.next.act)}`}
        className={`todo-step ${due === 'overdue' || due === 'today' ? 'todo-step-now' : ''}`}
        label={t('todo.step_on', { step, number: subject.number })}
      >
        {step}
        <RightOutlined aria-hidden="true" />
      </Go>
    </li>
  );
}

import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined';
import { useTranslation } from 'react-i18next';
import { clockState, spanWords } from '../../../shared/Clock';
import { formatDue } from '../../../shared/dates';
import { SeverityTag } from '../complaint/chips';
import { Go } from './Go';
import type { TodoItem } from './types';
import { useStepWords } from './words';

/** One thing owed, on the board. */
export function BoardCard({ item, now }: { item: TodoItem; now: number }) {
  const { t } = useTranslation();
  const step = useStepWords()(item.next.act);
  const state = clockState(item, now);
  const span = spanWords(t, Date.parse(item.due_at) - now);
  return (
    <li className={`board-card board-card-${state}`}>
      <Go to={item.next.path} className="board-card-link">
        <span className="board-card-head">
          <span className="number">{item.subject.number}</span>
          {item.subject.severity === 'serious' && <SeverityTag value={item.subject.severity} />}
        </span>
        <span className="board-card-title">{item.subject.title || item.subject.customer_name}</span>
        <span className="board-card-customer">{item.subject.customer_name}</span>
        <span className="board-card-foot">
          <span className="board-card-due" title={formatDue(item.due_at)}>
            {state === 'overdue' && <ExclamationCircleOutlined aria-hidden="true" />}{' '}
            {state === 'overdue' ? t('clock.overdue', { span }) : t('clock.left', { span })}
          </span>
          <span>{t('todo.board.step_by', { step, owner: item.owner.name || t('person.nobody') })}</span>
        </span>
      </Go>
    </li>
  );
}

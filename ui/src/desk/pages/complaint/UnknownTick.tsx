import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** The field's label, for those who hear the page. */
  of: string;
  /** Undefined: known or simply not filled in; text: ticked as unknown, with the reason so far. */
  value?: string;
  onChange?: (reason: string | undefined) => void;
  id?: string;
  /** Proposed as the reason when ticked. */
  proposal?: string;
}

/** The tick "not known" with its reason: nothing may block the same-day handover (2.1-i). */
export function UnknownTick({ of, value, onChange, id, proposal = '' }: Props) {
  const { t } = useTranslation();
  const ticked = value !== undefined;
  return (
    <div className="unknown">
      <Checkbox
        checked={ticked}
        aria-label={t('complaint.unknown_of', { field: of })}
        onChange={(event) => onChange?.(event.target.checked ? proposal : undefined)}
      >
        {t('complaint.unknown')}
      </Checkbox>
      {ticked && (
        <Input
          id={id}
          size="small"
          maxLength={200}
          value={value}
          aria-label={t('complaint.unknown_why_of', { field: of })}
          placeholder={t('complaint.unknown_why')}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </div>
  );
}

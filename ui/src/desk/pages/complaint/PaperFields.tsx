import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { newKey, type UploadedFile } from '../../../shared/api';
import { FileDrop, sizeWords } from '../../../shared/FileDrop';
import { paperKinds } from './choices';
import { kindOfFile, type Paper } from './record';

interface Props {
  value?: Paper[];
  onChange?: (papers: Paper[]) => void;
  channel: string;
  /** What the server says about single papers, by place and field. */
  problems?: { place: number; field: string; message: string }[];
}

function PaperRow({
  paper,
  problem,
  onChange,
  onRemove,
}: {
  paper: Paper;
  problem?: string;
  onChange: (part: Partial<Paper>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const name = paper.file?.name ?? paper.title ?? '';
  return (
    <li className="paper-row">
      <div className="paper-name">
        {paper.file ? (
          <>
            <a
              href={`/api/v1/files/${paper.file.id}?name=${encodeURIComponent(paper.file.name)}`}
              target="_blank"
              rel="noreferrer"
            >
              {paper.file.name}
            </a>
            <span className="quiet number">{sizeWords(paper.file.size)}</span>
          </>
        ) : (
          <Input
            value={paper.title}
            maxLength={200}
            aria-label={t('complaint.paper.title')}
            placeholder={t('complaint.paper.title_hint')}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
        {problem && (
          <span role="alert" className="file-problem">
            {problem}
          </span>
        )}
      </div>
      <Select
        value={paper.kind}
        aria-label={t('complaint.paper.kind_of', { name })}
        options={paperKinds.map((kind) => ({ value: kind, label: t(`complaint.paper_kind.${kind}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <InputNumber
        value={paper.pages}
        min={0}
        max={10000}
        precision={0}
        controls={false}
        suffix={t('complaint.paper.pages_unit')}
        aria-label={t('complaint.paper.pages_of', { name })}
        onChange={(pages) => onChange({ pages: pages ?? undefined })}
      />
      <Checkbox
        checked={paper.original ?? false}
        onChange={(event) => onChange({ original: event.target.checked })}
      >
        {t('complaint.paper.original')}
      </Checkbox>
      <Input
        value={paper.holder}
        maxLength={200}
        aria-label={t('complaint.paper.holder_of', { name })}
        placeholder={t('complaint.paper.holder')}
        onChange={(event) => onChange({ holder: event.target.value })}
      />
      <Input
        value={paper.storage}
        maxLength={200}
        aria-label={t('complaint.paper.storage_of', { name })}
        placeholder={t('complaint.paper.storage')}
        onChange={(event) => onChange({ storage: event.target.value })}
      />
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={t('files.remove', { name })}
        onClick={onRemove}
      />
    </li>
  );
}

/** The letters, photos, samples that came along: by drag, paste, choice or camera, or as a thing without a scan. */
export function PaperFields({ value = [], onChange, channel, problems = [] }: Props) {
  const { t } = useTranslation();
  // The drop area keeps only what was just taken in; each file becomes a row of its own at once.
  const take = (files: UploadedFile[]) => {
    const fresh = files
      .filter((file) => !value.some((paper) => paper.file?.id === file.id))
      .map((file): Paper => ({ key: newKey(), file, kind: kindOfFile(file, channel) }));
    if (fresh.length > 0) onChange?.([...value, ...fresh]);
  };
  const change = (key: string, part: Partial<Paper>) =>
    onChange?.(value.map((paper) => (paper.key === key ? { ...paper, ...part } : paper)));
  return (
    <div className="papers">
      <FileDrop value={[]} onChange={take} />
      {value.length > 0 && (
        <ul className="paper-rows" aria-label={t('complaint.field.attachments')}>
          {value.map((paper, place) => (
            <PaperRow
              key={paper.key}
              paper={paper}
              problem={problems.find((problem) => problem.place === place)?.message}
              onChange={(part) => change(paper.key, part)}
              onRemove={() => onChange?.(value.filter((other) => other.key !== paper.key))}
            />
          ))}
        </ul>
      )}
      <Button
        type="dashed"
        icon={<PlusOutlined aria-hidden="true" />}
        onClick={() => onChange?.([...value, { key: newKey(), kind: 'sample', original: true }])}
      >
        {t('complaint.paper.add_thing')}
      </Button>
    </div>
  );
}

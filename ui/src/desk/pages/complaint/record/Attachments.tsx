import FileOutlined from '@ant-design/icons/es/icons/FileOutlined';
import FilePdfOutlined from '@ant-design/icons/es/icons/FilePdfOutlined';
import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import SoundOutlined from '@ant-design/icons/es/icons/SoundOutlined';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../../shared/api';
import { formatDateTime } from '../../../../shared/dates';
import { sizeWords } from '../../../../shared/FileDrop';
import type { Attachment, ComplaintPage } from '../types';
import { mayDo } from './IntakePart';

function fileAddress(paper: Attachment): string {
  return address(`/api/v1/files/${encodeURIComponent(paper.file_id ?? '')}`, { name: paper.name });
}

/** Pictures a browser shows by itself. */
function isPicture(paper: Attachment): boolean {
  return /^image\/(png|jpeg|gif|webp|bmp)$/.test(paper.content_type ?? '');
}

function isPreviewable(paper: Attachment): boolean {
  return isPicture(paper) || paper.content_type === 'application/pdf';
}

function Face({ paper }: { paper: Attachment }) {
  if (isPicture(paper)) return <img src={fileAddress(paper)} alt="" loading="lazy" />;
  if (paper.content_type === 'application/pdf') return <FilePdfOutlined aria-hidden="true" />;
  if (paper.kind === 'recording') return <SoundOutlined aria-hidden="true" />;
  return paper.file_id ? <FileOutlined aria-hidden="true" /> : <InboxOutlined aria-hidden="true" />;
}

function Item({ paper, onPreview }: { paper: Attachment; onPreview: () => void }) {
  const { t } = useTranslation();
  const name = paper.title || paper.name;
  const facts = [
    t(`complaint.paper_kind.${paper.kind}`),
    paper.size ? sizeWords(paper.size) : '',
    paper.pages ? t('complaint.pages', { n: paper.pages }) : '',
    t(paper.original ? 'complaint.paper.original' : 'complaint.paper.copy'),
    paper.holder,
    paper.storage,
  ];
  return (
    <li className="attachment">
      {isPreviewable(paper) ? (
        <button
          type="button"
          className="attachment-face"
          aria-label={t('complaint.preview', { name })}
          onClick={onPreview}
        >
          <Face paper={paper} />
        </button>
      ) : (
        <span className="attachment-face" aria-hidden="true">
          <Face paper={paper} />
        </span>
      )}
      <div className="attachment-text">
        <p>
          {paper.file_id ? (
            <a href={fileAddress(paper)} download={paper.name}>
              {name}
            </a>
          ) : (
            name
          )}
        </p>
        <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
        <p className="quiet">
          {t('complaint.paper.arrived', { time: formatDateTime(paper.arrived_at) })}
          {paper.handed_over_at &&
            ` · ${t('complaint.paper.handed', { time: formatDateTime(paper.handed_over_at) })}`}
        </p>
      </div>
    </li>
  );
}

/** The letters, photos and things that came with the complaint: seen at once, kept with where they lie. */
export function Attachments({ page, onAct }: { page: ComplaintPage; onAct: (act: string) => void }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Attachment>();
  const papers = page.attachments ?? [];
  return (
    <div className="cells">
      <div className="cell cell-12">
        <div className="cell-head">
          <span className="cell-label">{t('complaint.papers_count', { n: papers.length })}</span>
          {mayDo(page, 'attach') && (
            <Button type="link" size="small" className="no-print" onClick={() => onAct('attach')}>
              {t('complaint.act.attach')}
            </Button>
          )}
        </div>
        {papers.length > 0 && (
          <ul className="attachments">
            {papers.map((paper) => (
              <Item key={paper.id} paper={paper} onPreview={() => setShown(paper)} />
            ))}
          </ul>
        )}
      </div>
      {shown && (
        <Modal
          open
          width={960}
          footer={null}
          title={shown.title || shown.name}
          onCancel={() => setShown(undefined)}
        >
          {isPicture(shown) ? (
            <img className="preview" src={fileAddress(shown)} alt={shown.title || shown.name} />
          ) : (
            <iframe
              className="preview preview-pdf"
              src={fileAddress(shown)}
              title={shown.title || shown.name}
            />
          )}
        </Modal>
      )}
    </div>
  );
}

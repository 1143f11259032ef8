import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PaperClipOutlined from '@ant-design/icons/es/icons/PaperClipOutlined';
import { Button, Progress } from 'antd';
import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, type UploadedFile, upload } from './api';
import { useRefusalWords } from './RefusalText';
import { Refusal } from './refusal';

export interface FileDropProps {
  /** The files taken in so far. With antd's Form.Item this and onChange come by themselves. */
  value?: UploadedFile[];
  onChange?: (files: UploadedFile[]) => void;
  /** As of the HTML attribute accept, such as "image/*,.pdf". */
  accept?: string;
  /** Largest size of one file in bytes; the server's own limit still holds. */
  maxBytes?: number;
  /** One file only: a later one takes the place of the earlier. */
  single?: boolean;
  id?: string;
  disabled?: boolean;
}

interface Sending {
  key: string;
  file: File;
  share: number;
  problem?: string;
  stop: AbortController;
}

const defaultMaxBytes = 50 * 1024 * 1024;

/** A size in the unit people read it in. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Takes files by drag, paste, choice or camera, and uploads each at once with its progress. */
export function FileDrop(props: FileDropProps) {
  const { accept, maxBytes = defaultMaxBytes, single = false, id, disabled = false } = props;
  const { t } = useTranslation();
  const words = useRefusalWords();
  const [sending, setSending] = useState<Sending[]>([]);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const files = props.value ?? [];
  // Uploads finish at different times; each must add to what is there then, not to what was there when it began.
  const current = useRef(files);
  current.current = files;

  const change = useCallback(
    (next: UploadedFile[]) => {
      current.current = next;
      props.onChange?.(next);
    },
    [props.onChange],
  );

  const update = useCallback((key: string, part: Partial<Sending>) => {
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);

  const transfer = useCallback(
    async (one: Sending) => {
      try {
        const taken = await upload(one.file, one.key, (share) => update(one.key, { share }), one.stop.signal);
        setSending((all) => all.filter((other) => other.key !== one.key));
        const others = single ? [] : current.current.filter((file) => file.id !== taken.id);
        change([...others, taken]);
      } catch (error) {
        if (one.stop.signal.aborted) return;
        const problem = error instanceof Refusal ? words(error) : t('files.failed');
        update(one.key, { problem, share: 0 });
      }
    },
    [change, single, t, update, words],
  );

  const take = useCallback(
    (list: Iterable<File>) => {
      const chosen = single ? [...list].slice(0, 1) : [...list];
      const fresh = chosen.map((file): Sending => {
        const problem =
          file.size > maxBytes ? t('files.too_large', { size: sizeWords(maxBytes) }) : undefined;
        return { key: newKey(), file, share: 0, problem, stop: new AbortController() };
      });
      setSending((all) => [...all, ...fresh]);
      for (const one of fresh) if (!one.problem) void transfer(one);
    },
    [maxBytes, single, t, transfer],
  );

  useEffect(() => {
    if (disabled) return;
    const onPaste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.files;
      if (!pasted || pasted.length === 0) return;
      event.preventDefault();
      take(pasted);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [disabled, take]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };

  const cancel = (one: Sending) => {
    one.stop.abort();
    setSending((all) => all.filter((other) => other.key !== one.key));
  };

  const retry = (one: Sending) => {
    update(one.key, { problem: undefined });
    void transfer(one);
  };

  return (
    <div className="file-drop">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the buttons do the same by keyboard. */}
      <div
        className={over ? 'file-drop-zone file-drop-over' : 'file-drop-zone'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button
          id={id}
          icon={<PaperClipOutlined />}
          disabled={disabled}
          onClick={() => chooser.current?.click()}
        >
          {t('files.choose')}
        </Button>
        <Button icon={<CameraOutlined />} disabled={disabled} onClick={() => camera.current?.click()}>
          {t('files.camera')}
        </Button>
        <span className="quiet">{t('files.hint', { size: sizeWords(maxBytes) })}</span>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple={!single}
          accept={accept}
          aria-label={t('files.choose')}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <input
          ref={camera}
          type="file"
          hidden
          accept="image/*"
          capture="environment"
          aria-label={t('files.camera')}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {(files.length > 0 || sending.length > 0) && (
        <ul className="file-list" aria-label={t('files.list')}>
          {files.map((file) => (
            <li key={file.id}>
              <a
                href={`/api/v1/files/${file.id}?name=${encodeURIComponent(file.name)}`}
                target="_blank"
                rel="noreferrer"
              >
                {file.name}
              </a>
              <span className="quiet number">{sizeWords(file.size)}</span>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                disabled={disabled}
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => change(files.filter((other) => other.id !== file.id))}
              />
            </li>
          ))}
          {sending.map((one) => (
            <li key={one.key}>
              <span>{one.file.name}</span>
              {one.problem ? (
                <span role="alert" className="file-problem">
                  {one.problem}
                </span>
              ) : (
                <Progress
                  percent={Math.round(one.share * 100)}
                  size="small"
                  aria-label={t('files.progress', { name: one.file.name })}
                />
              )}
              {one.problem && one.file.size <= maxBytes && (
                <Button size="small" onClick={() => retry(one)}>
                  {t('files.retry')}
                </Button>
              )}
              <Button size="small" type="text" onClick={() => cancel(one)}>
                {t('files.cancel')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

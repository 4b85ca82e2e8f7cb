/*
 * Choose files, or drop them. The size and kind are checked here only to spare a slow line; the server checks again. Names of files are shown to
 * the person who chose them and nowhere else.
 */
import { type DragEvent, useState } from 'react';
import { useText } from '../text.ts';
import { Button } from './button.tsx';
import { Field, type FieldProps } from './field.tsx';
import { Icon } from './icons.tsx';

interface FileDropProps extends FieldProps {
  files: readonly File[];
  onChange: (files: File[]) => void;
  /** As in the `accept` attribute: `.pdf,.csv`. */
  accept?: string;
  multiple?: boolean;
  /** Bytes per file. */
  most?: number;
}

export function FileDrop({ files, onChange, accept, multiple, most = 10_000_000, ...props }: FileDropProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();

  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    const fitting = chosen.filter(file => file.size <= most && hasEnding(file.name, accept));
    setRefused(
      fitting.length < chosen.length
        ? t('ui.files.refused', { most: Math.round(most / 1_000_000) })
        : undefined,
    );
    if (fitting.length > 0) onChange(multiple ? [...files, ...fitting] : fitting.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <Field {...props} error={props.error ?? refused}>
      {wiring => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a courtesy to the mouse; the input does the same
        <div
          className="files"
          data-over={over ? '' : undefined}
          onDragOver={event => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <span className="button file-button">
            <Icon name="plus" />
            <span aria-hidden="true">{t('ui.files.choose')}</span>
            <input
              {...wiring}
              className="file-input"
              type="file"
              accept={accept}
              multiple={multiple}
              disabled={props.disabled}
              onChange={event => {
                take(event.target.files);
                event.target.value = '';
              }}
            />
          </span>
          <p className="soft small">{t('ui.files.drop', { most: Math.round(most / 1_000_000) })}</p>
          {files.length > 0 && (
            <ul className="file-list">
              {files.map(file => (
                <li key={`${file.name} ${file.size}`}>
                  <Icon name="file" />
                  <span className="file-name">{file.name}</span>
                  <span className="soft small number">
                    {t('ui.files.size', { kilobytes: Math.ceil(file.size / 1000) })}
                  </span>
                  <Button
                    kind="quiet"
                    icon="close"
                    iconOnly
                    onPress={() => onChange(files.filter(other => other !== file))}
                  >
                    {t('ui.files.remove', { name: file.name })}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Field>
  );
}

function hasEnding(name: string, accept?: string): boolean {
  const endings = accept?.split(',').filter(part => part.startsWith('.'));
  return !endings?.length || endings.some(ending => name.toLowerCase().endsWith(ending.trim()));
}

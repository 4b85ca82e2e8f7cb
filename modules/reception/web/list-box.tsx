/* The list of a group: pasted, typed or taken from a spreadsheet, and shown at once as it will be understood. What is shown is read by the same function that the act
 * reads it by; a file is read by the server's table reader and kept nowhere. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sendFile } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField, problemText, reasonText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { TextArea } from '../../../web/ui/field.tsx';
import { FileDrop } from '../../../web/ui/file-drop.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { type ListLine, readGroupList } from '../list-reading.ts';

const readFile = async (file: File): Promise<string> => {
  const { rows } = await sendFile<{ rows: string[][] }>('imports/rows', file);
  return rows.map(cells => cells.map(cell => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
};

export function ListBox({
  value,
  onChange,
  error,
  required,
}: {
  value: string;
  onChange: (text: string) => void;
  error?: string;
  required?: boolean;
}) {
  const t = useText();
  const [files, setFiles] = useState<File[]>([]);
  const reading = useMutation({ mutationFn: readFile, onSuccess: onChange });
  const { lines, issues } = readGroupList(value);
  const title = (name: string) => fieldLabel(t, 'groupLine', name);
  const columns: Column<ListLine>[] = [
    { name: 'lineNumber', title: t('reception.line.number'), align: 'end', cell: line => line.lineNumber },
    { name: 'nameWritten', title: title('nameWritten'), lead: true, cell: line => line.nameWritten },
    { name: 'sex', title: title('sex'), cell: line => (line.sex ? codeLabel(t, 'sex', line.sex) : '—') },
    { name: 'bornWritten', title: title('bornWritten'), cell: line => line.bornWritten ?? '—' },
    { name: 'remarks', title: title('remarks'), cell: line => line.remarks ?? '—' },
  ];
  return (
    <div className="stack">
      <TextArea
        name="list"
        label={t('reception.list.label')}
        hint={t('reception.list.hint')}
        rows={6}
        maxLength={40_000}
        required={required}
        error={error}
        value={value}
        onChange={onChange}
      />
      <FileDrop
        name="file"
        label={t('reception.list.file')}
        accept=".xlsx,.csv,.txt,.tsv"
        most={2_000_000}
        files={files}
        error={
          reading.error ? (issuesByField(t, reading.error).file ?? problemText(t, reading.error)) : undefined
        }
        onChange={chosen => {
          setFiles(chosen);
          reading.reset();
          if (chosen[0]) reading.mutate(chosen[0]);
        }}
      />
      {issues.length > 0 && (
        <ul className="list-issues">
          {issues.map(({ line, reason }) => (
            <li key={`${line} ${reason}`}>
              {reasonText(t, { field: 'list', reason: `list_${reason}`, params: { line } })}
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <Table
          showCaption
          caption={t('reception.list.understood', { count: lines.length })}
          columns={columns}
          rows={lines}
          keyOf={line => String(line.lineNumber)}
        />
      )}
    </div>
  );
}

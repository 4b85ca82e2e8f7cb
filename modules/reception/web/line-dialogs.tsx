/* What is done with one line of a list: she is received with the name she says herself, she is set aside with a reason, or taken back. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { Do, DoDialog } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { person } from '../../people/index.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { readBirth } from '../list-reading.ts';
import { asideStates } from '../record.ts';

export interface LineProps {
  group: PartRow;
  line: PartRow;
  onClose: () => void;
}

export function ReceiveDialog({ group, line, onClose }: LineProps) {
  const t = useText();
  const [, go] = useLocation();
  return (
    <Do
      act="groupArrival.receive"
      record={person}
      names={['fullName', 'born', 'sex', 'nationality', 'spoken']}
      subject={{ record: 'groupArrival', id: group.id }}
      fixed={{ line: line.id }}
      begin={{ born: readBirth(line.bornWritten as string | null), sex: line.sex }}
      title={t('reception.receive.title', { number: line.lineNumber as number })}
      verb={t('reception.line.receive')}
      lead={t('reception.receive.text', { name: line.nameWritten as string })}
      onClose={onClose}
      onDone={outcome => go(`/people/${outcome.file as string}`)}
    />
  );
}

export function AsideDialog({ line, onClose }: LineProps) {
  const t = useText();
  const [lineState, setState] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  return (
    <DoDialog
      act="groupLine.setAside"
      subject={{ record: 'groupLine', id: line.id }}
      input={{ lineState, asideWhy: why }}
      title={t('reception.aside.title', { name: line.nameWritten as string })}
      verb={t('reception.aside.save')}
      labelOf={field => fieldLabel(t, 'groupLine', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <ChoiceList
            name="lineState"
            label={t('reception.aside.what')}
            required
            error={errors.lineState}
            value={lineState}
            onChange={setState}
            options={asideStates.map(code => ({ code, label: codeLabel(t, 'lineState', code) }))}
          />
          {lineState === 'not_vietnamese' && <p className="soft">{t('reception.aside.foreign')}</p>}
          {lineState === 'refuses' && <p className="soft">{t('reception.aside.refuses')}</p>}
          <TextInput
            name="asideWhy"
            label={fieldLabel(t, 'groupLine', 'asideWhy')}
            required
            maxLength={500}
            error={errors.asideWhy}
            value={why}
            onChange={setWhy}
          />
        </>
      )}
    </DoDialog>
  );
}

export function TakeBackDialog({ line, onClose }: LineProps) {
  const t = useText();
  return (
    <DoDialog
      act="groupLine.takeBack"
      subject={{ record: 'groupLine', id: line.id }}
      input={{}}
      title={t('reception.back.title', { name: line.nameWritten as string })}
      verb={t('reception.line.back')}
      labelOf={field => fieldLabel(t, 'groupLine', field)}
      onClose={onClose}
    >
      {() => <p>{t('reception.back.text')}</p>}
    </DoDialog>
  );
}

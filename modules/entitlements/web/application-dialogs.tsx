/* Sending an application on to the next body, and taking it back. */
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { DayInput } from '../../../web/ui/calendar.tsx';
import type { Found } from '../../../web/ui/combobox.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import type { PartRow, Path } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { BodyOffice } from './body-office.tsx';

interface Props {
  path: Path;
  row: PartRow;
  onClose: () => void;
}

export function ForwardDialog({ path, row, onClose }: Props) {
  const t = useText();
  const [stepOn, setStepOn] = useState<Day>(path.today);
  const [office, setOffice] = useState<Found | null>(null);
  return (
    <ActDialog
      path={path}
      act="supportApplication.forward"
      title={t('entitlements.forward.title')}
      verb={t('entitlements.forward.do')}
      input={{ toOffice: office?.id ?? null, stepOn }}
      subject={{ record: 'supportApplication', id: row.id }}
      labelOf={field =>
        field === 'toOffice' ? t('entitlements.forward.office') : fieldLabel(t, 'supportApplication', field)
      }
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{t('entitlements.forward.text')}</p>
          <DayInput
            name="stepOn"
            label={fieldLabel(t, 'supportApplication', 'stepOn')}
            required
            error={errors.stepOn}
            most={path.today}
            value={stepOn}
            onChange={day => day && setStepOn(day)}
          />
          <BodyOffice
            family={row.state === 'with_commune' ? 'victim.support_lead' : 'victim.support_decide'}
            on={stepOn}
            name="toOffice"
            label={t('entitlements.forward.office')}
            error={errors.toOffice}
            value={office}
            onChange={setOffice}
          />
        </>
      )}
    </ActDialog>
  );
}

export function WithdrawDialog({ path, row, onClose }: Props) {
  const t = useText();
  const [withdrawnWhy, setWhy] = useState('');
  return (
    <ActDialog
      path={path}
      act="supportApplication.withdraw"
      title={t('entitlements.withdraw.title')}
      verb={t('entitlements.withdraw.title')}
      input={{ withdrawnWhy }}
      subject={{ record: 'supportApplication', id: row.id }}
      labelOf={field => fieldLabel(t, 'supportApplication', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{t('entitlements.withdraw.text')}</p>
          <TextInput
            name="withdrawnWhy"
            label={fieldLabel(t, 'supportApplication', 'withdrawnWhy')}
            required
            maxLength={300}
            error={errors.withdrawnWhy}
            value={withdrawnWhy}
            onChange={setWhy}
          />
        </>
      )}
    </ActDialog>
  );
}

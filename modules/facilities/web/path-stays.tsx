/* Where the person stays and stayed, on her page, for the house that takes her in and for whoever holds the file. Taking in says at once when the house is full, and asks
 * for the reason in the same dialog. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { freeOf } from '../counts.ts';
import { stay } from '../record.ts';
import { FacilityDialog, FacilityFields } from './doing.tsx';
import { FacilityName } from './improvement-table.tsx';
import { placesText } from './marks.tsx';
import { type FacilityShown, useBoard } from './use-board.ts';

type Values = Record<string, unknown>;

export function Stays({ path }: { path: Path }) {
  const t = useText();
  const [open, setOpen] = useState<PartRow | 'admit' | null>(null);
  const stays = part(path, 'stay');
  const mayAdmit = may(path.person, 'stay.admit') && path.person.state !== 'closed';
  const { data } = useBoard({}, mayAdmit);
  const staysIn = (facility: string) =>
    stays.some(row => row.facility === facility && row.state === 'staying');
  const ours =
    data?.facilities.filter(
      one => may(one, 'facility.revise') && one.state !== 'closed' && !staysIn(one.id),
    ) ?? [];
  const canAdmit = mayAdmit && ours.length > 0;
  if (stays.length === 0 && !canAdmit) return null;
  return (
    <Part name="stays" title={t('facilities.path.title')} count={stays.length}>
      {stays.length === 0 && <p className="soft">{t('facilities.path.none')}</p>}
      {stays.toReversed().map(row => (
        <OneStay key={row.id} row={row} onLeave={() => setOpen(row)} />
      ))}
      {canAdmit && (
        <div className="no-print">
          <Button icon="house" onPress={() => setOpen('admit')}>
            {t('act.stay.admit')}
          </Button>
        </div>
      )}
      {open === 'admit' && <AdmitDialog path={path} houses={ours} onClose={() => setOpen(null)} />}
      {open && open !== 'admit' && (
        <LeaveDialog row={open} today={path.today} onClose={() => setOpen(null)} />
      )}
    </Part>
  );
}

function OneStay({ row, onLeave }: { row: PartRow; onLeave: () => void }) {
  const t = useText();
  const staying = row.state === 'staying';
  const day = (value: unknown) => formatDay(value as Day, t.lang);
  return (
    <div className="note">
      <p>
        <b>
          <FacilityName id={row.facility as string} />
        </b>{' '}
        <StateMark tone={staying ? 'active' : 'neutral'}>
          {codeLabel(t, 'stayState', row.state as string)}
        </StateMark>
      </p>
      <p className="small">
        {staying
          ? t('facilities.path.since', { from: day(row.admittedOn) })
          : t('facilities.path.between', { from: day(row.admittedOn), to: day(row.leftOn) })}
        {row.leaveReason ? ` · ${codeLabel(t, 'stayLeaveReason', row.leaveReason as string)}` : ''}
        {(row.places as number) > 1
          ? ` · ${t('facilities.path.places', { places: row.places as number })}`
          : ''}
      </p>
      {row.overFull ? (
        <p className="small">
          <Badge tone="warn">{codeLabel(t, 'overFullReason', row.overFull as string)}</Badge>{' '}
          {(row.overFullNote as string | null) ?? ''}
        </p>
      ) : null}
      {row.leaveNote ? <p className="small long-text">{row.leaveNote as string}</p> : null}
      {may(row, 'stay.leave') && (
        <div className="no-print">
          <Button kind="quiet" icon="leave" onPress={onLeave}>
            {t('act.stay.leave')}
          </Button>
        </div>
      )}
    </div>
  );
}

function AdmitDialog({
  path,
  houses,
  onClose,
}: {
  path: Path;
  houses: readonly FacilityShown[];
  onClose: () => void;
}) {
  const t = useText();
  const children = part(path, 'child').length;
  const [values, setValues] = useState<Values>({
    facility: houses[0]?.id,
    admittedOn: path.today,
    places: 1 + children,
  });
  const house = houses.find(one => one.id === values.facility);
  const free = house ? freeOf(house) : null;
  const full = free !== null && free < ((values.places as number | null) ?? 1);
  const label = (field: string) => fieldLabel(t, 'stay', field);
  return (
    <FacilityDialog
      act="stay.admit"
      input={{ person: path.person.id, ...values }}
      labelOf={label}
      onClose={onClose}
    >
      {errors => (
        <>
          <SelectInput
            name="facility"
            label={label('facility')}
            error={errors.facility}
            value={(values.facility as string) ?? null}
            onChange={facility => setValues({ ...values, facility })}
            options={houses.map(one => ({ code: one.id, label: one.name }))}
          />
          {house && (
            <p>
              {placesText(t, house)} {full && <Badge tone="bad">{t('facilities.full')}</Badge>}
            </p>
          )}
          <FieldInputs
            record={stay}
            names={['admittedOn', 'places']}
            values={values}
            errors={errors}
            onChange={setValues}
            on={path.today}
          />
          {(full || house?.state === 'paused' || errors.overFull) && (
            <>
              <p>{t('facilities.path.full_text')}</p>
              <FieldInputs
                record={stay}
                names={['overFull', 'overFullNote']}
                values={values}
                errors={errors}
                onChange={setValues}
                on={path.today}
              />
            </>
          )}
        </>
      )}
    </FacilityDialog>
  );
}

function LeaveDialog({ row, today, onClose }: { row: PartRow; today: Day; onClose: () => void }) {
  return (
    <FacilityFields
      act="stay.leave"
      record={stay}
      names={['leftOn', 'leaveReason', 'leaveNote']}
      subject={{ record: 'stay', id: row.id }}
      begin={{ leftOn: today }}
      onClose={onClose}
    />
  );
}

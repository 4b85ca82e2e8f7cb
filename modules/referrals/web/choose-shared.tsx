/*
 * Choosing what the receiver will see: bundles as an officer thinks of them, each opening to its fields. What can find, judge or bind her stands apart
 * with a word of care. Beside it, live, what will be seen with its values and what will not.
 */
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { FieldCell } from '../../../web/ui/cells.tsx';
import { Tick } from '../../../web/ui/choices.tsx';
import { FieldSet } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { person as personRecord } from '../../people/index.ts';
import { inBundles, type PartName, type Path, part } from '../../people/web/path-data.ts';
import { fieldWord, type ShareBundles } from '../../people/web/path-shares.tsx';
import { Facts } from '../../people/web/path-words.tsx';
import { opensFile } from '../shareable.ts';

/** Bundles one shares only with a reason. */
const careful = ['contact', 'papers', 'herAccount', 'screening', 'interests', 'foreign'];

export function ChooseShared({
  bundles,
  chosen,
  onChange,
  error,
}: {
  bundles: ShareBundles['bundles'];
  chosen: readonly string[];
  onChange: (fields: string[]) => void;
  error?: string;
}) {
  const t = useText();
  const set = (fields: readonly string[], on: boolean) => {
    const others = chosen.filter(name => !fields.includes(name));
    onChange(on ? [...others, ...fields] : others);
  };
  return (
    <FieldSet
      name="sharedFields"
      label={t('referrals.share.title')}
      hint={t('referrals.share.hint')}
      required
      error={error}
    >
      <div className="choose-bundles">
        {Object.entries(bundles).map(([bundle, fields]) => {
          const here = fields.filter(name => chosen.includes(name));
          return (
            <div key={bundle} className="choose-bundle" data-care={careful.includes(bundle) ? '' : undefined}>
              <Tick
                name={`bundle.${bundle}`}
                label={t(`bundle.${bundle}`)}
                hint={
                  here.length > 0 && here.length < fields.length
                    ? t('referrals.share.some', { here: here.length, all: fields.length })
                    : careful.includes(bundle)
                      ? t(`referrals.share.care.${bundle}`)
                      : undefined
                }
                value={here.length > 0}
                onChange={on => set(fields, on)}
              />
              <details className="small">
                <summary>
                  {t('referrals.share.fields')}
                  <span className="unseen"> {t(`bundle.${bundle}`)}</span>
                </summary>
                {fields.map(name => (
                  <Tick
                    key={name}
                    name={name}
                    label={fieldWord(t, name)}
                    value={chosen.includes(name)}
                    onChange={on => set([name], on)}
                  />
                ))}
              </details>
            </div>
          );
        })}
      </div>
      <div aria-live="polite">
        {!error && !opensFile(chosen) && <p className="small">{t('reason.no_file')}</p>}
      </div>
    </FieldSet>
  );
}

/** "The receiver will see" beside "will not see", with the values of this file. */
export function Preview({
  path,
  bundles,
  chosen,
}: {
  path: Path;
  bundles: ShareBundles['bundles'];
  chosen: readonly string[];
}) {
  const t = useText();
  const all = Object.values(bundles).flat();
  return (
    <div className="preview" aria-live="polite">
      <section className="preview-yes" aria-labelledby="will-see">
        <h3 id="will-see">
          <Icon name="check" size={18} />
          {t('referrals.preview.yes')}
        </h3>
        {chosen.length === 0 && <p className="soft">{t('referrals.preview.nothing')}</p>}
        {inBundles(chosen, bundles).map(({ bundle, fields }) => (
          <div key={bundle}>
            <h4>{t(`bundle.${bundle}`)}</h4>
            <Seen path={path} fields={fields} />
          </div>
        ))}
      </section>
      <section className="preview-no" aria-labelledby="will-not-see">
        <h3 id="will-not-see">
          <Icon name="hide" size={18} />
          {t('referrals.preview.no')}
        </h3>
        <ul className="small">
          {inBundles(
            all.filter(name => !chosen.includes(name)),
            bundles,
          ).map(({ bundle, fields, whole }) => (
            <li key={bundle}>
              {whole
                ? t(`bundle.${bundle}`)
                : `${t(`bundle.${bundle}`)}: ${fields.map(name => fieldWord(t, name).toLowerCase()).join(', ')}`}
            </li>
          ))}
          <li>{t('referrals.preview.never')}</li>
        </ul>
      </section>
    </div>
  );
}

function Seen({ path, fields }: { path: Path; fields: readonly string[] }) {
  const t = useText();
  const [record = ''] = fields[0]!.split('.');
  if (record === 'person')
    return (
      <Facts>
        {fields.map(name => {
          const field = name.split('.')[1]!;
          return [
            fieldLabel(t, 'person', field),
            <FieldCell key={name} record={personRecord} row={path.person} name={field} />,
          ] as const;
        })}
      </Facts>
    );
  const records = [...new Set(fields.map(name => name.split('.')[0]!))];
  return (
    <p className="small">
      {fields.map(name => fieldWord(t, name)).join(' · ')}
      <span className="soft">
        {' '}
        (
        {records
          .map(name =>
            t('referrals.preview.rows', {
              what: t(`record.${name}`).toLowerCase(),
              count: part(path, name as PartName).length,
            }),
          )
          .join(', ')}
        )
      </span>
    </p>
  );
}

/* What she needs right now, who came with her, and her papers. A need she named and nobody has met stands first. */
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { FieldCell } from '../../../web/ui/cells.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { child as childRecord, needs as needsRecord } from '../../intake/index.ts';
import { ChildFile } from '../../reception/web/child-file.tsx';
import { identityPaper as paperRecord } from '../index.ts';
import { latest, type Path, part } from './path-data.ts';
import { Part } from './path-part.tsx';
import { Sealed } from './path-sealed.tsx';
import { RowFacts } from './path-words.tsx';
import { paperWords } from './reason-words.ts';

const kinds = ['safety', 'medical', 'food', 'clothing', 'rest', 'interpreter'] as const;

export function Needs({ path }: { path: Path }) {
  const t = useText();
  const needs = latest(path, 'needs');
  if (!path.parts.needs) return null;
  const met = (needs?.met as readonly string[] | null) ?? [];
  const rank = (kind: string) => (needs?.[kind] !== 'yes' ? 2 : met.includes(kind) ? 1 : 0);
  return (
    <Part name="needs" title={t('path.needs.title')}>
      {!needs && <p className="soft">{t(path.shared ? 'path.none_shared' : 'path.needs.none')}</p>}
      {needs && (
        <ul className="plain-list needs">
          {kinds
            .toSorted((a, b) => rank(a) - rank(b))
            .map(kind => (
              <li key={kind}>
                <span>{fieldLabel(t, 'needs', kind)}</span>
                {needs[kind] !== 'yes' ? (
                  <span className="soft">
                    <FieldCell record={needsRecord} row={needs} name={kind} />
                  </span>
                ) : met.includes(kind) ? (
                  <StateMark tone="good">{t('path.needs.met')}</StateMark>
                ) : (
                  <StateMark tone="warn">{t('path.needs.open')}</StateMark>
                )}
              </li>
            ))}
        </ul>
      )}
      {needs && (
        <RowFacts
          record={needsRecord}
          row={needs}
          names={['medicalNote', 'interpreterLanguages', 'keepFrom']}
        />
      )}
    </Part>
  );
}

export function Children({ path }: { path: Path }) {
  const t = useText();
  const rows = part(path, 'child');
  if (rows.length === 0) return null;
  return (
    <Part name="children" title={t('path.children.title')} count={rows.length}>
      {rows.map(row => (
        <div key={row.id}>
          <RowFacts
            record={childRecord}
            row={row}
            names={['childName', 'born', 'sex', 'relation', 'note']}
            always={['childName', 'born']}
          />
          <ChildFile path={path} row={row} />
        </div>
      ))}
    </Part>
  );
}

export function Papers({ path }: { path: Path }) {
  const t = useText();
  const rows = part(path, 'identityPaper');
  if (!path.parts.identityPaper) return null;
  return (
    <Part name="papers" title={t('path.papers.title')} count={rows.length}>
      {rows.length === 0 && (
        <p className="soft">{t(path.shared ? 'path.none_shared' : 'path.papers.none')}</p>
      )}
      {rows.map(row => (
        <div key={row.id} className="paper">
          <b>{codeLabel(t, 'identityPaperKind', (row.paperKind as string | undefined) ?? '')}</b>
          <Sealed record={paperRecord} row={row} name="paperNumber" />
          <RowFacts record={paperRecord} row={row} names={['issuedOn', 'issuer']} />
          <Odd warnings={(row.formatWarnings as readonly string[] | null) ?? []} />
        </div>
      ))}
    </Part>
  );
}

/** What looks odd about the number, without the number. */
function Odd({ warnings }: { warnings: readonly string[] }) {
  const t = useText();
  const words = paperWords(
    warnings.map(code => ({ code })),
    t.lang,
  );
  return words === '' ? null : <p className="small soft">{t('path.papers.odd', { words })}</p>;
}

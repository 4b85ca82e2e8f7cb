/* A paper as it will be, on screen: the same blocks the writers of DOCX and PDF get. Not a facsimile: it is for reading, so it has no pages and no slanted
 * letters; what stays blank is marked by a frame and read out as blank. */
import { useText } from '../../../web/text.ts';
import type { Block, Line, Run } from '../index.ts';
import './documents.css';

export function PaperView({ blocks }: { blocks: readonly Block[] }) {
  const t = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard
    <section className="paper-view" aria-label={t('documents.preview_label')} lang="vi" tabIndex={0}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks stand in the order they are written
        <BlockView key={index} block={block} />
      ))}
    </section>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'columns')
    return (
      <div className="paper-columns">
        <Lines lines={block.left} />
        <Lines lines={block.right} />
      </div>
    );
  if (block.kind === 'line') return <Lines lines={[block.line]} />;
  if (block.kind === 'text')
    return (
      <p className="paper-text">
        <Runs runs={block.runs} />
      </p>
    );
  return (
    <table className="paper-table">
      <thead>
        <tr>
          {block.titles.map(title => (
            <th key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two children may be called alike
          <tr key={index}>
            {block.titles.map((title, column) => (
              <td key={title}>{row[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <div>
      {lines.map((line, index) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines stand in the order they are written
          key={index}
          className="paper-line"
          data-left={line.align === 'left' ? '' : undefined}
          data-rule={line.rule ? '' : undefined}
          data-room={(line.before ?? 0) > 40 ? 'wide' : (line.before ?? 0) > 8 ? 'some' : undefined}
        >
          <Runs runs={line.runs} />
        </p>
      ))}
    </div>
  );
}

function Runs({ runs }: { runs: readonly Run[] }) {
  const t = useText();
  return runs.map((run, index) =>
    run.blank ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs stand in the order they are written
      <span key={index} className="paper-blank" data-withheld={run.blank === 'withheld' ? '' : undefined}>
        <span className="unseen">{t('documents.blank')}</span>
        <span aria-hidden="true">{run.blank === 'withheld' ? '(*)' : ''}</span>
      </span>
    ) : run.bold ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <b key={index}>{run.text}</b>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <span key={index}>{run.text}</span>
    ),
  );
}

/* Taking the first screens' lists out as spreadsheets. Its words and its dialog are not among what the first screen waits for. */
import { lazy, Suspense } from 'react';
import { currentText, loadTexts } from '../text.ts';

const Taking = lazy(async () => {
  const [{ ExportMade }] = await Promise.all([
    import('../../modules/exchange/web/export-list.tsx'),
    loadTexts(currentText().lang, 'rest'),
  ]);
  return { default: ExportMade };
});

export function TakeList({ list, names }: { list: string; names?: boolean }) {
  return (
    <Suspense fallback={null}>
      <Taking list={list} names={names} />
    </Suspense>
  );
}

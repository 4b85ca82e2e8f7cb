/* Pieces that several steps of bringing in share. */
import { useText } from '../../../web/text.ts';
import { Stepper } from '../../../web/ui/steps.tsx';

export const importSteps = ['file', 'columns', 'preview', 'run', 'report'] as const;
export type ImportStep = (typeof importSteps)[number];

export function ImportSteps({
  at,
  refused,
  onOpen,
}: {
  at: ImportStep;
  refused?: boolean;
  onOpen?: (step: ImportStep) => void;
}) {
  const t = useText();
  const now = importSteps.indexOf(at);
  return (
    <Stepper
      label={t('exchange.steps')}
      onOpen={onOpen && (id => onOpen(id as ImportStep))}
      steps={importSteps.map((id, index) => ({
        id,
        title: t(`exchange.step.${id}`),
        state: index < now ? 'done' : index === now ? (refused ? 'refused' : 'current') : 'open',
      }))}
    />
  );
}

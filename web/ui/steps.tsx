/* Where one is in a path of several steps, and how much of something is done. Both say it in words and numbers besides drawing it. */
import { useText } from '../text.ts';
import { Icon } from './icons.tsx';

export interface Step {
  id: string;
  title: string;
  state: 'done' | 'current' | 'open' | 'refused';
}

/** Steps are buttons when `onOpen` is given; the reader may go back to any of them. */
export function Stepper({
  label,
  steps,
  onOpen,
}: {
  label: string;
  steps: readonly Step[];
  onOpen?: (id: string) => void;
}) {
  const t = useText();
  return (
    <nav aria-label={label} className="stepper">
      <ol className="steps">
        {steps.map((step, index) => {
          const face = (
            <>
              <span className="step-sign" aria-hidden="true">
                {step.state === 'done' ? (
                  <Icon name="check" size={16} />
                ) : step.state === 'refused' ? (
                  <Icon name="alert" size={16} />
                ) : (
                  index + 1
                )}
              </span>
              <span className="step-title">{step.title}</span>
              <span className="unseen">{t(`ui.step.${step.state}`)}</span>
            </>
          );
          return (
            <li
              key={step.id}
              className="step"
              data-state={step.state}
              aria-current={step.state === 'current' ? 'step' : undefined}
            >
              {onOpen ? (
                <button type="button" className="step-face" onClick={() => onOpen(step.id)}>
                  {face}
                </button>
              ) : (
                <span className="step-face">{face}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  const t = useText();
  return (
    <div className="progress">
      <span className="progress-words">
        <span>{label}</span>
        <span className="number">{t('ui.progress', { done, of })}</span>
      </span>
      <progress aria-label={label} value={done} max={of || 1} />
    </div>
  );
}

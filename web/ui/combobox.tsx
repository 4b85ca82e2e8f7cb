/*
 * Type to find one of many: the list comes from a search the caller passes in, so the same part serves units, offices, officers and records. It asks
 * once per pause of a fifth of a second, and drops answers that come too late.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useText } from '../text.ts';
import { Field, type FieldProps } from './field.tsx';
import { Icon } from './icons.tsx';

export interface Found {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line: where it lies, what distinguishes it from its namesakes. */
  readonly detail?: string;
  readonly mark?: ReactNode;
}

export interface ComboboxProps<F extends Found> extends FieldProps {
  value: F | null;
  onChange: (value: F | null) => void;
  /** `text` is empty when the list is opened without typing. */
  search: (text: string, signal: AbortSignal) => Promise<readonly F[]>;
  placeholder?: string;
}

export function Combobox<F extends Found>({
  value,
  onChange,
  search,
  placeholder,
  ...props
}: ComboboxProps<F>) {
  const t = useText();
  const [text, setText] = useState(value?.label ?? '');
  const { found, state, ask } = useAsked(search);
  const shown = useRef(value);

  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    setText(value?.label ?? '');
  }, [value]);

  const pick = (id: string | number | null) => {
    // react-aria also says null when the list closes over half-typed text; only emptying the field clears the value here.
    const picked = found.find(item => item.id === id);
    if (picked) settle(picked);
  };
  const settle = (picked: F | null) => {
    shown.current = picked;
    setText(picked?.label ?? '');
    onChange(picked);
  };

  const type = (typed: string) => {
    setText(typed);
    if (typed === value?.label) return;
    ask(typed);
    if (typed === '' && value) settle(null);
  };

  return (
    <Field {...props}>
      {wiring => (
        <ComboBox
          className="combobox"
          aria-label={typeof props.label === 'string' ? props.label : props.name}
          aria-describedby={wiring['aria-describedby']}
          isDisabled={props.disabled}
          // Native validity would keep the form from being sent again once the server found fault.
          validationBehavior="aria"
          isInvalid={Boolean(props.error)}
          items={found}
          inputValue={text}
          onInputChange={type}
          value={value?.id ?? null}
          onChange={pick}
          onOpenChange={open => open && ask(value ? '' : text)}
          menuTrigger="input"
          allowsEmptyCollection
          // Else a page that scrolls under the on-screen keyboard would close the list and wipe what was typed.
          allowsCustomValue
          onBlur={() => setText(value?.label ?? '')}
          defaultFilter={() => true}
        >
          <span className="framed">
            <Input className="input" id={wiring.id} placeholder={placeholder} autoComplete="off" />
            <Button className="button button-quiet button-icon" aria-label={t('ui.combobox.open')}>
              <Icon name="down" />
            </Button>
          </span>
          <Popover className="popover">
            <ListBox
              className="options"
              renderEmptyState={() => <p className="options-empty">{t(`ui.combobox.${state}`)}</p>}
            >
              {(item: F) => (
                <ListBoxItem id={item.id} textValue={item.label} className="option">
                  <span className="option-label">
                    {item.label} {item.mark}
                  </span>
                  {item.detail && <span className="option-detail">{item.detail}</span>}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
    </Field>
  );
}

function useAsked<F extends Found>(search: ComboboxProps<F>['search']) {
  const [found, setFound] = useState<readonly F[]>([]);
  const [state, setState] = useState<'searching' | 'nothing' | 'failed'>('searching');
  const running = useRef<{ timer: ReturnType<typeof setTimeout>; stop: AbortController } | null>(null);

  const cancel = () => {
    if (!running.current) return;
    clearTimeout(running.current.timer);
    running.current.stop.abort();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field leaves the page
  useEffect(() => cancel, []);

  const ask = (text: string) => {
    cancel();
    setState('searching');
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await search(text, stop.signal);
        if (stop.signal.aborted) return;
        setFound(answer);
        setState('nothing');
      } catch {
        if (stop.signal.aborted) return;
        setFound([]);
        setState('failed');
      }
    }, 200);
    running.current = { timer, stop };
  };
  return { found, state, ask };
}

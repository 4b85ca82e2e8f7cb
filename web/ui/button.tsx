/*
 * Buttons and links that look like buttons. `isPending` keeps the width and stops a second press: on a slow line people press twice.
 */
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link } from 'wouter';
import { useText } from '../text.ts';
import { Icon, type IconName } from './icons.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

interface Common {
  kind?: ButtonKind;
  icon?: IconName;
  /** Only the icon is seen; `children` becomes the accessible name. */
  iconOnly?: boolean;
  /** 56 px tall, for the intake on a tablet. */
  large?: boolean;
  children: ReactNode;
}
export type ButtonProps = Common & Omit<AriaButtonProps, 'children' | 'className' | 'style'>;

export function Button({ kind = 'plain', icon, iconOnly, large, children, isPending, ...rest }: ButtonProps) {
  const t = useText();
  return (
    <AriaButton {...rest} isPending={isPending} className={classes(kind, iconOnly, large)}>
      {isPending ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span className={iconOnly ? 'unseen' : undefined}>{children}</span>
      {isPending && <span className="unseen">{t('ui.pending')}</span>}
    </AriaButton>
  );
}

export function LinkButton({
  href,
  kind = 'plain',
  icon,
  iconOnly,
  large,
  children,
}: Common & { href: string }) {
  return (
    <Link href={href} className={classes(kind, iconOnly, large)}>
      {icon && <Icon name={icon} />}
      <span className={iconOnly ? 'unseen' : undefined}>{children}</span>
    </Link>
  );
}

function classes(kind: ButtonKind, iconOnly?: boolean, large?: boolean): string {
  return `button button-${kind}${iconOnly ? ' button-icon' : ''}${large ? ' button-large' : ''}`;
}

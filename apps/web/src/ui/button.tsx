import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

type Look = 'main' | 'plain' | 'quiet';

function classes(look: Look, small: boolean | undefined, extra: string | undefined): string {
  return [styles['button'], styles[look], small && styles['small'], extra].filter(Boolean).join(' ');
}

interface ButtonProps extends ComponentProps<'button'> {
  /** main: the one thing to do here; plain: the default; quiet: without a frame. */
  look?: Look;
  small?: boolean;
}

export function Button({ look = 'plain', small, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classes(look, small, className)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({
  look = 'plain',
  small,
  className,
  ...rest
}: LinkProps & { look?: Look; small?: boolean }) {
  return <Link className={classes(look, small, className)} {...rest} />;
}

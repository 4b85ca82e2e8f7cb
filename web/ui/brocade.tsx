/*
 * The only ornament: a woven band after the textiles of the highlands, drawn from diamonds, steps and triangles on a whole-pixel grid. It is
 * decoration and says nothing; it does not print.
 */
import { useId } from 'react';

/** `thread` is the 6 px band on top of the shell; `cloth` is the tall band of the sign-in page. */
export function Brocade({ kind = 'thread' }: { kind?: 'thread' | 'cloth' }) {
  const id = useId();
  const height = kind === 'thread' ? 6 : 72;
  return (
    <svg className={`brocade brocade-${kind} no-print`} height={height} aria-hidden="true" focusable="false">
      <defs>{kind === 'thread' ? <Thread id={id} /> : <Cloth id={id} />}</defs>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  );
}

function Thread({ id }: { id: string }) {
  return (
    <pattern id={id} width="36" height="6" patternUnits="userSpaceOnUse">
      <path d="M0 0h36v6H0Z" className="cloth-ground" />
      <path d="M0 6 6 0l6 6Z M24 0l6 6 6-6Z" className="thread-a" />
      <path d="M12 3l3-3 3 3-3 3Z M18 3l3-3 3 3-3 3Z" className="thread-b" />
      <path d="M3 6l3-3 3 3Z M27 0l3 3 3-3Z" className="thread-c" />
    </pattern>
  );
}

function Cloth({ id }: { id: string }) {
  return (
    <pattern id={id} width="72" height="72" patternUnits="userSpaceOnUse">
      <path d="M0 0h72v72H0Z" className="cloth-ground" />
      <path d="M0 0h72v2H0ZM0 70h72v2H0Z" className="thread-a" />
      <path d={zigzag(4, 6)} className="thread-b" />
      <path d={zigzag(68, -6)} className="thread-b" />
      <path d="M0 12h72v1H0ZM0 59h72v1H0Z" className="thread-a" />
      <path d="M36 15 57 36 36 57 15 36ZM36 19 19 36l17 17 17-17Z" fillRule="evenodd" className="thread-a" />
      <path d="M36 22 50 36 36 50 22 36ZM36 26 26 36l10 10 10-10Z" fillRule="evenodd" className="thread-c" />
      <path d="M36 29l7 7-7 7-7-7Z" className="thread-b" />
      <path d="M35 33h2v2h2v2h-2v2h-2v-2h-2v-2h2Z" className="thread-c" />
      <path d="M0 24 12 36 0 48ZM72 24 60 36l12 12Z" className="thread-b" />
      <path d="M0 29l7 7-7 7ZM72 29l-7 7 7 7Z" className="thread-a" />
      <path d="M6 16h3v3h3v3H9v3H6v-3H3v-3h3ZM63 16h3v3h3v3h-3v3h-3v-3h-3v-3h3Z" className="thread-c" />
      <path d="M6 47h3v3h3v3H9v3H6v-3H3v-3h3ZM63 47h3v3h3v3h-3v3h-3v-3h-3v-3h3Z" className="thread-c" />
    </pattern>
  );
}

function zigzag(base: number, rise: number): string {
  return Array.from({ length: 6 }, (_, index) => `M${index * 12} ${base}l6 ${rise} 6 ${-rise}Z`).join('');
}

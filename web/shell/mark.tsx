/* The mark: two hands' squares set into each other, as in the weave. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path d="M16 2 30 16 16 30 2 16Z" className="mark-a" />
      <path d="M16 8.5 23.5 16 16 23.5 8.5 16Z" className="mark-b" />
      <path d="M16 13 19 16 16 19 13 16Z" className="mark-c" />
    </svg>
  );
}

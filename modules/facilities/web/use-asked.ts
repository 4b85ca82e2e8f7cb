/* Filters kept in the address as codes, so that "back" finds the list as it was. An empty value leaves the address. */
import { useSearchParams } from 'wouter';

export function useAsked(): readonly [URLSearchParams, (name: string, value: string | null) => void] {
  const [asked, ask] = useSearchParams();
  const set = (name: string, value: string | null) =>
    ask(
      before => {
        const next = new URLSearchParams(before);
        value ? next.set(name, value) : next.delete(name);
        return next;
      },
      { replace: true },
    );
  return [asked, set];
}

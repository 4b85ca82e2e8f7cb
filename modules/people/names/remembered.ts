/**
 * Remembers what a pure function made of a text: names are made of a few thousand syllables, and many people are called what others are, so the same is met
 * over and over. Longer texts are not kept, so that pasted pages cannot fill the memory.
 */
export function remembered<T>(make: (text: string) => T, longest = 24): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (text.length <= longest) {
      if (known.size >= 20_000) known.clear();
      known.set(text, made);
    }
    return made;
  };
}

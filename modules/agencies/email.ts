/* An officer's e-mail address is the name she signs in by, so two officers in office never share one, whatever the capitals. Only the shape is checked:
 * whether anybody reads mail there is known to nobody but her. */

/** One spelling for one address. */
export const normalEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

/** Something, an @, and a name with a dot; no spaces, brackets, commas or quotes. */
export const isEmail = (email: string): boolean =>
  /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\.]+(\.[^\s@<>()[\]",;:\\.]+)+$/.test(email);

/* The code on its way from the officer's page to the tablet's, across a whole new page: in this tab only, and taken out at once. */
const place = 'chungtay.feedback';

export const keepCode = (code: string): void => sessionStorage.setItem(place, code);

export function takeCode(): string | null {
  const code = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  return code;
}

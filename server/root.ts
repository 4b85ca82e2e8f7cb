/* Where the checkout is: migrations, generated files, locales and the built web application are read from here. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/* The way in: texts of the reader's language and the session are asked for at once, then the page is drawn. */
import './styles/index.css';
import { start } from './start.tsx';

void start(document.getElementById('root')!);

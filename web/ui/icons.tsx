/*
 * The few signs we draw ourselves, on a 24-unit grid with one stroke. A sign never stands alone for a meaning: a word is beside it, or in the
 * accessible name of its button.
 */
const paths = {
  work: 'M4 6h16v13H4zM9 6V4h6v2M4 12h16M12 11v2',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15ZM10 20.5h4',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5a3 3 0 0 1 0 6M17.5 14.5c2.2.7 3.5 2.5 3.5 5.5',
  intake: 'M12 4v10M8 10l4 4 4-4M4 15v5h16v-5',
  shield: 'M12 3.5 19 6v6c0 4-3 7-7 8.5C8 19 5 16 5 12V6Z',
  folder: 'M3.5 19V6H10l2 2.5h8.5V19Z',
  scales: 'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6h5ZM19 7l-2.5 6h5Z',
  plan: 'M6 4h12v16H6zM9 9l1 1 2-2M9 15l1 1 2-2M14.5 9.5H16M14.5 15.5H16',
  map: 'M4 6.5 9.5 4l5 2.5L20 4v13.5L14.5 20l-5-2.5L4 20ZM9.5 4v13.5M14.5 6.5V20',
  megaphone: 'M4 10v4l3 .5L8 19h3l-1-4 9 3V6L7 10Z',
  globe:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c-5 5.5-5 11.5 0 17 5-5.5 5-11.5 0-17Z',
  book: 'M12 6.5C10 5 7 4.5 4 5v13.5c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5ZM12 6.5V20',
  chart: 'M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6',
  network:
    'M12 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM5.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM11 8.3 6.7 15.3M13 8.3l4.3 7M8 17.5h8',
  inspect: 'M5 20V4h9l5 5v4M14 4v5h5M14.5 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM17 19l3 2.5',
  house: 'M4 11.5 12 4.5l8 7M6.5 10v10h11V10M10.5 20v-5.5h3V20',
  office: 'M5 20V5h9v15M14 10h5v10M3 20h18M8 9h3M8 12.5h3M8 16h3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  left: 'M14.5 6l-6 6 6 6',
  check: 'M5 12.5 10 17.5 19.5 7',
  plus: 'M12 5v14M5 12h14',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5.5l3.5 2',
  alert: 'M12 4 21 20H3ZM12 10v4.5M12 17v.5',
  stop: 'M8 3.5h8l4.5 4.5v8L16 20.5H8L3.5 16V8ZM8 12h8',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.5V8',
  hide: 'M4 4l16 16M9.8 5.8C14.5 4.5 19 7.5 21.5 12c-.7 1.3-1.6 2.5-2.7 3.5M14.5 18C9.5 19.5 5 16.5 2.5 12c.9-1.7 2.1-3.1 3.5-4.2',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7',
  moon: 'M19.5 14.5A8 8 0 1 1 9.5 4.5a6.5 6.5 0 0 0 10 10Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c0-4.5 3-6.5 7.5-6.5s7.5 2 7.5 6.5',
  key: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 12h9M17.5 12v3.5M21 12v2.5',
  leave: 'M14 4H5v16h9M10 12h11M17.5 8l3.5 4-3.5 4',
  keyboard: 'M3 6.5h18v11H3zM7 10.5h.5M11 10.5h.5M15 10.5h.5M17.5 14h.5M6.5 14h7',
  file: 'M6 3.5h8l4.5 4.5v12.5H6ZM14 3.5V8h4.5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  offline: 'M4 4l16 16M6.5 18.5H17M5 18a4 4 0 0 1 1.5-7.5M10 7a5.5 5.5 0 0 1 7.5 5 3.5 3.5 0 0 1 2.5 4.5',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7',
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

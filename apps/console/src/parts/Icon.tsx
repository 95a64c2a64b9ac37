/** The few drawings of the frame, in the colour of the text around them. */

const PATHS = {
  notices: 'M4 6h16v12H4zM4 7l8 6 8-6',
  queue: 'M5 5h14v4H5zM5 11h14v4H5zM9 19h6',
  quality: 'M5 19V11M10 19V5M15 19v-6M20 19v-9',
  releases: 'M4 7l8-4 8 4-8 4zM4 12l8 4 8-4M4 17l8 4 8-4',
  apps: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM16.5 13v7M13 16.5h7',
  materials: 'M5 3h10l4 4v14H5zM14 3v5h5M8 12h8M8 16h5',
  check: 'M5 4h14v11H9l-4 4zM9 9.5l2 2 4-4',
  cases: 'M12 4a8 8 0 1 1-7.5 5.300M4 4v5.500h5.500M12 8v4.500l3 2',
  terms: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM9 9h6M9 13h4',
  users:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 3-6 6-6s6 2 6 6M16 5.2a3.5 3.5 0 0 1 0 5.6M18 14.6c2 .8 3 2.6 3 5.4',
  authority: 'M4 20h16M6 20V10M10 20V10M14 20V10M18 20V10M3 10h18L12 4z',
  operate: 'M4 19h16M7 16v-5M12 16V6M17 16v-8',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.600l1.4 1.400M17 17l1.4 1.400M5.6 18.4 7 17M17 7l1.4-1.4',
  dark: 'M20 14.500A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.500z',
  language:
    'M4 6h9M8.5 4v2M11 6c-.8 4-3.5 6.5-7 8M6 9c1.2 2.5 3.5 4.2 6 5M12 20l4.5-10L21 20M13.6 16.500h5.8',
  keyboard: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 14.500h8',
  signOut: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  menu: 'M4 7h16M4 12h16M4 17h16',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}

export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0b6b5d" />
      <path
        d="M7 24V11m0 4 17-7"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="m14 21 3.4 3.400L25 17"
        fill="none"
        stroke="#7ee2c9"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

import { useSyncExternalStore } from 'react';

function query(width: number): MediaQueryList {
  return window.matchMedia(`(max-width: ${width}px)`);
}

/** Whether the window is at most this many CSS pixels wide: 640 is a phone. */
export function useNarrow(width = 640): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = query(width);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => query(width).matches,
  );
}

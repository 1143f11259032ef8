import { useEffect, useState } from 'react';
import { serverNow } from './api';

/** The server's time, renewed at the given pace in milliseconds. */
export function useNow(pace = 30_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), pace);
    return () => clearInterval(timer);
  }, [pace]);
  return now;
}

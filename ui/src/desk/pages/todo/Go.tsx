import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

interface Props {
  /** A path of this program, as the server gives it. */
  to: string;
  className?: string;
  label?: string;
  children: ReactNode;
}

/** A link to a path that the server named. A press with a modifier key opens a new tab, as with any link. */
export function Go({ to, className, label, children }: Props) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.history.push(to);
  };
  return (
    <a href={to} className={className} aria-label={label} onClick={go}>
      {children}
    </a>
  );
}

import type { KeyboardEvent } from 'react';

/** Ctrl+Enter or ⌘Enter submits from anywhere in a form, also from a text of several lines. */
export function submitKeys(submit: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    submit();
  };
}

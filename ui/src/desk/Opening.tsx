import { Skeleton } from 'antd';

/** Shown while a page's code or data is on its way. */
export function Opening() {
  return (
    <div className="opening" aria-busy="true">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}

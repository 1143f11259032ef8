import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post, type Schemas } from './api';
import { type ListState, withoutCursor } from './listState';
import { RefusalAlert } from './RefusalText';
import { useAct } from './useAct';

type View = Schemas['InsightView'];

interface Props {
  /** The list's name on the server, such as "complaints". */
  list: string;
  state: ListState;
  onState: (next: ListState) => void;
}

interface Naming {
  name: string;
  shared: boolean;
}

/** Filters kept under a name, for oneself or for everybody: choose one, keep the present one, remove one. */
export function SavedViews({ list, state, onState }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState(false);
  const [form] = Form.useForm<Naming>();
  const key = ['views', list];
  const views = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<Schemas['PageView']>('/api/v1/views', { list }, signal),
    enabled: open,
  });
  const save = useAct<Naming, unknown>({
    send: (values, id) =>
      post(
        '/api/v1/views',
        { ...values, shared: values.shared ?? false, list, filter: withoutCursor(state) },
        id,
      ),
    form,
    refresh: [key],
    inline: true,
    success: t('views.saved'),
    onDone: () => {
      setNaming(false);
      form.resetFields();
    },
  });
  const remove = useAct<View, unknown>({
    send: (view, id) => post(`/api/v1/views/${view.id}/remove`, {}, id),
    refresh: [key],
  });

  const choose = (view: View) => {
    setOpen(false);
    onState(view.filter as ListState);
  };
  const items = views.data?.items ?? [];
  const content = (
    <div className="views">
      {items.length === 0 && <p className="quiet">{views.isPending ? t('list.loading') : t('views.none')}</p>}
      <ul>
        {items.map((view) => (
          <li key={view.id}>
            <Button type="link" onClick={() => choose(view)}>
              {view.name}
            </Button>
            {view.shared && <span className="quiet">{t('views.shared')}</span>}
            {view.mine && (
              <Button
                type="text"
                size="small"
                aria-label={t('views.remove_named', { name: view.name })}
                onClick={() =>
                  modal.confirm({
                    title: t('views.remove_named', { name: view.name }),
                    onOk: () => remove.run(view),
                  })
                }
              >
                {t('views.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button
        onClick={() => {
          setOpen(false);
          setNaming(true);
        }}
      >
        {t('views.save_present')}
      </Button>
    </div>
  );
  return (
    <>
      <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight" content={content}>
        <Button>{t('views.title')}</Button>
      </Popover>
      <Modal
        open={naming}
        title={t('views.save_present')}
        okText={t('views.save')}
        confirmLoading={save.running}
        onOk={() => form.submit()}
        onCancel={() => setNaming(false)}
      >
        <RefusalAlert refusal={save.refusal} />
        <Form form={form} layout="vertical" onFinish={save.run}>
          <Form.Item
            name="name"
            label={t('views.name')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="shared" valuePropName="checked">
            <Checkbox>{t('views.share')}</Checkbox>
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

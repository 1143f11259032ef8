import type { ThemeConfig } from 'antd';

/** System fonts only: Latin first, then the Chinese face each system brings. */
export const fontFamily =
  '-apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

/** One accent, quiet greys. Every text colour here reaches 4.5:1 on the grounds it is used on. */
export const theme: ThemeConfig = {
  token: {
    fontFamily,
    fontSize: 14,
    borderRadius: 6,
    colorPrimary: '#17598a',
    colorLink: '#17598a',
    colorLinkHover: '#0d3f66',
    colorInfo: '#17598a',
    colorSuccess: '#23733b',
    colorWarning: '#8a5200',
    colorError: '#b42318',
    colorInfoBg: '#e8f0f6',
    colorInfoBorder: '#b3cbde',
    colorPrimaryBg: '#e8f0f6',
    colorSuccessBg: '#e9f4ec',
    colorSuccessBorder: '#b4d6be',
    colorWarningBg: '#fdf3e0',
    colorWarningBorder: '#ecd2a0',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#eebab5',
    colorText: '#1d2733',
    colorTextSecondary: '#4a5765',
    colorTextTertiary: '#566372',
    colorTextPlaceholder: '#667382',
    colorTextDescription: '#566372',
    colorTextDisabled: '#667382',
    colorBgLayout: '#f4f6f8',
    colorBorder: '#c3ccd5',
    colorBorderSecondary: '#e3e8ed',
    controlOutlineWidth: 3,
    wireframe: false,
  },
  components: {
    Table: { headerBg: '#f4f6f8', headerColor: '#4a5765', cellPaddingBlockSM: 7, cellPaddingInlineSM: 10 },
    Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 24, labelColor: '#4a5765' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tag: { defaultColor: '#3b4754', defaultBg: '#eef2f5' },
  },
};

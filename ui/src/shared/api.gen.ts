// Generated from the OpenAPI document by npm run types. Do not edit.
export interface paths {
    "/api/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 缺勤列表 */
        get: operations["get-absences"];
        put?: never;
        /** 登记缺勤 */
        post: operations["post-absences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消缺勤 */
        post: operations["post-absences-id-cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登录前需要知道的情况 */
        get: operations["get-boot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看节假日日历 */
        get: operations["get-calendars"];
        put?: never;
        /** 导入一年的节假日日历 */
        post: operations["post-calendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看规定条款和义务 */
        get: operations["get-clauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公司信息 */
        get: operations["get-company"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改公司信息 */
        post: operations["post-company-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 投诉台账 */
        get: operations["get-complaints"];
        put?: never;
        /** 受理投诉 */
        post: operations["post-complaints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 投诉计数 */
        get: operations["get-complaints-counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出投诉台账 */
        get: operations["get-complaints-export-xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/likely-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可能重复的投诉 */
        get: operations["get-complaints-likely-duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/register.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印投诉台账 */
        get: operations["get-complaints-register-pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 投诉记录 */
        get: operations["get-complaints-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改登记内容 */
        post: operations["post-complaints-id-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/assign-officer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更换负责专人 */
        post: operations["post-complaints-id-assign-officer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 附入材料 */
        post: operations["post-complaints-id-attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/classify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 问题分类 */
        post: operations["post-complaints-id-classify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结案 */
        post: operations["post-complaints-id-close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 会同有关部门分析 */
        post: operations["post-complaints-id-consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/decide-exception": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审批例外结案 */
        post: operations["post-complaints-id-decide-exception"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/form.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印顾客投诉及处理记录表 */
        get: operations["get-complaints-id-form-pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/give-view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 部门签署意见 */
        post: operations["post-complaints-id-give-view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 移交质检部 */
        post: operations["post-complaints-id-hand-over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/hand-over-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补交材料 */
        post: operations["post-complaints-id-hand-over-papers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/log-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记联系记录 */
        post: operations["post-complaints-id-log-contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并案 */
        post: operations["post-complaints-id-merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拟定处理方案 */
        post: operations["post-complaints-id-plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 质检部签收 */
        post: operations["post-complaints-id-receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/reclassify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改判 */
        post: operations["post-complaints-id-reclassify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/record-satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记满意凭证 */
        post: operations["post-complaints-id-record-satisfaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新打开 */
        post: operations["post-complaints-id-reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/request-exception": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请例外结案 */
        post: operations["post-complaints-id-request-exception"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/return-handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回 */
        post: operations["post-complaints-id-return-handover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/set-severity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确定严重程度 */
        post: operations["post-complaints-id-set-severity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/sign-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签署处理意见 */
        post: operations["post-complaints-id-sign-opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废 */
        post: operations["post-complaints-id-void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤诉 */
        post: operations["post-complaints-id-withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/write-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填写处理意见 */
        post: operations["post-complaints-id-write-opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改联系人 */
        post: operations["post-contacts-id-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废联系人 */
        post: operations["post-contacts-id-void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 顾客列表与查找 */
        get: operations["get-customers"];
        put?: never;
        /** 建立顾客档案 */
        post: operations["post-customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出顾客列表 */
        get: operations["get-customers-export-xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入一批顾客 */
        post: operations["post-customers-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览要导入的顾客或设备 */
        post: operations["post-customers-import-preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 顾客档案 */
        get: operations["get-customers-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改顾客档案 */
        post: operations["post-customers-id-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 增加联系人 */
        post: operations["post-customers-id-contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 增加使用地点 */
        post: operations["post-customers-id-sites"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废顾客档案 */
        post: operations["post-customers-id-void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 部门列表 */
        get: operations["get-departments"];
        put?: never;
        /** 新建部门 */
        post: operations["post-departments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改或停用部门 */
        post: operations["post-departments-id-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 专人指定列表 */
        get: operations["get-designations"];
        put?: never;
        /** 指定专人 */
        post: operations["post-designations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束专人指定 */
        post: operations["post-designations-id-end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 行政区划（GB/T 2260） */
        get: operations["get-divisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传文件 */
        post: operations["post-files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载文件 */
        get: operations["get-files-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 首次启用：建立公司和管理员 */
        post: operations["post-first-run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账导入记录 */
        get: operations["get-imports"];
        put?: never;
        /** 上传投诉台账 */
        post: operations["post-imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次台账导入 */
        get: operations["get-imports-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始导入台账 */
        post: operations["post-imports-id-commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预览台账 */
        get: operations["get-imports-id-preview"];
        put?: never;
        /** 更正列的含义 */
        post: operations["post-imports-id-preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rejected.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载未导入的行 */
        get: operations["get-imports-id-rejected-csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rejected.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载未导入的行 */
        get: operations["get-imports-id-rejected-xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销台账导入 */
        post: operations["post-imports-id-undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁，能做什么 */
        get: operations["get-me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改我的密码 */
        post: operations["post-me-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的登录 */
        get: operations["get-me-sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束我的一个登录 */
        post: operations["post-me-sessions-id-revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** OpenAPI 文档 */
        get: operations["get-openapi-json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/party-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入记录 */
        get: operations["get-party-imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/party-imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销导入 */
        post: operations["post-party-imports-id-undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员列表 */
        get: operations["get-people"];
        put?: never;
        /** 新建人员 */
        post: operations["post-people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员详情 */
        get: operations["get-people-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改人员资料 */
        post: operations["post-people-id-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用账号 */
        post: operations["post-people-id-disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 启用账号 */
        post: operations["post-people-id-enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/set-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重设密码 */
        post: operations["post-people-id-set-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/set-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设置角色 */
        post: operations["post-people-id-set-roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 产品列表与查找 */
        get: operations["get-products"];
        put?: never;
        /** 建立产品 */
        post: operations["post-products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出产品列表 */
        get: operations["get-products-export-xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 产品 */
        get: operations["get-products-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改产品 */
        post: operations["post-products-id-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废产品 */
        post: operations["post-products-id-void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资格列表 */
        get: operations["get-qualifications"];
        put?: never;
        /** 登记资格 */
        post: operations["post-qualifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qualifications/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销资格 */
        post: operations["post-qualifications-id-end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/region/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 判定地区类别 */
        get: operations["get-region-resolve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看地区类别名单 */
        get: operations["get-regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 搜索投诉、顾客和设备 */
        get: operations["get-search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看公司设定 */
        get: operations["get-settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登录 */
        post: operations["post-sign-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录 */
        post: operations["post-sign-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 使用地点列表 */
        get: operations["get-sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改使用地点 */
        post: operations["post-sites-id-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废使用地点 */
        post: operations["post-sites-id-void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看待办 */
        get: operations["get-todo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/todo/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办数量 */
        get: operations["get-todo-counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 设备档案列表与查找 */
        get: operations["get-units"];
        put?: never;
        /** 建立设备档案 */
        post: operations["post-units"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出设备档案列表 */
        get: operations["get-units-export-xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入一批设备 */
        post: operations["post-units-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览要导入的顾客或设备 */
        post: operations["post-units-import-preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 设备档案 */
        get: operations["get-units-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改设备档案 */
        post: operations["post-units-id-amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 移动设备 */
        post: operations["post-units-id-move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废设备档案 */
        post: operations["post-units-id-void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看保存的视图 */
        get: operations["get-views"];
        put?: never;
        /** 保存视图 */
        post: operations["post-views"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 删除视图 */
        post: operations["post-views-id-remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口说明页 */
        get: operations["get-docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程在运行 */
        get: operations["get-healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 运行指标 */
        get: operations["get-metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以提供服务 */
        get: operations["get-readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AttachFile: {
            /** @description by its content */
            content_type: string;
            /** @description SHA-256 of the content, hex */
            id: string;
            name: string;
            /**
             * Format: int64
             * @description bytes
             */
            size: number;
        };
        Change: {
            act: string;
            actor_name: string;
            /** Format: date-time */
            recorded_at: string;
            sentence: string;
        };
        ComplaintAmendFormBody: {
            /** @description 顾客反映的情况, the customer's own words */
            account?: string;
            address?: string;
            anonymous?: boolean;
            /**
             * Format: date-time
             * @description when the message reached the company; default taken_at
             */
            arrived_at?: string;
            /** Format: date-time */
            call_ended_at?: string;
            /** Format: date-time */
            call_started_at?: string;
            /** @description letter fax phone visit email web wechat platform regulator other */
            channel?: string;
            channel_note?: string;
            complainant_name?: string;
            /** @description customer dealer end_user other */
            complainant_role?: string;
            /** @description the draft is finished: register it */
            complete?: boolean;
            /** @description the person asked not to be named (EC-14) */
            confidential?: boolean;
            contact_name?: string;
            contract_no?: string;
            customer_id?: string;
            customer_name?: string;
            delivered_on?: string;
            /** @description return replacement repair compensation apology other */
            demand?: string[];
            demand_note?: string;
            /** @description GB/T 2260 code of the place where the matter occurred */
            division_code?: string;
            email?: string;
            fax_sender?: string;
            /** @description date on the letter, YYYY-MM-DD */
            letter_date?: string;
            lines?: components["schemas"]["ComplaintLineBody"][];
            /** Format: int64 */
            pages?: number;
            phone?: string;
            /** @description the receptionist's summary, apart from the customer's words */
            reception_summary?: string;
            /** @description minor major serious */
            severity?: string;
            site_id?: string;
            /**
             * Format: date-time
             * @description 受理: end of the call or talk, or when the letter was opened
             */
            taken_at?: string;
            /** @description field to the reason why it is not known (2.1-i) */
            unknowns?: {
                [key: string]: string;
            };
            /** Format: int64 */
            version: number;
        };
        ComplaintAnswer: {
            id: string;
            number: string;
            state: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintAssignOfficerFormBody: {
            person_id?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintAttachFormBody: {
            files?: components["schemas"]["ComplaintPaperBody"][];
            /** Format: int64 */
            version: number;
        };
        ComplaintAttachmentSeen: {
            /** Format: date-time */
            arrived_at: string;
            /** Format: date-time */
            attached_at: string;
            attached_by: components["schemas"]["ComplaintNamed"];
            content_type?: string;
            file_id?: string;
            /** Format: date-time */
            handed_over_at?: string;
            holder?: string;
            id: string;
            kind: string;
            name: string;
            original: boolean;
            /** Format: int64 */
            pages?: number;
            /** Format: int64 */
            size?: number;
            storage?: string;
            title?: string;
        };
        ComplaintClassSeen: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["ComplaintNamed"];
            class: string;
            evidence?: string;
            reason?: string;
            reason_code: string;
        };
        ComplaintClassifyFormBody: {
            /** @description quality or non_quality; doubt means quality */
            class?: string;
            /** @description classes of single lines; the whole is quality if any line is */
            lines?: components["schemas"]["ComplaintLineClassBody"][];
            reason?: string;
            reason_code?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintClockSeen: {
            /** @description counted apart: retrospective */
            apart: boolean;
            /** Format: date-time */
            cancelled_at?: string;
            /** Format: date-time */
            due_at: string;
            explain: string[];
            id: string;
            /** @description regulation or company */
            kind: string;
            /** @description met too late */
            late: boolean;
            /** Format: date-time */
            met_at?: string;
            obligation: string;
            /** @description owed and past its time */
            overdue: boolean;
            owner: components["schemas"]["ComplaintOwner"];
            /** @description a calendar it needs is not loaded */
            provisional: boolean;
            /** Format: date-time */
            started_at: string;
            step: string;
            /**
             * Format: date-time
             * @description without the company's cut-off
             */
            strict_due_at?: string;
        };
        ComplaintCloseFormBody: {
            /** @description how it was settled */
            summary?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintConsultFormBody: {
            /** @description department IDs */
            departments?: string[];
            question?: string;
            /** Format: date-time */
            reply_by?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintConsultation: {
            /** Format: date-time */
            answered_at?: string;
            /** Format: date-time */
            asked_at: string;
            asked_by: components["schemas"]["ComplaintNamed"];
            by: components["schemas"]["ComplaintNamed"];
            department: components["schemas"]["ComplaintNamed"];
            dissent: boolean;
            id: string;
            measures?: string;
            question: string;
            /** Format: date-time */
            reply_by: string;
            view?: string;
        };
        ComplaintContactSeen: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["ComplaintNamed"];
            channel: string;
            id: string;
            kind: string;
            /** Format: date-time */
            logged_at: string;
            /** Format: date-time */
            next_at?: string;
            next_step?: string;
            person?: string;
            reaction?: string;
            said: string;
        };
        ComplaintCounts: {
            by_channel: {
                [key: string]: number;
            };
            by_class: {
                [key: string]: number;
            };
            by_entry: {
                [key: string]: number;
            };
            /** @description month of taking in, YYYY-MM */
            by_month: {
                [key: string]: number;
            };
            by_state: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description complaints with a clock run out; at most 1000 are counted
             */
            overdue: number;
        };
        ComplaintDecideExceptionFormBody: {
            approve?: boolean;
            comment?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintDuplicates: {
            items: components["schemas"]["ComplaintRow"][];
            nth: components["schemas"]["ComplaintNth"];
        };
        ComplaintEvent: {
            act: string;
            actor: components["schemas"]["ComplaintNamed"];
            /** Format: date-time */
            happened_at: string;
            hash: string;
            id: string;
            obligations: string[];
            /** Format: date-time */
            recorded_at: string;
            sentence: string;
        };
        ComplaintExceptionSeen: {
            approved: boolean;
            /** Format: date-time */
            asked_at: string;
            asked_by: components["schemas"]["ComplaintNamed"];
            comment?: string;
            /** Format: date-time */
            decided_at?: string;
            decided_by: components["schemas"]["ComplaintNamed"];
            final_offer: string;
            id: string;
            reason: string;
            remedies_told: string;
        };
        ComplaintGiveViewFormBody: {
            consultation_id?: string;
            /** @description the department disagrees; both views stay on the record */
            dissent?: boolean;
            measures?: string;
            /** Format: int64 */
            version: number;
            view?: string;
        };
        ComplaintHandOverFormBody: {
            /** @description required when the day is over */
            late_reason?: string;
            no_papers?: boolean;
            /** @description attachment IDs */
            papers?: string[];
            /** Format: int64 */
            version: number;
        };
        ComplaintHandOverPapersFormBody: {
            papers?: string[];
            /** Format: int64 */
            version: number;
        };
        ComplaintHandoverSeen: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["ComplaintNamed"];
            /** Format: date-time */
            due_at?: string;
            late: boolean;
            late_reason?: string;
            /** Format: int64 */
            n: number;
            no_papers: boolean;
            papers: components["schemas"]["ComplaintPaperItem"][];
            papers_only: boolean;
            plan_missing: boolean;
            /** Format: date-time */
            received_at?: string;
            received_by: components["schemas"]["ComplaintNamed"];
            return_code?: string;
            /** Format: date-time */
            returned_at?: string;
            returned_by: components["schemas"]["ComplaintNamed"];
            returned_reason?: string;
        };
        ComplaintLine: {
            batch_no?: string;
            class?: string;
            /** Format: int64 */
            defective?: number;
            id?: string;
            model?: string;
            product_id?: string;
            product_name?: string;
            /** Format: int64 */
            quantity?: number;
            serial_no?: string;
            symptom?: string;
            used_since?: string;
        };
        ComplaintLineBody: {
            batch_no?: string;
            class?: string;
            /** Format: int64 */
            defective?: number;
            id?: string;
            model?: string;
            product_id?: string;
            product_name?: string;
            /** Format: int64 */
            quantity?: number;
            serial_no?: string;
            symptom?: string;
            used_since?: string;
        };
        ComplaintLineClassBody: {
            class?: string;
            id?: string;
        };
        ComplaintList: {
            items: components["schemas"]["ComplaintRow"][];
            next?: string;
        };
        ComplaintLogContactFormBody: {
            /** Format: date-time */
            at?: string;
            channel?: string;
            /** @description contact offer final_offer acknowledgement */
            kind?: string;
            /** Format: date-time */
            next_at?: string;
            next_step?: string;
            /** @description with whom */
            person?: string;
            reaction?: string;
            /** @description what was said or offered */
            said?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintMeasure: {
            due_on?: string;
            owner: string;
            what: string;
        };
        ComplaintMeasureBody: {
            due_on?: string;
            owner?: string;
            what?: string;
        };
        ComplaintMergeFormBody: {
            into_id?: string;
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintNamed: {
            id: string;
            name: string;
        };
        ComplaintNth: {
            /** Format: int64 */
            contract: number;
            /** Format: int64 */
            failure: number;
            /** Format: int64 */
            unit: number;
        };
        ComplaintOpinionSeen: {
            /** @description stock and other units of the same batch */
            containment?: string;
            expected_disposition?: string;
            /** @description to the customer until then, such as: stop using it */
            interim_instruction?: string;
            measures?: components["schemas"]["ComplaintMeasure"][];
            /** @description why no department was asked (2.1-n) */
            no_consultation_reason?: string;
            /** @description how the customer agreed that nobody comes (EC-08) */
            no_visit_consent?: string;
            no_visit_reason?: string;
            /** Format: int64 */
            opinion_version: number;
            parts_to_bring?: string;
            /** Format: date-time */
            signed_at?: string;
            signed_by: components["schemas"]["ComplaintNamed"];
            site_visit: boolean;
            suspected_cause?: string;
            text: string;
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            written_at: string;
            written_by: components["schemas"]["ComplaintNamed"];
        };
        ComplaintOwner: {
            id: string;
            kind: string;
            name: string;
        };
        ComplaintPage: {
            /** @description 顾客反映的情况, the customer's own words */
            account?: string;
            address?: string;
            anonymous?: boolean;
            /**
             * Format: date-time
             * @description when the message reached the company; default taken_at
             */
            arrived_at?: string;
            attachments: components["schemas"]["ComplaintAttachmentSeen"][];
            /** Format: date-time */
            call_ended_at?: string;
            /** Format: date-time */
            call_started_at?: string;
            /** @description letter fax phone visit email web wechat platform regulator other */
            channel: string;
            channel_note?: string;
            class: string;
            classifications: components["schemas"]["ComplaintClassSeen"][];
            /** Format: date-time */
            classified_at?: string;
            clocks: components["schemas"]["ComplaintClockSeen"][];
            close_kind?: string;
            close_summary?: string;
            /** Format: date-time */
            closed_at?: string;
            complainant_name?: string;
            /** @description customer dealer end_user other */
            complainant_role?: string;
            /** @description the person asked not to be named (EC-14) */
            confidential?: boolean;
            consultations: components["schemas"]["ComplaintConsultation"][];
            contact_name?: string;
            contacts: components["schemas"]["ComplaintContactSeen"][];
            contract_no?: string;
            customer_id?: string;
            customer_name?: string;
            delivered_on?: string;
            /** @description return replacement repair compensation apology other */
            demand?: string[];
            demand_note?: string;
            /** @description GB/T 2260 code of the place where the matter occurred */
            division_code?: string;
            email?: string;
            entry_mode: string;
            entry_reason?: string;
            exceptions: components["schemas"]["ComplaintExceptionSeen"][];
            fax_sender?: string;
            /** Format: date-time */
            handed_over_at?: string;
            handovers: components["schemas"]["ComplaintHandoverSeen"][];
            id: string;
            /** @description date on the letter, YYYY-MM-DD */
            letter_date?: string;
            lines?: components["schemas"]["ComplaintLine"][];
            merged_into?: string;
            misclassified?: boolean;
            next: components["schemas"]["ComplaintStep"][];
            nth: components["schemas"]["ComplaintNth"];
            number: string;
            officer: components["schemas"]["ComplaintNamed"];
            /** Format: date-time */
            opinion_at?: string;
            opinions: components["schemas"]["ComplaintOpinionSeen"][];
            /** Format: int64 */
            pages?: number;
            /** @description personal data is masked for this reader */
            personal_hidden: boolean;
            phone?: string;
            plans: components["schemas"]["ComplaintPlanSeen"][];
            /** Format: date-time */
            received_at?: string;
            /** @description the receptionist's summary, apart from the customer's words */
            reception_summary?: string;
            /** Format: date-time */
            recorded_at: string;
            recorded_by: components["schemas"]["ComplaintNamed"];
            region: components["schemas"]["ComplaintRegionShown"];
            related: components["schemas"]["ComplaintRow"][];
            /** Format: int64 */
            reopen_count: number;
            satisfaction: components["schemas"]["ComplaintSatisfaction"][];
            /** @description minor major serious */
            severity?: string;
            site_id?: string;
            state: string;
            /**
             * Format: date-time
             * @description 受理: end of the call or talk, or when the letter was opened
             */
            taken_at?: string;
            timeline: components["schemas"]["ComplaintEvent"][];
            /** @description field to the reason why it is not known (2.1-i) */
            unknowns?: {
                [key: string]: string;
            };
            /** Format: int64 */
            version: number;
        };
        ComplaintPaperBody: {
            /** Format: date-time */
            arrived_at?: string;
            /** @description as POST /api/v1/files answered; empty for an item without a scan */
            file_id?: string;
            /** @description who holds the paper original */
            holder?: string;
            /** @description letter fax photo recording sample other */
            kind?: string;
            original?: boolean;
            /** Format: int64 */
            pages?: number;
            /** @description where it lies */
            storage?: string;
            title?: string;
        };
        ComplaintPaperItem: {
            holder: string;
            id: string;
            kind: string;
            name: string;
            original: boolean;
            /** Format: int64 */
            pages: number;
        };
        ComplaintPlanFormBody: {
            text?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintPlanSeen: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["ComplaintNamed"];
            text: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintReceiveFormBody: {
            /** Format: int64 */
            version: number;
        };
        ComplaintReclassifyFormBody: {
            class?: string;
            evidence?: string;
            misclassified?: boolean;
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintRecordSatisfactionFormBody: {
            /** Format: date-time */
            at?: string;
            /** @description who said so */
            by?: string;
            file_id?: string;
            /** @description signature message call_reference survey */
            method?: string;
            /** @description the words, or the reference of the recorded call */
            statement?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintRegionShown: {
            class: string;
            division: string;
            path: string[];
        };
        ComplaintRegisterFormBody: {
            /** @description 顾客反映的情况, the customer's own words */
            account?: string;
            address?: string;
            anonymous?: boolean;
            /**
             * Format: date-time
             * @description when the message reached the company; default taken_at
             */
            arrived_at?: string;
            /** Format: date-time */
            call_ended_at?: string;
            /** Format: date-time */
            call_started_at?: string;
            /** @description letter fax phone visit email web wechat platform regulator other */
            channel?: string;
            channel_note?: string;
            complainant_name?: string;
            /** @description customer dealer end_user other */
            complainant_role?: string;
            /** @description the person asked not to be named (EC-14) */
            confidential?: boolean;
            contact_name?: string;
            contract_no?: string;
            customer_id?: string;
            customer_name?: string;
            delivered_on?: string;
            /** @description return replacement repair compensation apology other */
            demand?: string[];
            demand_note?: string;
            /** @description GB/T 2260 code of the place where the matter occurred */
            division_code?: string;
            /** @description keep it as a draft; it has its number already */
            draft?: boolean;
            email?: string;
            fax_sender?: string;
            /** @description date on the letter, YYYY-MM-DD */
            letter_date?: string;
            lines?: components["schemas"]["ComplaintLineBody"][];
            /** Format: int64 */
            pages?: number;
            phone?: string;
            /** @description the receptionist's summary, apart from the customer's words */
            reception_summary?: string;
            retrospective_reason?: string;
            /** @description minor major serious */
            severity?: string;
            site_id?: string;
            /**
             * Format: date-time
             * @description 受理: end of the call or talk, or when the letter was opened
             */
            taken_at?: string;
            /** @description field to the reason why it is not known (2.1-i) */
            unknowns?: {
                [key: string]: string;
            };
        };
        ComplaintReopenFormBody: {
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintRequestExceptionFormBody: {
            /** @description the final offer as given to the customer in writing */
            final_offer?: string;
            reason?: string;
            /** @description which outside remedies the customer was told of */
            remedies_told?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintReturnHandoverFormBody: {
            reason?: string;
            /** @description incomplete or not_quality */
            reason_code?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintRow: {
            channel: string;
            class: string;
            /** Format: date-time */
            closed_at?: string;
            contact_phone_masked: string;
            customer: components["schemas"]["ComplaintNamed"];
            entry_mode: string;
            /** Format: date-time */
            handed_over_at?: string;
            id: string;
            /** Format: date-time */
            next_due_at?: string;
            next_step?: string;
            number: string;
            officer: components["schemas"]["ComplaintNamed"];
            overdue: boolean;
            product_text: string;
            reasons?: string[];
            region_class: string;
            /** Format: int64 */
            reopen_count: number;
            serial_no: string;
            severity: string;
            state: string;
            summary: string;
            /** Format: date-time */
            taken_at: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintSatisfaction: {
            /** Format: date-time */
            at: string;
            by: string;
            file_id?: string;
            id: string;
            method: string;
            recorded_by: components["schemas"]["ComplaintNamed"];
            statement: string;
        };
        ComplaintSetSeverityFormBody: {
            reason?: string;
            /** @description minor major serious */
            severity?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintSignOpinionFormBody: {
            /** Format: int64 */
            opinion_version?: number;
            /** Format: int64 */
            version: number;
        };
        ComplaintStep: {
            /** @description last part of the act's address */
            act: string;
            allowed: boolean;
            /** Format: date-time */
            due_at?: string;
            obligation?: string;
            /** @description the next step of the record's own path */
            primary: boolean;
            why_not?: components["schemas"]["ComplaintWhyNot"];
        };
        ComplaintVoidFormBody: {
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintWhyNot: {
            code: string;
            obligation?: string;
            text: string;
        };
        ComplaintWithdrawFormBody: {
            evidence?: string;
            statement?: string;
            /** Format: int64 */
            version: number;
        };
        ComplaintWriteOpinionFormBody: {
            /** @description stock and other units of the same batch */
            containment?: string;
            expected_disposition?: string;
            /** @description to the customer until then, such as: stop using it */
            interim_instruction?: string;
            measures?: components["schemas"]["ComplaintMeasureBody"][];
            /** @description why no department was asked (2.1-n) */
            no_consultation_reason?: string;
            /** @description how the customer agreed that nobody comes (EC-08) */
            no_visit_consent?: string;
            no_visit_reason?: string;
            parts_to_bring?: string;
            site_visit?: boolean;
            suspected_cause?: string;
            text?: string;
            /** Format: int64 */
            version: number;
        };
        DeadlineImported: {
            /** Format: int64 */
            holidays: number;
            /** Format: int64 */
            makeup_workdays: number;
            /**
             * Format: int64
             * @description Clocks that were provisional and are counted again
             */
            recounted: number;
            version: string;
            /** Format: int64 */
            year: number;
        };
        ExchangeTally: {
            /** Format: int64 */
            assumed: number;
            /** Format: int64 */
            empty: number;
            /** Format: int64 */
            error: number;
            /** Format: int64 */
            ok: number;
            /** Format: int64 */
            unknown: number;
        };
        InsightCalendarDay: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            kind: "workday" | "weekend" | "statutory_holiday" | "in_lieu_off" | "makeup_workday" | "company_off";
            kind_name: string;
            name: string;
        };
        InsightCalendarImportBody: {
            /** @description The file's text */
            content: string;
            /** @enum {string} */
            format: "json" | "csv";
            /** @description Where the data come from; for CSV, since JSON carries its own */
            version: string;
        };
        InsightCalendarYear: {
            days: components["schemas"]["InsightCalendarDay"][];
            /** @description Where the data come from */
            version: string;
            /** Format: int64 */
            year: number;
        };
        InsightCalendars: {
            missing?: components["schemas"]["InsightMissingYear"];
            /** Format: date */
            today: string;
            years: components["schemas"]["InsightCalendarYear"][];
        };
        InsightClauseSeen: {
            en: components["schemas"]["InsightWording"];
            number: string;
            obligations: components["schemas"]["InsightObligationInText"][];
            settings: components["schemas"]["InsightSetting"][];
            zh: components["schemas"]["InsightWording"];
        };
        InsightClauses: {
            items: components["schemas"]["InsightClauseSeen"][];
        };
        InsightFound: {
            items: components["schemas"]["InsightHit"][];
        };
        InsightHit: {
            id: string;
            /** @enum {string} */
            kind: "complaint" | "customer" | "unit";
            /** @description What was found, as it stands in the number, title or snippet */
            matched: string[];
            /** @description Number, code or serial number */
            number: string;
            /** @description The passage around what was found */
            snippet: string;
            /** @description Of a complaint */
            state?: string;
            title: string;
        };
        InsightMissingYear: {
            text: string;
            /** Format: int64 */
            year: number;
        };
        InsightNextStep: {
            /** @description As in the address: hand-over */
            act: string;
            path: string;
        };
        InsightObligationInText: {
            actor: string;
            actor_name: string;
            id: string;
            /** @enum {string} */
            kind: "guard" | "flag" | "survey" | "info";
            kind_name: string;
            /** @enum {string} */
            mark: "REG" | "IMPL" | "MAY";
            mark_name: string;
            /** @description Counted in the figures of timeliness */
            measured: boolean;
            title: string;
        };
        InsightRegionClass: {
            class: string;
            name: string;
        };
        InsightRegionRow: {
            /** @enum {string} */
            class: "home_province" | "other_province" | "remote" | "special";
            code: string;
            name: string;
            why: string;
        };
        InsightRegions: {
            classes: components["schemas"]["InsightRegionClass"][];
            /** @description Version of the division data */
            divisions: string;
            /** @description Prefectures and counties with a class of their own */
            listed: components["schemas"]["InsightRegionRow"][];
            provinces: components["schemas"]["InsightRegionRow"][];
            version: string;
        };
        InsightSetting: {
            /** @description The question in words, empty when none is listed */
            asked: string;
            /** @description Clause it stands beside */
            clause: string;
            /** @enum {string} */
            origin: "company";
            /** @description same_day.cutoff */
            path: string;
            /** @description Q-04: open question of the regulation; or the obligation or edge case it belongs to */
            questions: string;
            /** @description The value as shipped */
            shipped: boolean;
            title: string;
            /** @description In words */
            value: string;
        };
        InsightSettingsSeen: {
            /** @description shipped until the company published its own */
            edition: string;
            items: components["schemas"]["InsightSetting"][];
        };
        InsightStep: {
            args: {
                [key: string]: string;
            };
            code: string;
            text: string;
        };
        InsightTodoCounts: {
            /** Format: int64 */
            mine: number;
            /** Format: int64 */
            mine_overdue: number;
            /** Format: int64 */
            team: number;
            /** Format: int64 */
            team_overdue: number;
        };
        InsightTodoItem: {
            /** Format: date-time */
            due_at: string;
            explain: components["schemas"]["InsightStep"][];
            id: string;
            /** @enum {string} */
            kind: "regulation" | "company";
            next: components["schemas"]["InsightNextStep"];
            obligation: string;
            overdue: boolean;
            owner: components["schemas"]["InsightTodoOwner"];
            /** @description A calendar year it needs is not loaded */
            provisional: boolean;
            /** Format: date-time */
            started_at: string;
            subject: components["schemas"]["InsightTodoSubject"];
        };
        InsightTodoOwner: {
            id: string;
            /** @enum {string} */
            kind: "person" | "role" | "department";
            name: string;
        };
        InsightTodoSubject: {
            class: string;
            customer_name: string;
            id: string;
            kind: string;
            number: string;
            severity: string;
            state: string;
            title: string;
        };
        InsightView: {
            filter: {
                [key: string]: string;
            };
            id: string;
            list: string;
            mine: boolean;
            name: string;
            owner_name: string;
            shared: boolean;
        };
        InsightViewFormBody: {
            /** @description Names and values as in the address of the list */
            filter?: {
                [key: string]: string;
            };
            /** @enum {string} */
            list: "complaints" | "customers" | "products" | "units" | "people" | "todo";
            name: string;
            /** @description Everybody sees it, its maker alone removes it */
            shared?: boolean;
        };
        InsightWording: {
            heading: string;
            /** @description Paragraphs apart by an empty line */
            text: string;
        };
        LedgerAside: {
            raw: string[];
            reason: string;
            /** Format: int64 */
            row: number;
        };
        LedgerCell: {
            /** Format: int64 */
            column: number;
            meaning: string;
            note?: string;
            raw: string;
            /** @enum {string} */
            state: "ok" | "assumed" | "unknown" | "error" | "empty";
            understood: string;
        };
        LedgerChoices: {
            /** @description columns the person has decided on */
            columns?: components["schemas"]["LedgerColumnChoice"][];
            /**
             * Format: int64
             * @description row of the headings; 0: find it
             */
            header_row?: number;
            /** @description of a workbook; empty: the one that reads like a ledger */
            sheet?: string;
            /**
             * Format: int64
             * @description of dates without a year; 0: find it
             */
            year?: number;
        };
        LedgerChoicesBody: {
            /** @description columns the person has decided on */
            columns?: components["schemas"]["LedgerColumnChoiceBody"][];
            /**
             * Format: int64
             * @description row of the headings; 0: find it
             */
            header_row?: number;
            /** @description of a workbook; empty: the one that reads like a ledger */
            sheet?: string;
            /**
             * Format: int64
             * @description of dates without a year; 0: find it
             */
            year?: number;
        };
        LedgerColumn: {
            /**
             * Format: double
             * @description 0 to 1
             */
            confidence: number;
            /** Format: int64 */
            filled: number;
            heading: string;
            /** Format: int64 */
            index: number;
            letter: string;
            meaning: string;
            reason: string;
            samples: string[];
        };
        LedgerColumnChoice: {
            /**
             * Format: int64
             * @description from 0
             */
            index: number;
            meaning: string;
        };
        LedgerColumnChoiceBody: {
            /**
             * Format: int64
             * @description from 0
             */
            index?: number;
            meaning?: string;
        };
        LedgerCounts: {
            /** Format: int64 */
            customers_voided: number;
            /**
             * Format: int64
             * @description worked on since, and left by the undo
             */
            kept: number;
            /** Format: int64 */
            new_customers: number;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            repeated: number;
            /**
             * Format: int64
             * @description below the headings
             */
            rows: number;
            /**
             * Format: int64
             * @description likely there already and left out
             */
            skipped: number;
            /**
             * Format: int64
             * @description by the undo
             */
            voided: number;
        };
        LedgerJob: {
            /** Format: date-time */
            committed_at?: string;
            counts: components["schemas"]["LedgerCounts"];
            /** Format: date-time */
            done_at?: string;
            file_name: string;
            /** Format: int64 */
            file_size: number;
            id: string;
            numbers: components["schemas"]["LedgerSpan"][];
            /** @description of the undo */
            reason?: string;
            /** Format: int64 */
            rows_done: number;
            /**
             * Format: int64
             * @description to be taken in, or to be undone
             */
            rows_total: number;
            /** Format: date-time */
            started_at: string;
            started_by_name: string;
            status: string;
            /** @description complaints worked on since, which an undo leaves; at most 200 */
            touched: components["schemas"]["LedgerNumbered"][];
            /** @description why it failed */
            trouble?: string;
            /** Format: date-time */
            undone_at?: string;
        };
        LedgerMeaning: {
            text: string;
            value: string;
        };
        LedgerNumbered: {
            id: string;
            number: string;
        };
        LedgerOther: {
            id: string;
            number: string;
            /** @enum {string} */
            reason: "same_text" | "same_serial" | "same_phone";
            /** Format: date-time */
            taken_at: string;
        };
        LedgerPreview: {
            /** @description what the person has decided so far */
            choices: components["schemas"]["LedgerChoices"];
            columns: components["schemas"]["LedgerColumn"][];
            /** @description at most 1000 of them */
            duplicates: components["schemas"]["LedgerTwin"][];
            encoding?: string;
            /**
             * Format: int64
             * @description 0: the file has no headings
             */
            header_row: number;
            job: components["schemas"]["LedgerJob"];
            /** @enum {string} */
            kind: "xlsx" | "csv";
            /** @description what a column can mean */
            meanings: components["schemas"]["LedgerMeaning"][];
            /** @description meanings without which nothing can be taken in, in words */
            missing: string[];
            rejected: components["schemas"]["LedgerAside"][];
            repeated: components["schemas"]["LedgerAside"][];
            /** @description the first ones, cell by cell */
            rows: components["schemas"]["LedgerRow"][];
            separator?: string;
            sheet?: string;
            sheets: string[];
            /** @description totals, headings again, signatures */
            skipped: components["schemas"]["LedgerAside"][];
            summary: components["schemas"]["LedgerSummary"];
            title?: string;
            /**
             * Format: int64
             * @description of dates without a year
             */
            year: number;
            /** @enum {string} */
            year_from: "given" | "title" | "sheet" | "file" | "rows" | "today";
        };
        LedgerRow: {
            cells: components["schemas"]["LedgerCell"][];
            problems: string[];
            /** Format: int64 */
            row: number;
        };
        LedgerSpan: {
            /** Format: int64 */
            count: number;
            first: string;
            last: string;
            year: string;
        };
        LedgerSummary: {
            /** Format: int64 */
            blank: number;
            cells: components["schemas"]["ExchangeTally"];
            /** Format: int64 */
            duplicates: number;
            /** Format: int64 */
            formulas: number;
            /** Format: int64 */
            importable: number;
            /** Format: int64 */
            problems: number;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            repeated: number;
            /** Format: int64 */
            rows: number;
            /**
             * Format: int64
             * @description duplicates that are suggested to be left out
             */
            suggested_skips: number;
            /** Format: int64 */
            totals: number;
        };
        LedgerTwin: {
            account: string;
            customer: string;
            /** @description a complaint of the register */
            other?: components["schemas"]["LedgerOther"];
            /**
             * Format: int64
             * @description a row further up in the file
             */
            other_row?: number;
            /** @description in words */
            reason: string;
            /** Format: int64 */
            row: number;
            /** @enum {string} */
            suggested: "skip" | "import";
            taken_on: string;
        };
        LedgerTwinsBody: {
            /**
             * @description suggested when empty
             * @enum {string}
             */
            duplicates?: "suggested" | "skip" | "import";
            /** @description rows that are taken in although they may be there already */
            import?: number[];
            /** @description rows that are not taken in, whatever else is said */
            skip?: number[];
        };
        LedgerUndoFormBody: {
            reason: string;
        };
        Nothing: Record<string, never>;
        NothingBody: Record<string, never>;
        PageAbsenceRow: {
            items: components["schemas"]["StaffAbsenceRow"][];
            next?: string;
            prev?: string;
        };
        PageCustomerRow: {
            items: components["schemas"]["PartyCustomerRow"][];
            next?: string;
            prev?: string;
        };
        PageDepartmentRow: {
            items: components["schemas"]["StaffDepartmentRow"][];
            next?: string;
            prev?: string;
        };
        PageImportSeen: {
            items: components["schemas"]["PartyImportSeen"][];
            next?: string;
            prev?: string;
        };
        PageJob: {
            items: components["schemas"]["LedgerJob"][];
            next?: string;
            prev?: string;
        };
        PagePersonRow: {
            items: components["schemas"]["StaffPersonRow"][];
            next?: string;
            prev?: string;
        };
        PageProductRow: {
            items: components["schemas"]["PartyProductRow"][];
            next?: string;
            prev?: string;
        };
        PageQualificationRow: {
            items: components["schemas"]["StaffQualificationRow"][];
            next?: string;
            prev?: string;
        };
        PageSignIn: {
            items: components["schemas"]["ServerSignIn"][];
            next?: string;
            prev?: string;
        };
        PageTodoItem: {
            items: components["schemas"]["InsightTodoItem"][];
            next?: string;
            prev?: string;
        };
        PageUnitRow: {
            items: components["schemas"]["PartyUnitRow"][];
            next?: string;
            prev?: string;
        };
        PageView: {
            items: components["schemas"]["InsightView"][];
            next?: string;
            prev?: string;
        };
        PartyAddContactBody: {
            /** @description Taken from the path */
            customer_id?: string;
            email?: string;
            name?: string;
            phone?: string;
            position?: string;
        };
        PartyAddSiteBody: {
            address?: string;
            /** @description Taken from the path */
            customer_id?: string;
            /** @description GB/T 2260, 2, 4 or 6 digits */
            division_code?: string;
            name?: string;
            /**
             * @description Empty for the mainland; the others have no limit of clause 2.2
             * @enum {string}
             */
            place?: "overseas" | "ship" | "offshore" | "listed";
            /** @description Why the site is listed as special */
            place_note?: string;
        };
        PartyAmendContactBody: {
            email?: string;
            /** @description Taken from the path */
            id?: string;
            name?: string;
            phone?: string;
            position?: string;
            /** Format: int64 */
            version: number;
        };
        PartyAmendCustomerBody: {
            address?: string;
            /** @description The company's number of the customer; given by the program when empty */
            code?: string;
            /** @description GB/T 2260, 2, 4 or 6 digits */
            division_code?: string;
            /** @description Taken from the path */
            id?: string;
            /**
             * @description direct when empty
             * @enum {string}
             */
            kind?: "direct" | "dealer" | "end_user" | "other";
            /**
             * @description standard when empty
             * @enum {string}
             */
            level?: "standard" | "key";
            name?: string;
            remarks?: string;
            /**
             * Format: int64
             * @description Version the person had in front of him
             */
            version: number;
        };
        PartyAmendProductBody: {
            /** @description The company's product number; given by the program when empty */
            code?: string;
            /** @description Last day of production, YYYY-MM-DD */
            discontinued_on?: string;
            /** @description Product family, such as 平板 */
            family?: string;
            /** @description Taken from the path */
            id?: string;
            model?: string;
            name_en?: string;
            name_zh?: string;
            /** Format: int64 */
            version: number;
            /**
             * Format: int64
             * @description Months of warranty from delivery; 0: none set
             */
            warranty_months?: number;
        };
        PartyAmendSiteBody: {
            address?: string;
            /** @description GB/T 2260, 2, 4 or 6 digits */
            division_code?: string;
            /** @description Taken from the path */
            id?: string;
            name?: string;
            /**
             * @description Empty for the mainland; the others have no limit of clause 2.2
             * @enum {string}
             */
            place?: "overseas" | "ship" | "offshore" | "listed";
            /** @description Why the site is listed as special */
            place_note?: string;
            /** Format: int64 */
            version: number;
        };
        PartyAmendUnitBody: {
            batch_no?: string;
            contract_no?: string;
            customer_id?: string;
            /** @description YYYY-MM-DD */
            delivered_on?: string;
            /** @description Taken from the path */
            id?: string;
            product_id?: string;
            remarks?: string;
            /** @description As it stands on the plate; compared without case, width, spaces and hyphens */
            serial_no?: string;
            site_id?: string;
            /** Format: int64 */
            version: number;
            /** @description Last day of warranty; counted from delivery when empty */
            warranty_to?: string;
        };
        PartyChanged: {
            code?: string;
            id: string;
            /** Format: int64 */
            version: number;
        };
        PartyContactFieldsBody: {
            email?: string;
            name?: string;
            phone?: string;
            position?: string;
        };
        PartyContactSeen: {
            email: string;
            id: string;
            name: string;
            /** @description Empty for readers who see masked numbers only */
            phone: string;
            phone_masked: string;
            position: string;
            /** Format: int64 */
            version: number;
        };
        PartyCreateCustomerBody: {
            address?: string;
            /** @description The company's number of the customer; given by the program when empty */
            code?: string;
            contact?: components["schemas"]["PartyContactFieldsBody"];
            /** @description GB/T 2260, 2, 4 or 6 digits */
            division_code?: string;
            /**
             * @description direct when empty
             * @enum {string}
             */
            kind?: "direct" | "dealer" | "end_user" | "other";
            /**
             * @description standard when empty
             * @enum {string}
             */
            level?: "standard" | "key";
            name?: string;
            remarks?: string;
            /** @description There is another customer of this name and it is not this one */
            same_name_ok?: boolean;
            site?: components["schemas"]["PartySiteFieldsBody"];
        };
        PartyCreateProductBody: {
            /** @description The company's product number; given by the program when empty */
            code?: string;
            /** @description Last day of production, YYYY-MM-DD */
            discontinued_on?: string;
            /** @description Product family, such as 平板 */
            family?: string;
            model?: string;
            name_en?: string;
            name_zh?: string;
            /**
             * Format: int64
             * @description Months of warranty from delivery; 0: none set
             */
            warranty_months?: number;
        };
        PartyCreateUnitBody: {
            batch_no?: string;
            contract_no?: string;
            customer_id?: string;
            /** @description YYYY-MM-DD */
            delivered_on?: string;
            product_id?: string;
            remarks?: string;
            /** @description As it stands on the plate; compared without case, width, spaces and hyphens */
            serial_no?: string;
            site_id?: string;
            /** @description Last day of warranty; counted from delivery when empty */
            warranty_to?: string;
        };
        PartyCustomerImport: {
            address?: string;
            code?: string;
            contact_name?: string;
            email?: string;
            kind?: string;
            name?: string;
            phone?: string;
            /** @description Region in words, such as 四川成都 */
            region?: string;
            remarks?: string;
            /**
             * Format: int64
             * @description Row of the file, from 1
             */
            row: number;
        };
        PartyCustomerImportBody: {
            address?: string;
            code?: string;
            contact_name?: string;
            email?: string;
            kind?: string;
            name?: string;
            phone?: string;
            /** @description Region in words, such as 四川成都 */
            region?: string;
            remarks?: string;
            /**
             * Format: int64
             * @description Row of the file, from 1
             */
            row?: number;
        };
        PartyCustomerPage: {
            address?: string;
            /** @description The company's number of the customer; given by the program when empty */
            code?: string;
            contacts: components["schemas"]["PartyContactSeen"][];
            /** Format: date-time */
            created_at: string;
            /** @description GB/T 2260, 2, 4 or 6 digits */
            division_code?: string;
            division_name: string;
            id: string;
            /**
             * @description direct when empty
             * @enum {string}
             */
            kind?: "direct" | "dealer" | "end_user" | "other";
            /**
             * @description standard when empty
             * @enum {string}
             */
            level?: "standard" | "key";
            name: string;
            /** @description The reader's roles show him masked phone numbers only */
            phones_masked: boolean;
            remarks?: string;
            sites: components["schemas"]["PartySiteSeen"][];
            timeline: components["schemas"]["PartyJournalLine"][];
            /** Format: int64 */
            version: number;
            void_reason?: string;
            voided_at?: string;
        };
        PartyCustomerRow: {
            address: string;
            code: string;
            contact_name: string;
            division_code: string;
            division_name: string;
            id: string;
            kind: string;
            level: string;
            matched_serial_no?: string;
            name: string;
            phone_masked: string;
            /** Format: int64 */
            version: number;
        };
        PartyDivisionNode: {
            children?: components["schemas"]["PartyDivisionNode"][];
            code: string;
            name: string;
            name_en?: string;
        };
        PartyDivisionSeen: {
            code: string;
            /** @description With the divisions above it */
            name: string;
        };
        PartyDivisionTree: {
            items: components["schemas"]["PartyDivisionNode"][];
            version: string;
        };
        PartyImportAnswer: {
            /** Format: int64 */
            batch: number;
            /** Format: int64 */
            created: number;
            import_id: string;
            /**
             * Format: int64
             * @description Rows of records that were there already
             */
            matched: number;
            refused: components["schemas"]["PartyRefusedRow"][];
        };
        PartyImportCustomersBody: {
            /**
             * Format: int64
             * @description Place of the batch, from 0
             */
            batch?: number;
            file_name?: string;
            /** @description Names the import; the same for all its batches */
            import_id?: string;
            rows?: components["schemas"]["PartyCustomerImportBody"][];
            /**
             * Format: int64
             * @description Rows of the whole import
             */
            rows_total?: number;
        };
        PartyImportSeen: {
            by_name: string;
            /** Format: int64 */
            created: number;
            file_name: string;
            id: string;
            /** Format: int64 */
            kept: number;
            kind: string;
            /** Format: int64 */
            matched: number;
            /** Format: int64 */
            refused: number;
            /** Format: int64 */
            rows_done: number;
            /** Format: int64 */
            rows_total: number;
            /** Format: date-time */
            started_at: string;
            /**
             * Format: int64
             * @description Records voided by undoing it
             */
            undone: number;
            undone_at?: string;
        };
        PartyImportUnitsBody: {
            /**
             * Format: int64
             * @description Place of the batch, from 0
             */
            batch?: number;
            file_name?: string;
            /** @description Names the import; the same for all its batches */
            import_id?: string;
            rows?: components["schemas"]["PartyUnitImportBody"][];
            /**
             * Format: int64
             * @description Rows of the whole import
             */
            rows_total?: number;
        };
        PartyJournalLine: {
            act: string;
            actor_name: string;
            /** Format: date-time */
            happened_at: string;
            id: string;
            obligations: string[];
            /** Format: date-time */
            recorded_at: string;
            sentence: string;
        };
        PartyMoveUnitBody: {
            /** @description The same customer when empty */
            customer_id?: string;
            /** @description Taken from the path */
            id?: string;
            /** @description YYYY-MM-DD */
            moved_on?: string;
            reason?: string;
            /** @description Empty when the new site is not known */
            site_id?: string;
            /** Format: int64 */
            version: number;
        };
        PartyNamed: {
            code?: string;
            id: string;
            name: string;
            name_en?: string;
        };
        PartyProductPage: {
            /** @description The company's product number; given by the program when empty */
            code?: string;
            /** @description Last day of production, YYYY-MM-DD */
            discontinued_on?: string;
            /** @description Product family, such as 平板 */
            family?: string;
            id: string;
            model?: string;
            name_en?: string;
            name_zh: string;
            timeline: components["schemas"]["PartyJournalLine"][];
            /** Format: int64 */
            version: number;
            void_reason?: string;
            voided_at?: string;
            /**
             * Format: int64
             * @description Months of warranty from delivery; 0: none set
             */
            warranty_months?: number;
        };
        PartyProductRow: {
            /** @description The company's product number; given by the program when empty */
            code?: string;
            /** @description Last day of production, YYYY-MM-DD */
            discontinued_on?: string;
            /** @description Product family, such as 平板 */
            family?: string;
            id: string;
            model?: string;
            name_en?: string;
            name_zh: string;
            /** Format: int64 */
            version: number;
            void_reason?: string;
            /**
             * Format: int64
             * @description Months of warranty from delivery; 0: none set
             */
            warranty_months?: number;
        };
        PartyRefusedRow: {
            errors: components["schemas"]["PartyRowReason"][];
            /**
             * Format: int64
             * @description Row of the file, from 1
             */
            row: number;
        };
        PartyRegionSeen: {
            candidates?: components["schemas"]["PartyDivisionSeen"][];
            /** @description Absent when a person has to decide */
            class?: string;
            division_path?: string;
            list_version?: string;
            path: components["schemas"]["PartyRegionStep"][];
            /** @description Why no class was found */
            question?: components["schemas"]["PartyRegionStep"];
        };
        PartyRegionStep: {
            args?: {
                [key: string]: string;
            };
            code: string;
            text: string;
        };
        PartyRowReason: {
            code: string;
            field: string;
            text: string;
        };
        PartySiteFieldsBody: {
            address?: string;
            /** @description GB/T 2260, 2, 4 or 6 digits */
            division_code?: string;
            name?: string;
            /**
             * @description Empty for the mainland; the others have no limit of clause 2.2
             * @enum {string}
             */
            place?: "overseas" | "ship" | "offshore" | "listed";
            /** @description Why the site is listed as special */
            place_note?: string;
        };
        PartySiteSeen: {
            address?: string;
            customer_id: string;
            /** @description GB/T 2260, 2, 4 or 6 digits */
            division_code?: string;
            division_name: string;
            id: string;
            name?: string;
            /**
             * @description Empty for the mainland; the others have no limit of clause 2.2
             * @enum {string}
             */
            place?: "overseas" | "ship" | "offshore" | "listed";
            /** @description Why the site is listed as special */
            place_note?: string;
            region: components["schemas"]["PartyRegionSeen"];
            /** Format: int64 */
            version: number;
        };
        PartySites: {
            items: components["schemas"]["PartySiteSeen"][];
        };
        PartyUndoAnswer: {
            import_id: string;
            /**
             * Format: int64
             * @description Records that were changed or used since and stay
             */
            kept: number;
            /** @description There is more to undo: send the next batch */
            left: boolean;
            /** Format: int64 */
            undone: number;
        };
        PartyUndoImportBody: {
            /**
             * Format: int64
             * @description Place of the part, from 0
             */
            batch?: number;
            /** @description Taken from the path */
            import_id?: string;
        };
        PartyUnitImport: {
            address?: string;
            batch_no?: string;
            contract_no?: string;
            /** @description Name or code of the customer */
            customer_name?: string;
            delivered_on?: string;
            model?: string;
            /** @description Name or code of the product */
            product_name?: string;
            region?: string;
            remarks?: string;
            /**
             * Format: int64
             * @description Row of the file, from 1
             */
            row: number;
            serial_no?: string;
            site?: string;
            warranty_to?: string;
        };
        PartyUnitImportBody: {
            address?: string;
            batch_no?: string;
            contract_no?: string;
            /** @description Name or code of the customer */
            customer_name?: string;
            delivered_on?: string;
            model?: string;
            /** @description Name or code of the product */
            product_name?: string;
            region?: string;
            remarks?: string;
            /**
             * Format: int64
             * @description Row of the file, from 1
             */
            row?: number;
            serial_no?: string;
            site?: string;
            warranty_to?: string;
        };
        PartyUnitMove: {
            by_name: string;
            from_customer: string;
            from_site: string;
            moved_on: string;
            reason: string;
            to_customer: string;
            to_site: string;
        };
        PartyUnitPage: {
            batch_no: string;
            contract_no: string;
            customer: components["schemas"]["PartyNamed"];
            delivered_on?: string;
            id: string;
            /** @description Absent when no warranty day is known */
            in_warranty?: boolean;
            model: string;
            moves: components["schemas"]["PartyUnitMove"][];
            product: components["schemas"]["PartyNamed"];
            remarks: string;
            serial_no: string;
            site?: components["schemas"]["PartyNamed"];
            /** @description The site with its region class */
            site_record?: components["schemas"]["PartySiteSeen"];
            timeline: components["schemas"]["PartyJournalLine"][];
            /** Format: int64 */
            version: number;
            void_reason?: string;
            voided_at?: string;
            /**
             * Format: int64
             * @description Negative after the end
             */
            warranty_days_left?: number;
            /** @description Last day of the warranty period */
            warranty_to?: string;
        };
        PartyUnitRow: {
            batch_no: string;
            contract_no: string;
            customer: components["schemas"]["PartyNamed"];
            delivered_on?: string;
            id: string;
            /** @description Absent when no warranty day is known */
            in_warranty?: boolean;
            model: string;
            product: components["schemas"]["PartyNamed"];
            remarks: string;
            serial_no: string;
            site?: components["schemas"]["PartyNamed"];
            /** Format: int64 */
            version: number;
            /**
             * Format: int64
             * @description Negative after the end
             */
            warranty_days_left?: number;
            /** @description Last day of the warranty period */
            warranty_to?: string;
        };
        PartyVoidContactBody: {
            /** @description Taken from the path */
            id?: string;
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        PartyVoidCustomerBody: {
            /** @description Taken from the path */
            id?: string;
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        PartyVoidProductBody: {
            /** @description Taken from the path */
            id?: string;
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        PartyVoidSiteBody: {
            /** @description Taken from the path */
            id?: string;
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        PartyVoidUnitBody: {
            /** @description Taken from the path */
            id?: string;
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        Problem: {
            /** @description stable name of the refusal */
            code: string;
            detail: string;
            errors?: components["schemas"]["Wrong"][];
            /** @description the obligation of the regulation that refuses */
            obligation?: string;
            /** @description reference of an internal error in the log */
            ref?: string;
            stale?: components["schemas"]["Stale"];
            /** Format: int64 */
            status: number;
            title: string;
            /** @description urn:huidan: and the kind of the refusal */
            type: string;
        };
        ServerBoot: {
            company_name: string;
            demo: boolean;
            demo_logins: components["schemas"]["ServerDemoLogin"][];
            /** @description nobody has set the system up yet */
            first_run: boolean;
            version: string;
        };
        ServerChangeBody: {
            new: string;
            old: string;
        };
        ServerDemoLogin: {
            login: string;
            password: string;
            /** @description in the reader's language */
            role_names: string[];
        };
        ServerDisk: {
            /** @description the file to delete when the disk is full is there */
            ballast: boolean;
            /** Format: int64 */
            free_bytes: number;
            /** @description less room than a quiet week needs */
            low: boolean;
        };
        ServerFirstRunBody: {
            admin_name: string;
            company_name: string;
            /** @description Division code of the province of the registered seat, such as 32 */
            home_province: string;
            login: string;
            password: string;
        };
        ServerMe: {
            company: components["schemas"]["ServerMyCompany"];
            demo: boolean;
            /** @description actions the person may do at least somewhere */
            permissions: string[];
            person: components["schemas"]["ServerMyPerson"];
        };
        ServerMyCompany: {
            /** @description Division code of the province of the registered seat */
            home_province: string;
            name: string;
            time_zone: string;
        };
        ServerMyDepartment: {
            id: string;
            kind: string;
            name: string;
            name_en: string;
        };
        ServerMyPerson: {
            department?: components["schemas"]["ServerMyDepartment"];
            id: string;
            login: string;
            name: string;
            roles: string[];
        };
        ServerReadiness: {
            /** @description the records can be read */
            database: boolean;
            disk?: components["schemas"]["ServerDisk"];
            /** @description schema steps not yet applied */
            pending: string[];
            /** @description the schema is the one this version needs */
            schema: boolean;
            /**
             * @description degraded: reading goes on, saving does not, or room is short
             * @enum {string}
             */
            status: "ready" | "degraded" | "not_ready";
            /** @description something was written a moment ago */
            writes: boolean;
        };
        ServerSignIn: {
            address: string;
            /** Format: date-time */
            created_at: string;
            current: boolean;
            /** @description what the browser says it is */
            device: string;
            id: string;
            /** Format: date-time */
            seen_at: string;
        };
        ServerSignInBody: {
            login: string;
            password: string;
        };
        SheetPreview: {
            columns: components["schemas"]["SheetPreviewColumn"][];
            /** @description The rows to send, for a list of customers */
            customers?: components["schemas"]["PartyCustomerImport"][];
            duplicates: components["schemas"]["SheetPreviewAside"][];
            encoding?: string;
            file_name: string;
            /** Format: int64 */
            header_row: number;
            /** @description Names the import that may follow */
            import_id: string;
            /** @description What a column can mean */
            meanings: string[];
            /** @description Meanings without which nothing can be imported */
            missing: string[];
            /** @description Rows that cannot be understood */
            rejected: components["schemas"]["SheetPreviewAside"][];
            separator?: string;
            sheet?: string;
            sheets: string[];
            /** @description The first rows, cell by cell */
            shown: components["schemas"]["SheetPreviewRow"][];
            summary: components["schemas"]["SheetPreviewSummary"];
            /** @description The rows to send, for a list of units */
            units?: components["schemas"]["PartyUnitImport"][];
        };
        SheetPreviewAside: {
            raw: string[];
            reason: string;
            /** Format: int64 */
            row: number;
        };
        SheetPreviewCell: {
            meaning: string;
            note?: string;
            raw: string;
            /** @enum {string} */
            state: "ok" | "assumed" | "unknown" | "error" | "empty";
            understood: string;
        };
        SheetPreviewColumn: {
            heading: string;
            /** Format: int64 */
            index: number;
            letter: string;
            meaning: string;
            samples: string[];
        };
        SheetPreviewRow: {
            cells: components["schemas"]["SheetPreviewCell"][];
            problems: string[];
            /** Format: int64 */
            row: number;
        };
        SheetPreviewSummary: {
            /** Format: int64 */
            duplicates: number;
            /** Format: int64 */
            importable: number;
            /** Format: int64 */
            problems: number;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            repeated: number;
            /** Format: int64 */
            rows: number;
        };
        StaffAbsenceRow: {
            cancel_reason?: string;
            cancelled: boolean;
            department?: components["schemas"]["StaffRef"];
            from_day: string;
            id: string;
            may_cancel: boolean;
            note?: string;
            person: components["schemas"]["StaffRef"];
            reason?: string;
            to_day: string;
            /** Format: int64 */
            version: number;
        };
        StaffAddQualificationBody: {
            certificate_no?: string;
            /** @description Product family */
            family: string;
            /** @description Scan of the certificate */
            file_id?: string;
            issuer?: string;
            level?: string;
            person_id: string;
            skill: string;
            /** @enum {string} */
            statutory?: "electrician" | "pressure_vessel" | "lift" | "gas" | "other";
            /** Format: date */
            valid_from: string;
            /**
             * Format: date
             * @description Last valid day; empty: without end
             */
            valid_to?: string;
        };
        StaffAmendCompanyBody: {
            form_no?: string;
            home_provinces: string[];
            name: string;
            /** Format: int64 */
            version: number;
        };
        StaffAmendDepartmentBody: {
            closed?: boolean;
            code: string;
            head_id?: string;
            /** @enum {string} */
            kind: "quality" | "sales" | "reception" | "technical" | "production" | "purchasing" | "finance" | "other";
            name: string;
            name_en?: string;
            /** Format: int64 */
            version: number;
        };
        StaffAmendPersonBody: {
            department_id?: string;
            email?: string;
            login: string;
            name: string;
            phone?: string;
            /** Format: int64 */
            version: number;
        };
        StaffAttendanceRow: {
            acting?: components["schemas"]["StaffRef"];
            function: string;
            lead?: components["schemas"]["StaffRef"];
            obligation: string;
            /** @enum {string} */
            state: "attended" | "deputised" | "unattended" | "vacant";
            /** @description Last day somebody is designated without a gap */
            until?: string;
        };
        StaffCancelAbsenceBody: {
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        StaffCompany: {
            /** @description Form number printed on the complaint record */
            form_no: string;
            /** @description Division codes of two digits; the first is the registered seat (Q-05) */
            home_provinces: string[];
            name: string;
            time_zone: string;
            /** Format: int64 */
            version: number;
        };
        StaffCreateDepartmentBody: {
            code: string;
            head_id?: string;
            /** @enum {string} */
            kind: "quality" | "sales" | "reception" | "technical" | "production" | "purchasing" | "finance" | "other";
            name: string;
            name_en?: string;
        };
        StaffCreatePersonBody: {
            department_id?: string;
            email?: string;
            login: string;
            name: string;
            /** @description Empty: cannot sign in */
            password?: string;
            phone?: string;
            roles: string[];
        };
        StaffDepartmentRow: {
            closed: boolean;
            code: string;
            head?: components["schemas"]["StaffRef"];
            id: string;
            kind: string;
            name: string;
            name_en: string;
            /**
             * Format: int64
             * @description Enabled people in it
             */
            people: number;
            /** Format: int64 */
            version: number;
        };
        StaffDesignateBody: {
            deputies?: string[];
            /** @description Person who decided it; empty: whoever records it */
            designated_by?: string;
            document_ref?: string;
            /** Format: date */
            from_day: string;
            /** @enum {string} */
            function: "complaint" | "survey" | "feedback";
            lead?: boolean;
            person_id: string;
            replaces?: string;
            /** Format: int64 */
            replaces_version?: number;
            /** Format: date */
            to_day?: string;
        };
        StaffDesignationPage: {
            attendance: components["schemas"]["StaffAttendanceRow"][];
            items: components["schemas"]["StaffDesignationRow"][];
        };
        StaffDesignationRow: {
            deputies: components["schemas"]["StaffRef"][];
            designated_by: components["schemas"]["StaffRef"];
            document_ref: string;
            end_reason: string;
            from_day: string;
            function: string;
            id: string;
            lead: boolean;
            obligation: string;
            person: components["schemas"]["StaffRef"];
            /** @enum {string} */
            state: "future" | "current" | "ended";
            to_day?: string;
            /** Format: int64 */
            version: number;
        };
        StaffDisablePersonBody: {
            reason: string;
            /** Format: int64 */
            version: number;
        };
        StaffDone: {
            id: string;
            /** Format: int64 */
            version: number;
        };
        StaffEnablePersonBody: {
            /** Format: int64 */
            version: number;
        };
        StaffEndDesignationBody: {
            reason: string;
            /**
             * Format: date
             * @description Last day in force
             */
            to_day: string;
            /** Format: int64 */
            version: number;
        };
        StaffEndQualificationBody: {
            /**
             * Format: date
             * @description First day it is no longer valid
             */
            ended_on: string;
            reason: string;
            /** Format: int64 */
            version: number;
        };
        StaffPersonPage: {
            absences: components["schemas"]["StaffAbsenceRow"][];
            /** @description Last day of today's absence */
            away_until?: string;
            department?: components["schemas"]["StaffRef"];
            /** @description As designee or deputy */
            designations: components["schemas"]["StaffDesignationRow"][];
            disable_reason?: string;
            /** Format: date-time */
            disabled_at?: string;
            email: string;
            /** @description What he is designated for today */
            functions: string[];
            has_password: boolean;
            id: string;
            login: string;
            /** @description What the reader may do here */
            may: string[];
            name: string;
            phone: string;
            pinyin: string;
            qualifications: components["schemas"]["StaffQualificationRow"][];
            roles: string[];
            /** @description For those who may see the journal */
            timeline: components["schemas"]["StaffTimelineLine"][];
            /** Format: int64 */
            version: number;
        };
        StaffPersonRow: {
            /** @description Last day of today's absence */
            away_until?: string;
            department?: components["schemas"]["StaffRef"];
            /** Format: date-time */
            disabled_at?: string;
            email: string;
            /** @description What he is designated for today */
            functions: string[];
            id: string;
            login: string;
            name: string;
            phone: string;
            pinyin: string;
            roles: string[];
            /** Format: int64 */
            version: number;
        };
        StaffQualificationRow: {
            certificate_no: string;
            department?: components["schemas"]["StaffRef"];
            end_reason?: string;
            ended_on?: string;
            family: string;
            file_id?: string;
            id: string;
            issuer: string;
            level: string;
            may_end: boolean;
            person: components["schemas"]["StaffRef"];
            skill: string;
            /** @enum {string} */
            state: "future" | "valid" | "expiring" | "expired" | "ended";
            statutory?: string;
            valid_from: string;
            valid_to?: string;
            /** Format: int64 */
            version: number;
        };
        StaffRecordAbsenceBody: {
            /** Format: date */
            from_day: string;
            note?: string;
            person_id: string;
            /** @enum {string} */
            reason: "leave" | "sick" | "business_trip" | "training" | "other";
            /** Format: date */
            to_day: string;
        };
        StaffRef: {
            id: string;
            name: string;
        };
        StaffSetPasswordBody: {
            password: string;
            /** Format: int64 */
            version: number;
        };
        StaffSetRolesBody: {
            roles: string[];
            /** Format: int64 */
            version: number;
        };
        StaffTimelineLine: {
            act: string;
            actor_name: string;
            /** Format: date-time */
            happened_at: string;
            id: string;
            obligations: string[];
            /** Format: date-time */
            recorded_at: string;
            sentence: string;
        };
        Stale: {
            changes: components["schemas"]["Change"][];
            /** Format: int64 */
            version: number;
        };
        Wrong: {
            code: string;
            /** @description body.lines[0].serial_no, query.limit, path.id */
            location: string;
            message: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "get-absences": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                /** @description Person */
                q?: string;
                person_id?: string;
                department_id?: string;
                /** @description Away on that day or later */
                from?: string;
                /** @description Away on that day or earlier */
                to?: string;
                /** @description Cancelled ones too */
                cancelled?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAbsenceRow"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-absences": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRecordAbsenceBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-absences-id-cancel": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCancelAbsenceBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-boot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerBoot"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightCalendars"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-calendars": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsightCalendarImportBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineImported"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightClauses"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCompany"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-company-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffAmendCompanyBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-complaints": {
        parameters: {
            query?: {
                /** @description comma separated states; open: all that are not ended */
                state?: string;
                class?: string;
                channel?: string;
                severity?: string;
                customer_id?: string;
                serial_no?: string;
                /** @description region class */
                region?: string;
                officer_id?: string;
                entry_mode?: string;
                import_id?: string;
                /** @description YYYY-MM-DD */
                taken_from?: string;
                /** @description YYYY-MM-DD, included */
                taken_to?: string;
                overdue?: boolean;
                /** @description words in number, names, phone, serial, account */
                q?: string;
                /** @description taken_at (default), number or due_at */
                sort?: string;
                asc?: boolean;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintRegisterFormBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-complaints-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintCounts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-complaints-export-xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-complaints-likely-duplicates": {
        parameters: {
            query?: {
                phone?: string;
                serial_no?: string;
                customer_id?: string;
                contract_no?: string;
                symptom?: string;
                /** @description the complaint itself */
                except?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintDuplicates"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-complaints-register-pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-complaints-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintAmendFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-assign-officer": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintAssignOfficerFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-attach": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintAttachFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-classify": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintClassifyFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-close": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintCloseFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-consult": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintConsultFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-decide-exception": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintDecideExceptionFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-complaints-id-form-pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-give-view": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintGiveViewFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-hand-over": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintHandOverFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-hand-over-papers": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintHandOverPapersFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-log-contact": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintLogContactFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-merge": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintMergeFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-plan": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintPlanFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-receive": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintReceiveFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-reclassify": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintReclassifyFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-record-satisfaction": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintRecordSatisfactionFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-reopen": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintReopenFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-request-exception": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintRequestExceptionFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-return-handover": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintReturnHandoverFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-set-severity": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintSetSeverityFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-sign-opinion": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintSignOpinionFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-void": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintVoidFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-withdraw": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintWithdrawFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-complaints-id-write-opinion": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintWriteOpinionFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-contacts-id-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAmendContactBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-contacts-id-void": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyVoidContactBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-customers": {
        parameters: {
            query?: {
                /** @description What is looked for */
                q?: string;
                desc?: "1";
                /** @description Cursor of the page before */
                after?: string;
                limit?: number;
                kind?: "direct" | "dealer" | "end_user" | "other";
                level?: "standard" | "key";
                /** @description 1: the voided ones */
                void?: "1";
                /** @description created when empty, newest first */
                sort?: "name" | "code" | "created";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageCustomerRow"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-customers": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyCreateCustomerBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-customers-export-xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-customers-import": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyImportCustomersBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyImportAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-customers-import-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-customers-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyCustomerPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-customers-id-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAmendCustomerBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-customers-id-contacts": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAddContactBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-customers-id-sites": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAddSiteBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-customers-id-void": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyVoidCustomerBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageDepartmentRow"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-departments": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCreateDepartmentBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-departments-id-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffAmendDepartmentBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-designations": {
        parameters: {
            query?: {
                function?: "complaint" | "survey" | "feedback";
                person_id?: string;
                state?: "current" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDesignationPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-designations": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffDesignateBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-designations-id-end": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffEndDesignationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyDivisionTree"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachFile"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-files-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-first-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServerFirstRunBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerMe"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageJob"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerJob"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerJob"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-imports-id-commit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerTwinsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerJob"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports-id-preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-imports-id-preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerChoicesBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports-id-rejected-csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports-id-rejected-xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-imports-id-undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerUndoFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerJob"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerMe"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-me-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServerChangeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-me-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSignIn"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-me-sessions-id-revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NothingBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-openapi-json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-party-imports": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageImportSeen"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-party-imports-id-undo": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyUndoImportBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyUndoAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-people": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                /** @description Name, pinyin, initials, login, phone or e-mail */
                q?: string;
                department_id?: string;
                role?: "receptionist" | "quality_engineer" | "quality_manager" | "technician" | "inspector" | "salesperson" | "sales_manager" | "general_manager" | "department_head" | "staff" | "admin" | "auditor";
                state?: "enabled" | "disabled" | "all";
                /** @description Only those away on that day */
                away_on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PagePersonRow"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-people": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCreatePersonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-people-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPersonPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-people-id-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffAmendPersonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-people-id-disable": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffDisablePersonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-people-id-enable": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffEnablePersonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-people-id-set-password": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSetPasswordBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-people-id-set-roles": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSetRolesBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-products": {
        parameters: {
            query?: {
                /** @description What is looked for */
                q?: string;
                desc?: "1";
                /** @description Cursor of the page before */
                after?: string;
                limit?: number;
                family?: string;
                discontinued?: "0" | "1";
                /** @description 1: the voided ones */
                void?: "1";
                /** @description name when empty */
                sort?: "name" | "code" | "created";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageProductRow"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-products": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyCreateProductBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-products-export-xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-products-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyProductPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-products-id-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAmendProductBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-products-id-void": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyVoidProductBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-qualifications": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                /** @description Person or product family */
                q?: string;
                person_id?: string;
                family?: string;
                statutory?: "electrician" | "pressure_vessel" | "lift" | "gas" | "other";
                /** @description Last valid day before that day, also long ago; not withdrawn */
                expiring_before?: string;
                /** @description Counts on that day (2.3-a) */
                valid_on?: string;
                /** @description Withdrawn ones too */
                ended?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageQualificationRow"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-qualifications": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffAddQualificationBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-qualifications-id-end": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffEndQualificationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-region-resolve": {
        parameters: {
            query?: {
                division_code?: string;
                site_id?: string;
                address?: string;
                place?: "overseas" | "ship" | "offshore" | "listed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyRegionSeen"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightRegions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-search": {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightFound"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightSettingsSeen"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServerSignInBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerMe"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NothingBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-sites": {
        parameters: {
            query: {
                customer_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartySites"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-sites-id-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAmendSiteBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-sites-id-void": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyVoidSiteBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-todo": {
        parameters: {
            query?: {
                /** @description mine when empty */
                scope?: "mine" | "team" | "all";
                /** @description Cursor of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageTodoItem"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-todo-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightTodoCounts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-units": {
        parameters: {
            query?: {
                /** @description What is looked for */
                q?: string;
                desc?: "1";
                /** @description Cursor of the page before */
                after?: string;
                limit?: number;
                customer_id?: string;
                product_id?: string;
                site_id?: string;
                /** @description As it stands today */
                warranty?: "in" | "out" | "unknown";
                /** @description 1: the voided ones */
                void?: "1";
                /** @description created when empty, newest first */
                sort?: "serial_no" | "created";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageUnitRow"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-units": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyCreateUnitBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-units-export-xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-units-import": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyImportUnitsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyImportAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-units-import-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-units-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyUnitPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-units-id-amend": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAmendUnitBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-units-id-move": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyMoveUnitBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-units-id-void": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyVoidUnitBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyChanged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-views": {
        parameters: {
            query: {
                list: "complaints" | "customers" | "products" | "units" | "people" | "todo";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsightViewFormBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-views-id-remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NothingBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerReadiness"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

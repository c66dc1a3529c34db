package org.guixue.account;

import java.util.List;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Headings;
import org.guixue.workbook.SheetColumn;

/** Accounts as rows of a workbook. It never holds a password. */
public final class AccountSheet {
    public static final Headings HEADINGS = Headings.of(
            Heading.required("username", "用户名", "登录名", "账号"),
            Heading.required("displayName", "姓名", "使用人", "使用人姓名"),
            Heading.required("office", "单位", "单位名称", "工作单位", "学校名称"),
            Heading.optional("officeCode", "单位代码", "代码"),
            Heading.optional("role", "角色", "身份"),
            Heading.optional("approve", "用印审批", "审批"),
            Heading.optional("sensitive", "健康与残疾信息", "健康残疾信息"));

    private AccountSheet() {}

    public static List<SheetColumn> columns() {
        return List.of(
                SheetColumn.text("用户名", 18),
                SheetColumn.text("姓名", 14),
                SheetColumn.text("单位", 30),
                SheetColumn.text("单位代码", 15),
                SheetColumn.text("角色", 12),
                SheetColumn.text("用印审批", 10),
                SheetColumn.text("健康与残疾信息", 16));
    }
}

package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.account.AccountSheet;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.SheetLayout;

/** An empty workbook of accounts to fill in, with a second sheet that says how. */
@Path("/admin/accounts/import/template.xlsx")
@RequestScoped
public class AccountTemplatePages {
    private static final List<List<String>> EXPLANATIONS = List.of(
            List.of("用户名", "必填。登录用，2至64个小写字母、数字、点、横线或下划线，以字母或数字开头；各人不同，如“qinghe.wang”。"),
            List.of("姓名", "必填。使用人的姓名，印在经办人处。一人一个账号，不要几个人合用。"),
            List.of("单位", "必填。单位的全称，与“单位”里的一致。"),
            List.of("单位代码", "有同名单位的填写。"),
            List.of("角色", "可不填：学校是“学校经办”，乡镇是“乡镇经办”，教育局是“教育局”。只看不办的写“督导”（设在教育局）。"),
            List.of("用印审批", "可以审批用印的写“是”，一般是校长、分管负责人。要审批的文书，经办和审批须是两个人。"),
            List.of("健康与残疾信息", "可以看和填健康、残疾情况的写“是”，只给工作需要的人。"),
            List.of("密码", "表里不写密码。导入后系统给每人一个一次性密码，印成条子分发，首次登录须修改。"));

    @Inject
    private Caller caller;

    @GET
    public Response template() {
        caller.expectBureau("管理账号");
        return WorkbookAnswer.template(
                "账号导入表.xlsx",
                new SheetLayout("账号", "账号导入表", "每行一个账号。各列怎么填见“填写说明”。", AccountSheet.columns()),
                EXPLANATIONS);
    }
}
